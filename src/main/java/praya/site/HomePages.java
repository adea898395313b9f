package praya.site;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import praya.compute.AllocationService;
import praya.compute.CentreLevels;
import praya.compute.CentreService;
import praya.compute.Holding;
import praya.directory.Card;
import praya.directory.HomePage;
import praya.domain.Action;
import praya.domain.Allocation;
import praya.domain.Language;
import praya.domain.Organisation;
import praya.domain.Relation;
import praya.domain.Taxonomy;
import praya.domain.Viewer;
import praya.domain.Vocabulary;
import praya.http.Caller;
import praya.http.Frame;
import praya.http.PageContext;
import praya.http.Phrase;
import praya.http.Routes;
import praya.organisation.Names;
import praya.organisation.OrganisationService;
import praya.organisation.RelationService;
import praya.organisation.Tag;
import praya.taxonomy.TaxonomyService;

/** The first page. */
public final class HomePages {
  /** A row of six fits the widest layout and is a short list on a telephone. */
  private static final int SHOWN = 6;

  private final Services services;
  private final PageContext pages;

  /** Whom the page asks. */
  public record Services(
      OrganisationService organisations,
      RelationService relations,
      CentreService centre,
      AllocationService allocations,
      TaxonomyService taxonomy,
      StatisticsService statistics) {}

  public HomePages(Services services, PageContext pages) {
    this.services = services;
    this.pages = pages;
  }

  public void add(Routes routes) {
    routes.get("/", Action.READ_DIRECTORY, this::show);
  }

  private void show(Context context) {
    var texts = pages.texts(context);
    Frame frame =
        pages.frame(context, Frame.Head.of(texts.say("home.title"), texts.say("home.description")));
    Viewer viewer = Caller.of(context).viewer();
    Statistics statistics = services.statistics().today(viewer);
    Taxonomy taxonomy = services.taxonomy().current();
    Language language = frame.language();
    pages.send(
        context,
        "directory/home.jte",
        frame,
        new HomePage(
            examples(language),
            piers(statistics, taxonomy, language),
            new HomeFigures(frame).of(statistics),
            layers(statistics, taxonomy, language),
            services.organisations().listNewest(SHOWN, viewer).stream()
                .map(organisation -> Card.of(organisation, taxonomy, language))
                .toList(),
            connected(viewer, language),
            compute(viewer, frame)));
  }

  /** Searches that the seed answers, in the script of the reader. */
  private static List<HomePage.Example> examples(Language language) {
    List<String> queries =
        switch (language) {
          case EN ->
              List.of("fraud detection", "Cantonese speech", "retrieval-augmented generation");
          case ZH_HANT -> List.of("粵語語音", "檢索增強生成", "醫療影像");
          case ZH_HANS -> List.of("粤语语音", "检索增强生成", "医疗影像");
        };
    return queries.stream().map(query -> new HomePage.Example(Phrase.plain(query))).toList();
  }

  private static List<HomePage.Pier> piers(
      Statistics statistics, Taxonomy taxonomy, Language language) {
    Map<String, Long> counts = statistics.byTerm().sectors();
    long most = counts.values().stream().mapToLong(n -> n).max().orElse(1);
    return taxonomy.list(Vocabulary.SECTORS).stream()
        .filter(term -> counts.containsKey(term.code()))
        .map(term -> {
          long count = Objects.requireNonNull(counts.get(term.code()));
          Tag tag = Tag.of(taxonomy, Vocabulary.SECTORS, term.code(), language);
          return new HomePage.Pier(
              tag.label(), count, HomePage.Pier.length(count, most), tag.href());
        })
        .toList();
  }

  private static List<HomePage.Layer> layers(
      Statistics statistics, Taxonomy taxonomy, Language language) {
    Map<String, Long> counts = statistics.byTerm().layers();
    long most = counts.values().stream().mapToLong(n -> n).max().orElse(1);
    return taxonomy.list(Vocabulary.LAYERS).stream()
        .map(term -> {
          long count = counts.getOrDefault(term.code(), 0L);
          Tag tag = Tag.of(taxonomy, Vocabulary.LAYERS, term.code(), language);
          return new HomePage.Layer(tag.label(), count, (int) (100 * count / most), tag.href());
        })
        .toList();
  }

  private List<HomePage.Connected> connected(Viewer viewer, Language language) {
    Map<UUID, Long> degrees = new HashMap<>();
    for (Relation relation : services.relations().listAll(viewer)) {
      degrees.merge(relation.fromId(), 1L, Long::sum);
      degrees.merge(relation.toId(), 1L, Long::sum);
    }
    List<UUID> top =
        degrees.entrySet().stream()
            .sorted(
                Map.Entry.<UUID, Long>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(SHOWN)
            .map(Map.Entry::getKey)
            .toList();
    Map<UUID, Organisation> byId = byId(top, viewer);
    List<HomePage.Connected> connected = new ArrayList<>();
    for (UUID id : top) {
      Organisation found = byId.get(id);
      if (found != null) {
        long relations = Objects.requireNonNull(degrees.get(id));
        connected.add(
            new HomePage.Connected(Names.of(found, language), found.fictional(), relations));
      }
    }
    return connected;
  }

  private HomePage.Compute compute(Viewer viewer, Frame frame) {
    List<Holding> held = services.allocations().listAll(viewer);
    var today = services.centre().today();
    Map<UUID, Long> cards = new HashMap<>();
    for (Holding holding : held) {
      Allocation.Grant grant = holding.allocation().content().grant();
      if (holding.isKnownTo(viewer)
          && grant.period().contains(today)
          && grant.status() != Allocation.Status.RETURNED) {
        cards.merge(holding.allocation().organisationId(), (long) grant.cards(), Long::sum);
      }
    }
    Map<UUID, Organisation> byId = byId(cards.keySet(), viewer);
    long most = cards.values().stream().mapToLong(n -> n).max().orElse(1);
    List<HomePage.Holder> holders =
        byId.values().stream()
            .sorted(
                Comparator.comparing((Organisation o) -> Objects.requireNonNull(cards.get(o.id())))
                    .reversed()
                    .thenComparing(Organisation::slug))
            .limit(SHOWN)
            .map(holder -> {
              long count = Objects.requireNonNull(cards.get(holder.id()));
              return new HomePage.Holder(
                  Names.of(holder, frame.language()),
                  holder.fictional(),
                  count,
                  (int) (100 * count / most));
            })
            .toList();
    return services
        .centre()
        .find()
        .map(centre -> CentreLevels.on(today, centre, held, List.of()))
        .map(levels -> compute(levels, holders, frame))
        .orElse(new HomePage.Compute("–", "–", 0, holders));
  }

  private static HomePage.Compute compute(
      CentreLevels levels, List<HomePage.Holder> holders, Frame frame) {
    var granted = levels.grantedPflops();
    var percent = levels.grantedPercent();
    return new HomePage.Compute(
        levels.capacity().map(phase -> frame.number((long) phase.pflops())).orElse("–"),
        granted == null ? "–" : frame.number(granted.doubleValue()),
        percent == null ? 0 : Math.round(percent.doubleValue()),
        holders);
  }

  private Map<UUID, Organisation> byId(java.util.Collection<UUID> ids, Viewer viewer) {
    return services.organisations().list(ids, viewer).stream()
        .collect(Collectors.toMap(Organisation::id, organisation -> organisation));
  }
}
