package praya.directory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import praya.http.Address;
import praya.http.Frame;
import praya.search.Facet;
import praya.search.SearchIndex;
import praya.search.SearchQuery;
import praya.search.Suggestion;

/** What somebody can do about a list in which nothing is found. */
final class Repairs {
  /** More are no help to choose. */
  private static final int MOST_TERMS = 6;

  private final SearchIndex index;
  private final Map<String, FacetGroup.Naming> namings;
  private final Frame frame;

  Repairs(SearchIndex index, Map<String, FacetGroup.Naming> namings, Frame frame) {
    this.index = index;
    this.namings = namings;
    this.frame = frame;
  }

  /** What the list would have without one of its filters, or without its words. */
  List<DirectoryPage.Repair> of(SearchQuery query) {
    List<DirectoryPage.Repair> repairs = new ArrayList<>();
    query
        .filters()
        .chosen()
        .forEach((facet, codes) ->
            codes.forEach(code -> {
              SearchQuery without = query.with(minus(query.filters(), facet, code));
              String label =
                  java.util.Objects.requireNonNull(namings.get(facet.jsonName()))
                      .label(facet.jsonName(), code, frame)
                      .map(praya.http.Phrase::text)
                      .orElse(code);
              add(
                  repairs,
                  label,
                  frame.here().without(facet.jsonName(), code).without("cursor").href(),
                  without);
            }));
    if (!query.text().isBlank() && !query.filters().chosen().isEmpty()) {
      Address unworded = frame.here().without("q").without("cursor");
      add(repairs, query.text(), unworded.href(), SearchQuery.of("").with(query.filters()));
    }
    if (repairs.isEmpty() && query.filters().chosen().size() > 1) {
      // No single filter is in the way; all of them together are.
      Address bare = Address.of(frame.here().path()).and("q", query.text());
      add(repairs, frame.say("filters.all"), bare.href(), SearchQuery.of(query.text()));
    }
    return repairs;
  }

  /** Terms that look like the words, each without any other filter, and what they would find. */
  List<DirectoryPage.Near> nearest(String text) {
    List<DirectoryPage.Near> near = new ArrayList<>();
    for (Suggestion term : index.nearest(text, MOST_TERMS, frame.language())) {
      Facet.find(term.type().code())
          .ifPresent(facet -> {
            var filters = SearchQuery.Filters.NONE.plus(facet, term.code());
            long total = total(SearchQuery.of("").with(filters));
            String href = Address.of(frame.here().path()).and(facet.jsonName(), term.code()).href();
            if (total > 0) {
              near.add(new DirectoryPage.Near(term.label(), href, total));
            }
          });
    }
    return near;
  }

  private void add(
      List<DirectoryPage.Repair> repairs, String label, String href, SearchQuery query) {
    long total = total(query);
    if (total > 0) {
      repairs.add(new DirectoryPage.Repair(label, href, total));
    }
  }

  private long total(SearchQuery query) {
    SearchQuery one = query.with(new SearchQuery.Page(1, null)).with(SearchQuery.Want.HITS);
    return index.search(one).total();
  }

  private static SearchQuery.Filters minus(SearchQuery.Filters filters, Facet facet, String code) {
    Map<Facet, Set<String>> less = new HashMap<>(filters.chosen());
    Set<String> codes = new java.util.TreeSet<>(filters.of(facet));
    codes.remove(code);
    less.put(facet, codes);
    return new SearchQuery.Filters(less);
  }
}
