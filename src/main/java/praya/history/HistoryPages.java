package praya.history;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import praya.domain.Action;
import praya.domain.Actor;
import praya.domain.Problem;
import praya.domain.Side;
import praya.history.HistoryService.History;
import praya.http.Address;
import praya.http.Caller;
import praya.http.Frame;
import praya.http.PageContext;
import praya.http.Phrase;
import praya.http.PostedForm;
import praya.http.Routes;
import praya.store.Subject;
import praya.taxonomy.TaxonomyService;

/** The pages on which versions are compared and changes taken back. */
public final class HistoryPages {
  private final HistoryService history;
  private final TaxonomyService taxonomy;
  private final PageContext pages;

  public HistoryPages(HistoryService history, TaxonomyService taxonomy, PageContext pages) {
    this.history = history;
    this.taxonomy = taxonomy;
    this.pages = pages;
  }

  public void add(Routes routes) {
    add(
        routes,
        new Place("/organisations", Action.EDIT_ORGANISATION),
        context -> history.ofOrganisation(context.pathParam("id"), Caller.of(context)));
    for (Side side : Side.values()) {
      add(
          routes,
          new Place("/" + side.plural(), Action.EDIT_EXCHANGE),
          context -> history.ofExchange(side, context.pathParam("id"), Caller.of(context)));
    }
  }

  /** Where records of a kind are, and what changing one is. */
  private record Place(String path, Action editing) {}

  private void add(Routes routes, Place place, Function<Context, History> find) {
    String path = place.path() + "/{id}/history";
    routes.get(path, Action.READ_HISTORY, context -> show(context, find.apply(context), null));
    routes.post(path, place.editing(), context -> undo(context, find.apply(context)));
  }

  private void undo(Context context, History found) {
    PostedForm form = PostedForm.of(context);
    try {
      history.undo(found, form.number("number"), form.number("latest"), form.actor());
      context.redirect(path(found), HttpStatus.SEE_OTHER);
    } catch (Problem.Conflict | Problem.Stale | Problem.InvalidInput refused) {
      context.status(refused instanceof Problem.InvalidInput ? 422 : 409);
      show(context, found, refused.getMessage());
    }
  }

  private void show(Context context, History found, @Nullable String fault) {
    Phrase name = name(found, pages.language(context));
    Frame frame =
        pages.frame(
            context, Frame.Head.of(pages.texts(context).say("history.title", name.text()), null));
    var words = new FieldWords(taxonomy.current(), frame);
    pages.send(
        context,
        "history/history.jte",
        frame,
        new HistoryPage(
            name,
            "/organisations/" + found.owner().slug(),
            path(found),
            rows(found, words, frame, Caller.of(context)),
            compared(found, words, frame.here()),
            fault));
    context.header("Cache-Control", "no-store");
  }

  private static List<HistoryPage.Row> rows(
      History found, FieldWords words, Frame frame, Actor actor) {
    var rows = new ArrayList<HistoryPage.Row>();
    for (RecordVersion version : found.versions().reversed()) {
      Optional<RecordVersion> before = found.find(version.number() - 1);
      List<String> changed =
          FieldDifference.list(before.map(RecordVersion::content).orElse(null), version.content())
              .stream()
              .map(difference -> words.label(difference.field()))
              .toList();
      rows.add(
          new HistoryPage.Row(
              version.number(),
              frame.texts().moment(version.at()),
              frame.say("history.by." + version.by().word()),
              actor.isStaff() ? version.by().actor() : null,
              version.by().reason(),
              version.content() == null
                  ? List.of(frame.say("history.deleted"))
                  : before.isPresent() ? changed : List.of(frame.say("history.created")),
              before.isPresent() && !changed.isEmpty()));
    }
    return rows;
  }

  private static HistoryPage.@Nullable Comparison compared(
      History found, FieldWords words, Address here) {
    Optional<RecordVersion> from = chosen(found, here.value("from"));
    Optional<RecordVersion> to = chosen(found, here.value("to"));
    if (from.isEmpty() || to.isEmpty()) {
      return null;
    }
    var differences = FieldDifference.list(from.get().content(), to.get().content());
    return new HistoryPage.Comparison(
        from.get().number(), to.get().number(), words.lines(differences));
  }

  private static Optional<RecordVersion> chosen(History found, Optional<String> number) {
    return number.map(HistoryRoutes::number).map(found::version);
  }

  private static String path(History found) {
    return switch (found.subject()) {
      case NEED -> "/needs/" + found.id() + "/history";
      case OFFER -> "/offers/" + found.id() + "/history";
      default -> "/organisations/" + found.owner().slug() + "/history";
    };
  }

  /** The organisation's name, or the title that a need or an offer had last. */
  private static Phrase name(History found, praya.domain.Language language) {
    if (found.subject() == Subject.ORGANISATION) {
      return Phrase.of(found.owner().profile().name(), language, found.owner().slug());
    }
    return found.versions().reversed().stream()
        .filter(version -> version.content() != null)
        .findFirst()
        .map(version -> {
          var content = FieldDifference.object(version.content());
          return Phrase.of(
              new praya.domain.LocalText(
                  text(content.get("titleEn")),
                  text(content.get("titleZhHant")),
                  text(content.get("titleZhHans"))),
              language,
              found.id());
        })
        .orElse(Phrase.plain(found.id()));
  }

  private static @Nullable String text(tools.jackson.databind.@Nullable JsonNode node) {
    return node == null || !node.isString() ? null : node.stringValue();
  }
}
