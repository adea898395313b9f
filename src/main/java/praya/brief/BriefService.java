package praya.brief;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import praya.domain.Audience;
import praya.domain.Language;
import praya.domain.Organisation;
import praya.domain.Taxonomy;
import praya.domain.Viewer;
import praya.exchange.ExchangeService;
import praya.organisation.OrganisationService;
import praya.scoring.VisibleSheet;
import praya.search.CandidateQuery;
import praya.search.Facet;
import praya.search.SearchIndexes;
import praya.search.SearchQuery;
import praya.search.SearchResult;
import praya.taxonomy.TaxonomyService;

/** Vendors for a brief, as a viewer may know of them. Nothing of the brief is kept. */
public final class BriefService {
  /** So many who have something in common are judged. */
  private static final int CANDIDATES = 1_000;

  private static final UUID NOBODY = new UUID(0, 0);

  private final OrganisationService organisations;
  private final ExchangeService exchanges;
  private final TaxonomyService taxonomy;
  private final SearchIndexes index;
  private volatile Understanding understanding;

  public BriefService(
      OrganisationService organisations,
      ExchangeService exchanges,
      TaxonomyService taxonomy,
      SearchIndexes index) {
    this.organisations = organisations;
    this.exchanges = exchanges;
    this.taxonomy = taxonomy;
    this.index = index;
    this.understanding = new Understanding(taxonomy.current());
  }

  /**
   * Vendors, the best first.
   *
   * @param considered how many were judged
   */
  public record Answer(
      Understood understood, List<Vendor> vendors, int considered, LocalDate asOf) {}

  public Taxonomy terms() {
    return taxonomy.current();
  }

  public Understood understand(Brief brief) {
    return understanding().of(brief);
  }

  public Answer vendors(Brief brief, Viewer viewer) {
    Understanding words = understanding();
    Understood understood = words.of(brief);
    LocalDate today = exchanges.today();
    if (brief.isEmpty()) {
      return new Answer(understood, List.of(), 0, today);
    }
    Map<UUID, Integer> places = places(brief, viewer.audience());
    List<VisibleSheet> sheets = sheets(candidates(brief, understood, viewer, places), viewer);
    var ranking = new VendorRanking(brief, understood, places, words.taxonomy(), today);
    return new Answer(understood, ranking.rank(sheets), sheets.size(), today);
  }

  private Understanding understanding() {
    Understanding known = understanding;
    Taxonomy now = taxonomy.current();
    if (!known.taxonomy().equals(now)) {
      known = new Understanding(now);
      understanding = known;
    }
    return known;
  }

  private Map<UUID, Integer> places(Brief brief, Audience audience) {
    Map<UUID, Integer> places = new HashMap<>();
    if (brief.text().isBlank()) {
      return places;
    }
    var world = SearchQuery.Filters.NONE.plus(Facet.FICTIONAL, Boolean.toString(brief.fictional()));
    var query =
        new SearchQuery(
            brief.text(),
            world,
            SearchQuery.Sort.RELEVANCE,
            new SearchQuery.Page(VendorRanking.PLACES, null),
            SearchQuery.Want.HITS,
            Language.EN);
    for (SearchResult.Hit hit : index.of(audience).search(query).hits()) {
      places.put(hit.id(), places.size());
    }
    return places;
  }

  private Set<UUID> candidates(
      Brief brief, Understood understood, Viewer viewer, Map<UUID, Integer> places) {
    Set<UUID> ids = new LinkedHashSet<>(places.keySet());
    if (!understood.terms().isEmpty()) {
      ids.addAll(
          index
              .of(viewer.audience())
              .candidates(
                  new CandidateQuery(
                      understood.capabilities(),
                      List.of(),
                      understood.sectors(),
                      NOBODY,
                      brief.fictional(),
                      CANDIDATES)));
    }
    ids.addAll(viewer.organisations());
    return ids;
  }

  private List<VisibleSheet> sheets(Set<UUID> ids, Viewer viewer) {
    List<Organisation> found =
        organisations.list(ids, viewer).stream().filter(viewer::sees).toList();
    LocalDate today = exchanges.today();
    List<VisibleSheet> sheets = new ArrayList<>();
    exchanges
        .sheets(found, viewer)
        .forEach(sheet -> sheets.add(VisibleSheet.of(sheet, viewer, today)));
    return sheets;
  }
}
