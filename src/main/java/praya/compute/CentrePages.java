package praya.compute;

import io.javalin.http.Context;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import praya.domain.Action;
import praya.domain.Allocation;
import praya.domain.ComputeReport;
import praya.domain.Language;
import praya.domain.Organisation;
import praya.domain.Viewer;
import praya.http.Caller;
import praya.http.Frame;
import praya.http.PageContext;
import praya.http.Phrase;
import praya.http.Routes;
import praya.organisation.AllocationItem;
import praya.organisation.Names;
import praya.organisation.OrganisationService;
import praya.organisation.Usage;
import praya.taxonomy.TaxonomyService;

/** The page {@code /centre}. */
public final class CentrePages {
  private final CentreService centre;
  private final AllocationService allocations;
  private final OrganisationService organisations;
  private final TaxonomyService taxonomy;
  private final PageContext pages;

  public CentrePages(
      CentreService centre,
      AllocationService allocations,
      OrganisationService organisations,
      TaxonomyService taxonomy,
      PageContext pages) {
    this.centre = centre;
    this.allocations = allocations;
    this.organisations = organisations;
    this.taxonomy = taxonomy;
    this.pages = pages;
  }

  public void add(Routes routes) {
    routes.get("/centre", Action.READ_DIRECTORY, this::show);
  }

  /** What an allocation has used, as pages show it. */
  public static @org.jspecify.annotations.Nullable Usage usage(Holding holding) {
    Holding.Used used = holding.used();
    return used == null
        ? null
        : new Usage(used.usedCardHours(), used.availableCardHours(), used.lastWeek());
  }

  private void show(Context context) {
    Centre found = centre.get();
    Language language = pages.language(context);
    Phrase name = Phrase.of(found.name(), language, "centre");
    Frame frame =
        pages.frame(
            context, Frame.Head.of(name.text(), pages.texts(context).say("centre.description")));
    LocalDate today = centre.today();
    Viewer viewer = Caller.of(context).viewer();
    List<Holding> held = allocations.listAll(viewer);
    List<CentrePage.Holding> holdings = holdings(held, viewer, frame);
    CentreLevels levels = CentreLevels.on(today, found, held, allocations.weeks(viewer));
    pages.send(
        context,
        "compute/centre.jte",
        frame,
        new CentrePage(
            new CentrePage.About(name, others(found, language), frame.phrase(found.note()), today),
            new CentreFigures(frame).figures(levels),
            CapacityChart.of(chart(found, held, levels), today, frame.texts()),
            TimelineChart.of(holdings, today, frame.texts()),
            holdings,
            reported(language, viewer),
            new CentreFigures(frame).facts(found)));
  }

  private static List<Phrase> others(Centre centre, Language page) {
    List<Phrase> others = new ArrayList<>();
    for (Language language : Language.values()) {
      String text =
          centre.name().languageFor(language) == language ? centre.name().in(language) : null;
      if (language != page && text != null) {
        others.add(new Phrase(text, language.tag()));
      }
    }
    return others;
  }

  private List<CentrePage.Holding> holdings(List<Holding> held, Viewer viewer, Frame frame) {
    Map<UUID, Organisation> holders =
        organisations
            .list(
                held.stream()
                    .filter(holding -> holding.isKnownTo(viewer))
                    .map(holding -> holding.allocation().organisationId())
                    .distinct()
                    .toList(),
                viewer)
            .stream()
            .collect(Collectors.toMap(Organisation::id, organisation -> organisation));
    return held.stream()
        .map(holding -> {
          AllocationItem item =
              AllocationItem.of(
                  holding.allocation(), usage(holding), taxonomy.current(), frame.language());
          UUID owner = holding.allocation().organisationId();
          Organisation holder = holding.isKnownTo(viewer) ? holders.get(owner) : null;
          return holder == null
              ? new CentrePage.Holding(null, Phrase.plain(frame.say("holder.untold")), item)
              : new CentrePage.Holding(Names.of(holder, frame.language()), item);
        })
        .toList();
  }

  private static CapacityChart.Input chart(Centre centre, List<Holding> held, CentreLevels levels) {
    return new CapacityChart.Input(
        centre.phases().stream()
            .map(phase -> new CapacityChart.Phase(phase.period(), phase.pflops()))
            .toList(),
        held.stream()
            .map(holding -> holding.allocation().content().grant())
            .filter(grant -> grant.status() != Allocation.Status.RETURNED)
            .map(grant -> new CapacityChart.Grant(grant.period(), grant.cards()))
            .toList(),
        centre.reportedUse().stream()
            .map(use ->
                // A report is of a month; its middle is where the month is drawn.
                new CapacityChart.Report(
                    LocalDate.parse(use.date() + "-15"),
                    use.percent(),
                    use.ofPflops(),
                    use.qualifier().split(",", -1)[0]))
            .toList(),
        levels.rate().map(Centre.UnitRate::pflopsPerUnit).map(BigDecimal::doubleValue).orElse(0.0));
  }

  private List<CentrePage.Reported> reported(Language language, Viewer viewer) {
    return organisations.reportedComputeUsers(viewer).stream()
        .map(user -> {
          ComputeReport report = Objects.requireNonNull(user.entry().computeReported());
          return new CentrePage.Reported(
              Names.of(user, language), Phrase.of(report.fact(), language, ""), report.date());
        })
        .toList();
  }
}
