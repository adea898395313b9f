package praya.match;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import praya.domain.Audience;
import praya.domain.Classification;
import praya.domain.Exchange;
import praya.domain.Organisation;
import praya.domain.Sheet;
import praya.domain.Taxonomy;
import praya.domain.Viewer;
import praya.domain.Vocabulary;
import praya.exchange.ExchangeService;
import praya.graph.EcosystemGraph;
import praya.organisation.OrganisationService;
import praya.scoring.VisibleSheet;
import praya.search.CandidateQuery;
import praya.search.SearchIndexes;
import praya.taxonomy.TaxonomyService;

/**
 * Who is judged as a partner. A small directory is judged whole, so that nobody is missed and the
 * counts of those left out are the whole truth. In a large one the index gives those who have
 * something in common, the graph adds the neighbours of neighbours.
 */
public final class Candidates {
  /** Scoring so many takes a few milliseconds, and their sheets a few megabytes. */
  public static final int WHOLE_DIRECTORY = 2_000;

  private static final int FROM_SEARCH = 1_000;

  private final OrganisationService organisations;
  private final ExchangeService exchanges;
  private final TaxonomyService taxonomy;
  private final SearchIndexes index;
  private final WholeDirectory directory;
  private final int wholeDirectory;
  private final Map<Audience, Held> held = new ConcurrentHashMap<>();

  /** The sheets of all that an audience comes across, as of a revision of the views. */
  private record Held(long revision, List<Sheet> sheets) {
    private Held {
      sheets = List.copyOf(sheets);
    }
  }

  /**
   * Candidates out of this directory.
   *
   * @param wholeDirectory how many organisations are still judged all together
   */
  public Candidates(
      OrganisationService organisations,
      ExchangeService exchanges,
      TaxonomyService taxonomy,
      SearchIndexes index,
      int wholeDirectory) {
    this.organisations = organisations;
    this.exchanges = exchanges;
    this.taxonomy = taxonomy;
    this.index = index;
    this.directory = new WholeDirectory(organisations, exchanges);
    this.wholeDirectory = wholeDirectory;
  }

  /**
   * The candidates that the viewer comes across.
   *
   * @param views the graph of the viewer's audience, and the revision that sheets are kept for
   */
  Collection<Sheet> of(VisibleSheet you, Viewer viewer, Views views) {
    boolean small = organisations.count(viewer) <= wholeDirectory;
    Map<UUID, Sheet> sheets = new LinkedHashMap<>();
    (small ? whole(viewer.audience(), views.revision()) : chosen(you, viewer, views.graph()))
        .forEach(sheet -> sheets.put(sheet.id(), sheet));
    // What is somebody's own is kept for nobody else: it is read anew.
    exchanges
        .sheets(organisations.list(viewer.organisations(), viewer), viewer)
        .forEach(sheet -> sheets.put(sheet.id(), sheet));
    return sheets.values();
  }

  /** What candidates are chosen by. */
  record Views(EcosystemGraph graph, long revision) {}

  private List<Sheet> whole(Audience audience, long revision) {
    Held known = held.get(audience);
    if (known != null && known.revision() == revision) {
      return known.sheets();
    }
    List<Sheet> sheets = directory.of(audience);
    held.put(audience, new Held(revision, sheets));
    return sheets;
  }

  private Collection<Sheet> chosen(VisibleSheet you, Viewer viewer, EcosystemGraph graph) {
    UUID self = you.organisation().id();
    Set<UUID> ids = new LinkedHashSet<>(index.of(viewer.audience()).candidates(query(you, taxonomy.current())));
    for (UUID neighbour : graph.neighbours(self)) {
      ids.add(neighbour);
      ids.addAll(graph.neighbours(neighbour));
    }
    ids.add(self);
    Viewer audience = viewer.audience().viewer();
    List<Organisation> found =
        organisations.list(ids, audience).stream().filter(audience::sees).toList();
    return exchanges.sheets(found, audience);
  }

  /** What a candidate should have in common with somebody. */
  static CandidateQuery query(VisibleSheet you, Taxonomy terms) {
    Classification own = you.organisation().profile().classification();
    // What is akin shares the group, and a group stands for all below it: it counts for less than
    // the capability itself, but it counts, in what is needed, offered and merely known.
    Set<String> wanted = withGroups(capabilities(you.needs()), terms);
    wanted.addAll(withGroups(own.capabilities(), terms));
    Set<String> offered = withGroups(capabilities(you.offers()), terms);
    offered.addAll(withGroups(own.capabilities(), terms));
    Set<String> sectors = new LinkedHashSet<>(own.sectors());
    you.needs().forEach(need -> sectors.addAll(need.content().topic().sectors()));
    you.offers().forEach(offer -> sectors.addAll(offer.content().topic().sectors()));
    return new CandidateQuery(
        List.copyOf(wanted),
        List.copyOf(offered),
        List.copyOf(sectors),
        you.organisation().id(),
        you.organisation().fictional(),
        FROM_SEARCH);
  }

  private static Set<String> withGroups(Collection<String> codes, Taxonomy terms) {
    Set<String> all = new LinkedHashSet<>();
    codes.forEach(
        code -> all.addAll(terms.selfAndAncestors(Vocabulary.CAPABILITIES, code)));
    return all;
  }

  private static Set<String> capabilities(List<Exchange> exchanges) {
    Set<String> codes = new LinkedHashSet<>();
    exchanges.forEach(exchange -> codes.addAll(exchange.content().topic().capabilities()));
    return codes;
  }
}
