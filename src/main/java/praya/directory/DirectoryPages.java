package praya.directory;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import praya.domain.Action;
import praya.domain.Organisation;
import praya.domain.Sheet;
import praya.domain.Taxonomy;
import praya.domain.Viewer;
import praya.exchange.ExchangeService;
import praya.http.Answers;
import praya.http.Caller;
import praya.http.Frame;
import praya.http.PageContext;
import praya.http.Routes;
import praya.organisation.OrganisationService;
import praya.search.Facet;
import praya.search.SearchIndex;
import praya.search.SearchIndexes;
import praya.search.SearchQuery;
import praya.search.SearchResult;
import praya.taxonomy.TaxonomyService;

/** The page {@code /organisations} and the table of it, {@code /organisations.csv}. */
public final class DirectoryPages {
  private static final int PER_PAGE = 30;

  private final SearchIndexes index;
  private final TaxonomyService taxonomy;
  private final OrganisationService organisations;
  private final ExchangeService exchanges;
  private final PageContext pages;
  private final SearchListener listener;

  public DirectoryPages(
      SearchIndexes index,
      TaxonomyService taxonomy,
      OrganisationService organisations,
      ExchangeService exchanges,
      PageContext pages,
      SearchListener listener) {
    this.index = index;
    this.taxonomy = taxonomy;
    this.organisations = organisations;
    this.exchanges = exchanges;
    this.pages = pages;
    this.listener = listener;
  }

  public void add(Routes routes) {
    routes.get("/organisations", Action.READ_DIRECTORY, this::list);
    routes.get("/organisations.csv", Action.READ_DIRECTORY, this::csv);
  }

  private void list(Context context) {
    var texts = pages.texts(context);
    Frame frame =
        pages.frame(
            context,
            Frame.Head.of(texts.say("directory.title"), texts.say("directory.description")));
    SearchQuery query = DirectoryQuery.lenient(context, frame.language(), PER_PAGE);
    Viewer viewer = Caller.of(context).viewer();
    SearchIndex own = index.of(viewer.audience());
    SearchResult result = own.search(query);
    DirectoryQuery.manner(context, query)
        .ifPresent(manner -> listener.searched(SearchListener.Found.of(query, result), manner));
    Map<String, FacetGroup.Naming> namings = namings(taxonomy.current());
    var repairs = new Repairs(own, namings, frame);
    boolean filtered = !query.filters().chosen().isEmpty() || !query.text().isBlank();
    pages.send(
        context,
        "directory/directory.jte",
        frame,
        new DirectoryPage(
            DirectoryPage.Asked.of(frame),
            facets(result, namings, frame),
            Chip.list(frame, namings),
            new DirectoryPage.Results(
                result.total(),
                cards(viewer, result.hits(), frame),
                result.alsoSearched(),
                result.wording().relaxed(),
                result.wording().whole(),
                result.wording().stopped(),
                filtered),
            result.total() == 0 ? repairs.of(query) : List.of(),
            result.total() == 0 ? repairs.nearest(query.text()) : List.of(),
            DirectoryPage.Links.of(frame, result.next())));
  }

  /** All hits of the query, whatever the page shows, in its order. */
  private void csv(Context context) {
    Frame frame = pages.frame(context, Frame.Head.of("CSV", null));
    SearchQuery query =
        DirectoryQuery.lenient(context, frame.language(), SearchQuery.Page.MAX_LIMIT);
    var csv = new DirectoryCsv(taxonomy.current(), frame, exchanges.today());
    SearchQuery step =
        query
            .with(SearchQuery.Want.HITS)
            .with(new SearchQuery.Page(SearchQuery.Page.MAX_LIMIT, null));
    Viewer viewer = Caller.of(context).viewer();
    while (true) {
      SearchResult result = index.of(viewer.audience()).search(step);
      Map<UUID, Organisation> byId = byId(result.hits(), viewer);
      result.hits().stream()
          .map(SearchResult.Hit::id)
          .filter(byId::containsKey)
          .map(byId::get)
          .forEach(csv::add);
      if (result.next() == null) {
        break;
      }
      step = step.with(new SearchQuery.Page(SearchQuery.Page.MAX_LIMIT, result.next()));
    }
    Answers.keepApart(context)
        .contentType(praya.csv.CsvText.MEDIA_TYPE)
        .header("Content-Disposition", "attachment; filename=\"organisations.csv\"")
        .result(csv.text());
  }

  private static Map<String, FacetGroup.Naming> namings(Taxonomy taxonomy) {
    Map<String, FacetGroup.Naming> namings = new LinkedHashMap<>();
    for (Facet facet : Facet.values()) {
      namings.put(
          facet.jsonName(), new FacetGroup.Naming(taxonomy, facet.vocabulary().orElse(null)));
    }
    return namings;
  }

  private static List<FacetGroup> facets(
      SearchResult result, Map<String, FacetGroup.Naming> namings, Frame frame) {
    List<FacetGroup> groups = new ArrayList<>();
    result
        .facets()
        .forEach((facet, counts) -> {
          List<FacetGroup.Count> values =
              counts.stream()
                  .map(count -> new FacetGroup.Count(count.code(), count.count()))
                  .toList();
          FacetGroup.Naming naming =
              java.util.Objects.requireNonNull(namings.get(facet.jsonName()));
          groups.add(FacetGroup.of(facet.jsonName(), naming, values, frame));
        });
    return groups;
  }

  private List<Card> cards(Viewer viewer, List<SearchResult.Hit> hits, Frame frame) {
    Map<UUID, Organisation> byId = byId(hits, viewer);
    Map<UUID, Card.Open> open = open(viewer, byId);
    List<Card> cards = new ArrayList<>();
    for (SearchResult.Hit hit : hits) {
      Organisation organisation = byId.get(hit.id());
      if (organisation != null) {
        List<Snippet> found =
            hit.found().stream().map(at -> Snippet.of(at.field(), at.snippet(), frame)).toList();
        cards.add(
            Card.of(organisation, taxonomy.current(), frame.language())
                .with(open.getOrDefault(hit.id(), Card.Open.NONE))
                .with(found));
      }
    }
    return cards;
  }

  private Map<UUID, Organisation> byId(List<SearchResult.Hit> hits, Viewer viewer) {
    Map<UUID, Organisation> byId = new HashMap<>();
    Set<UUID> ids =
        hits.stream().map(SearchResult.Hit::id).collect(java.util.stream.Collectors.toSet());
    organisations
        .list(ids, viewer)
        .forEach(organisation -> byId.put(organisation.id(), organisation));
    return byId;
  }

  private Map<UUID, Card.Open> open(Viewer viewer, Map<UUID, Organisation> byId) {
    var today = exchanges.today();
    Map<UUID, Card.Open> open = new HashMap<>();
    for (Sheet sheet : exchanges.sheets(byId.values(), viewer)) {
      open.put(
          sheet.id(),
          new Card.Open(
              (int) sheet.needs().stream().filter(need -> need.isOpen(today)).count(),
              (int) sheet.offers().stream().filter(offer -> offer.isOpen(today)).count()));
    }
    return open;
  }
}
