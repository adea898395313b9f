package praya.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import praya.search.SearchQuery.Filters;
import praya.search.text.Glossary;

/**
 * What standing searches find at one moment. Each is read anew, by the same reading as the
 * directory's: a word that the index did not have when the search was saved may be there now, and
 * the other way round, and either changes what the text means.
 */
final class StrictSearch {
  private final Snapshot snapshot;
  private final Glossary glossary;
  private final Map<String, Query> read = new HashMap<>();

  StrictSearch(Snapshot snapshot, Glossary glossary) {
    this.snapshot = snapshot;
    this.glossary = glossary;
  }

  /** Which of these organisations each search finds, in the order of the searches. */
  List<Set<UUID>> among(List<StandingSearch> searches, Collection<UUID> organisations)
      throws IOException {
    Query these = new TermInSetQuery(Fields.ID, keys(organisations));
    Map<Filters, Boolean> hopeless = new HashMap<>();
    List<Set<UUID>> found = new ArrayList<>(searches.size());
    for (StandingSearch search : searches) {
      // Filters are cheaper to ask than words are to read, and most searches end here.
      @Nullable Boolean none = hopeless.get(search.filters());
      if (none == null) {
        none = snapshot.count(both(filters(search.filters()), these)) == 0;
        hopeless.put(search.filters(), none);
      }
      found.add(none ? Set.of() : ids(both(query(search), these), organisations.size()));
    }
    return found;
  }

  /** What a search finds, at most so many. */
  Set<UUID> first(StandingSearch search, int most) throws IOException {
    return ids(query(search), most);
  }

  private Query query(StandingSearch search) throws IOException {
    Query words = read.get(search.text());
    if (words == null) {
      words = new Reading(snapshot, glossary, search.text()).strict().query();
      read.put(search.text(), words);
    }
    return both(words, filters(search.filters()));
  }

  private static @Nullable Query filters(Filters filters) {
    if (filters.chosen().isEmpty()) {
      return null;
    }
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    filters
        .chosen()
        .forEach((facet, codes) -> {
          List<BytesRef> values =
              codes.stream()
                  .map(code -> new BytesRef(OrganisationDocument.facet(facet, code)))
                  .toList();
          all.add(new TermInSetQuery(Fields.FACET, values), Occur.FILTER);
        });
    return all.build();
  }

  private static Query both(@Nullable Query one, @Nullable Query other) {
    BooleanQuery.Builder both = new BooleanQuery.Builder();
    if (one != null) {
      both.add(one, Occur.FILTER);
    }
    if (other != null) {
      both.add(other, Occur.FILTER);
    }
    return both.build();
  }

  private Set<UUID> ids(Query query, int most) throws IOException {
    List<LeafReaderContext> leaves = snapshot.getIndexReader().leaves();
    Set<UUID> ids = new HashSet<>();
    for (ScoreDoc hit : snapshot.search(query, Math.max(1, most)).scoreDocs) {
      LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(hit.doc, leaves));
      ids.add(snapshot.record(leaf, hit.doc - leaf.docBase).id());
    }
    return ids;
  }

  private static List<BytesRef> keys(Collection<UUID> organisations) {
    return organisations.stream().map(OrganisationDocument::key).toList();
  }
}
