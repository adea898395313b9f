package praya.site;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import praya.compute.AllocationService;
import praya.compute.CentrePages;
import praya.directory.SimilarService;
import praya.domain.Action;
import praya.domain.ComputeReport;
import praya.domain.Language;
import praya.domain.Organisation;
import praya.domain.Problem;
import praya.domain.Relation;
import praya.domain.Side;
import praya.domain.Taxonomy;
import praya.domain.Viewer;
import praya.exchange.ExchangeService;
import praya.http.Caller;
import praya.http.Frame;
import praya.http.PageContext;
import praya.http.Phrase;
import praya.http.Routes;
import praya.http.Source;
import praya.match.PartnerService;
import praya.organisation.AllocationItem;
import praya.organisation.ExchangeItem;
import praya.organisation.Names;
import praya.organisation.OrganisationPage;
import praya.organisation.OrganisationService;
import praya.organisation.Partners;
import praya.organisation.RelationItem;
import praya.organisation.RelationService;
import praya.organisation.SimilarItem;
import praya.scoring.PartnerList;
import praya.taxonomy.TaxonomyService;

/** The page of an organisation: it brings together what several features know of it. */
public final class OrganisationPages {
  /** As many as can be compared at a glance; the API gives more. */
  private static final int PARTNERS = 5;

  private static final int SIMILAR = 4;

  /** What the first few things do not say, the rest does not either. */
  private static final int SHARED = 4;

  private final Services services;
  private final PageContext pages;

  /** Whom the page asks. */
  public record Services(
      OrganisationService organisations,
      RelationService relations,
      ExchangeService exchanges,
      AllocationService allocations,
      PartnerService partners,
      SimilarService similar,
      TaxonomyService taxonomy) {}

  public OrganisationPages(Services services, PageContext pages) {
    this.services = services;
    this.pages = pages;
  }

  public void add(Routes routes) {
    routes.get("/organisations/{slug}", Action.READ_DIRECTORY, this::show);
  }

  private void show(Context context) {
    String slug = context.pathParam("slug");
    Viewer viewer = Caller.of(context).viewer();
    var moved = services.organisations().movedTo(slug, viewer);
    if (moved.isPresent()) {
      context.redirect("/organisations/" + moved.get(), HttpStatus.PERMANENT_REDIRECT);
      return;
    }
    Organisation organisation = services.organisations().get(slug, viewer);
    Language language = pages.language(context);
    Taxonomy taxonomy = services.taxonomy().current();
    var heading = OrganisationPage.Heading.of(organisation, taxonomy, language);
    var summary = heading.summary();
    Frame frame =
        pages.frame(
            context,
            new Frame.Head(
                heading.names().main().text(),
                summary == null ? heading.names().main().text() : summary.text(),
                OrganisationPage.jsonLd(organisation, pages.publicUrl().origin())));
    pages.send(
        context,
        "organisation/organisation.jte",
        frame,
        new OrganisationPage(
            organisation,
            heading,
            new OrganisationPage.Exchanges(
                exchanges(Side.NEED, organisation, viewer, language),
                exchanges(Side.OFFER, organisation, viewer, language)),
            new OrganisationPage.Around(
                relations(organisation, viewer, frame), similar(organisation, viewer, frame)),
            compute(organisation, viewer, language),
            partners(organisation, viewer, frame),
            Source.list(organisation.entry().origin().sources())));
  }

  private List<ExchangeItem> exchanges(
      Side side, Organisation organisation, Viewer viewer, Language language) {
    var today = services.exchanges().today();
    return services.exchanges().listOf(side, organisation.id(), viewer).stream()
        .map(found -> ExchangeItem.of(found, services.taxonomy().current(), language, today))
        .toList();
  }

  private List<RelationItem> relations(Organisation organisation, Viewer viewer, Frame frame) {
    List<Relation> found = services.relations().listOf(organisation.id(), viewer);
    Set<UUID> ids = new HashSet<>();
    found.forEach(relation -> ids.addAll(List.of(relation.fromId(), relation.toId())));
    Map<UUID, Organisation> byId = new HashMap<>();
    services.organisations().list(ids, viewer).forEach(other -> byId.put(other.id(), other));
    List<RelationItem> items = new ArrayList<>();
    for (Relation relation : found) {
      boolean outgoing = relation.fromId().equals(organisation.id());
      Organisation other = byId.get(outgoing ? relation.toId() : relation.fromId());
      if (other != null) {
        items.add(RelationItem.of(relation, other, frame, services.taxonomy().current()));
      }
    }
    return items;
  }

  /** Nothing while the index is being built: the page itself needs no index. */
  private List<SimilarItem> similar(Organisation organisation, Viewer viewer, Frame frame) {
    try {
      return services.similar().similar(organisation, SIMILAR, viewer).stream()
          .map(alike -> item(alike, frame))
          .toList();
    } catch (Problem.NotReady indexing) {
      return List.of();
    }
  }

  private static SimilarItem item(SimilarService.Alike alike, Frame frame) {
    return new SimilarItem(
        Names.of(alike.organisation(), frame.language()),
        alike.organisation().fictional(),
        alike.score(),
        alike.reasons().stream().limit(SHARED).map(reason -> words(reason, frame)).toList());
  }

  private static Phrase words(SimilarService.Reason reason, Frame frame) {
    Phrase text = Phrase.of(reason.text(), frame.language(), reason.value());
    return switch (reason.kind()) {
      case "mention" -> Phrase.plain(frame.say("similar.mention", text.text()));
      case "word" -> Phrase.plain(frame.say("similar.word", text.text()));
      default -> text;
    };
  }

  private OrganisationPage.Compute compute(
      Organisation organisation, Viewer viewer, Language language) {
    ComputeReport report = organisation.entry().computeReported();
    return new OrganisationPage.Compute(
        services.allocations().listOf(organisation.id(), viewer).stream()
            .map(held ->
                AllocationItem.of(
                    held.allocation(),
                    CentrePages.usage(held),
                    services.taxonomy().current(),
                    language))
            .toList(),
        report == null
            ? null
            : new OrganisationPage.Report(Phrase.of(report.fact(), language, ""), report.date()));
  }

  private @Nullable Partners partners(Organisation organisation, Viewer viewer, Frame frame) {
    var question = new PartnerService.Question(organisation.slug(), PARTNERS, false, viewer);
    PartnerList list = services.partners().partners(question).partners();
    Language language = frame.language();
    List<Partners.Excluded> excluded = new ArrayList<>();
    list.excluded()
        .forEach((exclusion, count) ->
            excluded.add(
                new Partners.Excluded(
                    Phrase.of(exclusion.label(), language, exclusion.code()).text(), count)));
    excluded.sort(java.util.Comparator.comparingLong(Partners.Excluded::count).reversed());
    return new Partners(
        list.items().stream()
            .map(match -> Partners.Item.of(match, services.taxonomy().current(), language))
            .toList(),
        list.considered(),
        excluded,
        list.stated().stream().map(code -> frame.coded("partners.known.", code).text()).toList(),
        new Partners.Run(list.weightsVersion(), list.asOf()));
  }
}
