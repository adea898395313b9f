package praya.match;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import praya.domain.Classification;
import praya.domain.Exchange;
import praya.domain.Organisation;
import praya.domain.Sheet;
import praya.domain.Vocabulary;
import praya.exchange.ExchangeService;
import praya.graph.EcosystemGraph;
import praya.organisation.OrganisationService;
import praya.scoring.VisibleSheet;
import praya.search.CandidateQuery;
import praya.search.SearchIndex;
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
  private static final int STEP = 500;

  private final OrganisationService organisations;
  private final ExchangeService exchanges;
  private final TaxonomyService taxonomy;
  private final SearchIndex index;
  private final int wholeDirectory;
  private volatile @Nullable Held held;

  /** The sheets of the whole directory as of a revision of the views. */
  private record Held(long revision, List<Sheet> sheets) {}

  /**
   * Candidates out of this directory.
   *
   * @param wholeDirectory how many organisations are still judged all together
   */
  public Candidates(
      OrganisationService organisations,
      ExchangeService exchanges,
      TaxonomyService taxonomy,
      SearchIndex index,
      int wholeDirectory) {
    this.organisations = organisations;
    this.exchanges = exchanges;
    this.taxonomy = taxonomy;
    this.index = index;
    this.wholeDirectory = wholeDirectory;
  }

  Collection<Sheet> of(VisibleSheet you, EcosystemGraph graph, long revision) {
    return organisations.count() <= wholeDirectory ? whole(revision) : chosen(you, graph);
  }

  private List<Sheet> whole(long revision) {
    Held known = held;
    if (known != null && known.revision() == revision) {
      return known.sheets();
    }
    List<Sheet> sheets = new ArrayList<>();
    UUID last = new UUID(0, 0);
    for (List<Organisation> step = organisations.listAfter(last, STEP);
        !step.isEmpty();
        step = organisations.listAfter(last, STEP)) {
      sheets.addAll(exchanges.sheets(step));
      last = step.get(step.size() - 1).id();
    }
    held = new Held(revision, List.copyOf(sheets));
    return sheets;
  }

  private Collection<Sheet> chosen(VisibleSheet you, EcosystemGraph graph) {
    UUID self = you.organisation().id();
    Set<UUID> ids = new LinkedHashSet<>(index.candidates(query(you)));
    for (UUID neighbour : graph.neighbours(self)) {
      ids.add(neighbour);
      ids.addAll(graph.neighbours(neighbour));
    }
    ids.add(self);
    return exchanges.sheets(organisations.list(ids));
  }

  private CandidateQuery query(VisibleSheet you) {
    Classification own = you.organisation().profile().classification();
    // What is akin shares the group, and a group stands for all below it: it counts for less than
    // the capability itself, but it counts, in what is needed, offered and merely known.
    Set<String> wanted = withGroups(capabilities(you.needs()));
    wanted.addAll(withGroups(own.capabilities()));
    Set<String> offered = withGroups(capabilities(you.offers()));
    offered.addAll(withGroups(own.capabilities()));
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

  private Set<String> withGroups(Collection<String> codes) {
    Set<String> all = new LinkedHashSet<>();
    codes.forEach(
        code -> all.addAll(taxonomy.current().selfAndAncestors(Vocabulary.CAPABILITIES, code)));
    return all;
  }

  private static Set<String> capabilities(List<Exchange> exchanges) {
    Set<String> codes = new LinkedHashSet<>();
    exchanges.forEach(exchange -> codes.addAll(exchange.content().topic().capabilities()));
    return codes;
  }
}
