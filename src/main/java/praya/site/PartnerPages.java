package praya.site;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import praya.domain.Action;
import praya.domain.Organisation;
import praya.domain.Relation;
import praya.domain.Viewer;
import praya.http.Caller;
import praya.http.Frame;
import praya.http.PageContext;
import praya.http.Phrase;
import praya.http.Routes;
import praya.match.PartnerService;
import praya.match.PathService;
import praya.organisation.Names;
import praya.organisation.Partners;
import praya.organisation.RelationItem;
import praya.scoring.Comparison;
import praya.taxonomy.TaxonomyService;

/** The page of a pair: why the two fit or not, what would change that, and who knows both. */
public final class PartnerPages {
  /** The first ten: what the API answers unasked. */
  private static final int LISTED = 10;

  private static final int WAYS = 3;

  private final PartnerService partners;
  private final PathService paths;
  private final TaxonomyService taxonomy;
  private final PageContext pages;

  public PartnerPages(
      PartnerService partners, PathService paths, TaxonomyService taxonomy, PageContext pages) {
    this.partners = partners;
    this.paths = paths;
    this.taxonomy = taxonomy;
    this.pages = pages;
  }

  public void add(Routes routes) {
    routes.get("/organisations/{slug}/partners/{other}", Action.READ_DIRECTORY, this::show);
  }

  private void show(Context context) {
    Viewer viewer = Caller.of(context).viewer();
    String other = context.pathParam("other");
    var question = new PartnerService.Question(context.pathParam("slug"), LISTED, true, viewer);
    PartnerService.Compared compared = partners.compare(question, other);
    Comparison comparison = compared.comparison();
    Organisation you = compared.you();
    Organisation them = comparison.match().organisation();
    String title =
        pages
            .frame(context, Frame.Head.of("", null))
            .say(
                "pair.title",
                you.name(pages.language(context)),
                them.name(pages.language(context)));
    Frame frame = pages.frame(context, Frame.Head.of(title, null));
    pages.send(
        context,
        "site/partner.jte",
        frame,
        new PartnerPage(
            Names.of(you, frame.language()),
            Partners.Item.of(comparison.match(), taxonomy.current(), frame.language()),
            place(comparison, frame),
            missing(comparison, frame),
            comparison.lifts().stream()
                .map(lift ->
                    new PartnerPage.Lift(
                        Phrase.of(lift.text(), frame.language(), lift.change().kind().code()),
                        lift.score(),
                        lift.rank()))
                .toList(),
            ways(you, them, viewer, frame),
            new PartnerPage.Run(compared.weightsVersion(), compared.asOf())));
  }

  private static PartnerPage.Place place(Comparison comparison, Frame frame) {
    return new PartnerPage.Place(
        comparison.rank(),
        comparison.fitting(),
        LISTED,
        comparison
            .excluded()
            .map(excluded -> Phrase.of(excluded.label(), frame.language(), excluded.code()))
            .orElse(null));
  }

  /** Nothing holds down who is first. */
  private static @Nullable Phrase missing(Comparison comparison, Frame frame) {
    return comparison.rank() == 1
        ? null
        : comparison
            .missing()
            .map(reason -> Phrase.of(reason.text(), frame.language(), reason.code()))
            .orElse(null);
  }

  private List<PartnerPage.Way> ways(
      Organisation you, Organisation them, Viewer viewer, Frame frame) {
    List<PartnerPage.Way> ways = new ArrayList<>();
    for (PathService.Way way : paths.between(you.slug(), them.slug(), WAYS, viewer).items()) {
      List<PartnerPage.Step> steps = new ArrayList<>();
      for (int i = 0; i < way.steps().size(); i++) {
        steps.add(step(way.steps().get(i).relations(), way.organisations().get(i + 1), frame));
      }
      ways.add(new PartnerPage.Way(steps));
    }
    return ways;
  }

  private PartnerPage.Step step(List<Relation> relations, Organisation to, Frame frame) {
    return new PartnerPage.Step(
        Names.of(to, frame.language()),
        to.fictional(),
        relations.stream()
            .map(relation -> RelationItem.of(relation, to, frame, taxonomy.current()))
            .toList());
  }
}
