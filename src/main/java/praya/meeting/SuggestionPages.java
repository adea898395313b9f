package praya.meeting;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import praya.domain.Action;
import praya.domain.Actor;
import praya.domain.Organisation;
import praya.domain.Viewer;
import praya.http.Caller;
import praya.http.Frame;
import praya.http.PageContext;
import praya.http.Routes;
import praya.organisation.Names;
import praya.organisation.OrganisationService;

/** {@code /suggestions}: what published rounds suggest to the reader's own organisations. */
public final class SuggestionPages {
  private final RoundService rounds;
  private final OrganisationService organisations;
  private final PageContext pages;

  public SuggestionPages(
      RoundService rounds, OrganisationService organisations, PageContext pages) {
    this.rounds = rounds;
    this.organisations = organisations;
    this.pages = pages;
  }

  public void add(Routes routes) {
    routes.get("/suggestions", Action.READ_SUGGESTIONS, this::show);
  }

  private void show(Context context) {
    Actor actor = Caller.of(context);
    Frame frame =
        pages.frame(context, Frame.Head.of(pages.texts(context).say("suggestions.title"), null));
    List<PublishedStore.Suggested> all = rounds.suggestions(actor);
    Map<UUID, Organisation> seen = seen(all, actor.viewer());
    List<SuggestionPage.Row> rows = new ArrayList<>();
    for (PublishedStore.Suggested each : all) {
      Organisation own = seen.get(each.own());
      Organisation other = seen.get(each.other());
      if (own != null && other != null) {
        rows.add(
            new SuggestionPage.Row(
                place(own, frame),
                place(other, frame),
                "/organisations/" + own.slug() + "/partners/" + other.slug(),
                each.round(),
                each.at()));
      }
    }
    pages.send(context, "meeting/suggestions.jte", frame, new SuggestionPage(rows));
  }

  /** Those that the reader may see: an organisation can be hidden after it was suggested. */
  private Map<UUID, Organisation> seen(List<PublishedStore.Suggested> all, Viewer viewer) {
    Set<UUID> ids = new HashSet<>();
    all.forEach(each -> ids.addAll(List.of(each.own(), each.other())));
    Map<UUID, Organisation> seen = new HashMap<>();
    organisations.list(ids, viewer).forEach(each -> seen.put(each.id(), each));
    return seen;
  }

  private static RoundPage.Place place(Organisation organisation, Frame frame) {
    Names names = Names.of(organisation, frame.language());
    return new RoundPage.Place(names.href(), names.main());
  }
}
