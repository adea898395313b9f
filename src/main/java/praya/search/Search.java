package praya.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import praya.search.SearchQuery.Sort;
import praya.search.SearchResult.Hit;
import praya.search.SearchResult.Wording;
import praya.search.text.Glossary;
import praya.search.text.Marker;
import praya.search.text.Question;

/**
 * One search, in two passes: count everything without scores, then find the best with the hits that
 * cannot be among them skipped. Together they cost half of one pass that does both.
 */
final class Search {
  /** Counting is the other pass's work. */
  private static final int COUNT_NOTHING = 1;

  private final Snapshot snapshot;
  private final Glossary glossary;
  private final SearchQuery query;
  private final Question question;
  private final Sort order;

  Search(Snapshot snapshot, Glossary glossary, SearchQuery query) {
    this.snapshot = snapshot;
    this.glossary = glossary;
    this.query = query;
    this.question = Question.read(query.text(), glossary);
    this.order = query.sort() == Sort.RELEVANCE && question.isEmpty() ? Sort.NAME : query.sort();
  }

  SearchResult run() throws IOException {
    String cursor = query.page().cursor();
    FieldDoc after = cursor == null ? null : Cursor.read(cursor, query, order);
    TextQuery text = new TextQueryBuilder(snapshot, question).strict();
    Counts counts = count(text);
    boolean relaxed = false;
    if (counts.total() == 0 && !question.isEmpty() && !exists(text)) {
      TextQuery weaker = relax();
      if (weaker != null) {
        relaxed = true;
        text = weaker;
        counts = count(text);
      }
    }
    List<Hit> hits = List.of();
    String next = null;
    if (counts.total() > 0) {
      TopFieldDocs best = best(text, after);
      hits = hits(best, text);
      next = next(best);
    }
    Wording wording = new Wording(text.alsoSearched(), relaxed, question.left());
    return new SearchResult(counts.total(), hits, counts.facets(), next, wording);
  }

  private record Counts(long total, Map<Facet, List<SearchResult.FacetCount>> facets) {}

  private Counts count(TextQuery text) throws IOException {
    if (!query.want().facets()) {
      return new Counts(snapshot.count(filtered(text)), Map.of());
    }
    FacetCounter counter = new FacetCounter(snapshot, query.filters());
    snapshot.search(text.query(), counter.manager());
    return new Counts(counter.total(), counter.counts());
  }

  /**
   * Whether anything at all has the words. The filters must not decide whether a query is relaxed:
   * the count of a facet value would no longer be what a click on it finds.
   */
  private boolean exists(TextQuery text) throws IOException {
    return !query.filters().chosen().isEmpty()
        && snapshot.search(text.query(), 1).scoreDocs.length > 0;
  }

  private @Nullable TextQuery relax() throws IOException {
    for (int least : new TextQueryBuilder(snapshot, question).relaxations()) {
      TextQuery weaker = new TextQueryBuilder(snapshot, question).relaxed(least);
      if (snapshot.search(weaker.query(), 1).scoreDocs.length > 0) {
        return weaker;
      }
    }
    return null;
  }

  private Query filtered(TextQuery text) {
    if (query.filters().chosen().isEmpty()) {
      return text.query();
    }
    BooleanQuery.Builder all = new BooleanQuery.Builder().add(text.query(), Occur.MUST);
    query
        .filters()
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

  private TopFieldDocs best(TextQuery text, @Nullable FieldDoc after) throws IOException {
    SortField key =
        switch (order) {
          case RELEVANCE -> SortField.FIELD_SCORE;
          case NAME -> new SortField(Fields.NAME_KEY, SortField.Type.STRING);
          case NEWEST -> new SortField(Fields.NEWEST, SortField.Type.LONG, true);
          case CONFIRMED -> new SortField(Fields.CONFIRMED, SortField.Type.LONG, true);
        };
    SortField slug = new SortField(Fields.SLUG, SortField.Type.STRING);
    var sort = new org.apache.lucene.search.Sort(key, slug);
    int more = query.page().limit() + 1; // one more tells whether there is a next page
    return snapshot.search(
        filtered(text), new TopFieldCollectorManager(sort, more, after, COUNT_NOTHING));
  }

  private @Nullable String next(TopFieldDocs best) {
    int limit = query.page().limit();
    return best.scoreDocs.length > limit
        ? Cursor.write(query, order, (FieldDoc) best.scoreDocs[limit - 1])
        : null;
  }

  private List<Hit> hits(TopFieldDocs best, TextQuery text) throws IOException {
    Marker marker = query.want().snippets() ? text.marker() : null;
    FoundIn found = marker == null ? null : new FoundIn(text, marker, glossary, query.language());
    List<LeafReaderContext> leaves = snapshot.getIndexReader().leaves();
    List<Hit> hits = new ArrayList<>();
    for (int i = 0; i < Math.min(query.page().limit(), best.scoreDocs.length); i++) {
      ScoreDoc hit = best.scoreDocs[i];
      LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(hit.doc, leaves));
      int doc = hit.doc - leaf.docBase;
      HitRecord record = HitRecord.of(bytes(leaf, Fields.RECORD, doc));
      BytesRef json = bytes(leaf, Fields.JSON, doc);
      byte[] copy = Arrays.copyOfRange(json.bytes, json.offset, json.offset + json.length);
      hits.add(
          new Hit(
              record.id(),
              record.slug(),
              copy,
              found == null ? List.of() : found.in(record, values(leaf, doc))));
    }
    return hits;
  }

  private static BytesRef bytes(LeafReaderContext leaf, String field, int doc) throws IOException {
    BinaryDocValues column = DocValues.getBinary(leaf.reader(), field);
    if (!column.advanceExact(doc)) {
      throw new IllegalStateException("The column (" + field + ") has no value for a hit.");
    }
    return column.binaryValue();
  }

  private List<FacetValues.Value> values(LeafReaderContext leaf, int doc) {
    Snapshot.SegmentFacets facets = snapshot.facets(leaf);
    List<FacetValues.Value> values = new ArrayList<>();
    for (int i = facets.starts()[doc]; i < facets.starts()[doc + 1]; i++) {
      values.add(snapshot.values().get(facets.numbers()[i]));
    }
    return values;
  }
}
