package praya.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TopFieldCollector;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import praya.search.SearchQuery.Sort;
import praya.search.SearchResult.FacetCount;
import praya.search.SearchResult.Hit;
import praya.search.SearchResult.Wording;
import praya.search.text.Glossary;
import praya.search.text.Marker;

/**
 * One search. In a large index it takes two passes: count everything without scores, then find the
 * best with the hits that cannot be among them skipped; together they cost half of one pass that
 * does both. In a small one preparing a pass is most of its cost, so one does both.
 */
final class Search {
  /** Counting is the other pass's work. */
  private static final int COUNT_NOTHING = 1;

  /** Organisations up to which one pass is quicker. */
  private static final int SMALL = 5_000;

  private final Snapshot snapshot;
  private final Glossary glossary;
  private final SearchQuery query;
  private final Reading reading;
  private final Sort order;

  Search(Snapshot snapshot, Glossary glossary, SearchQuery query) {
    this.snapshot = snapshot;
    this.glossary = glossary;
    this.query = query;
    this.reading = new Reading(snapshot, glossary, query.text());
    this.order =
        query.sort() == Sort.RELEVANCE && reading.question().isEmpty() ? Sort.NAME : query.sort();
  }

  SearchResult run() throws IOException {
    String cursor = query.page().cursor();
    FieldDoc after = cursor == null ? null : Cursor.read(cursor, query, order);
    TextQuery sentence = reading.sentence();
    boolean relaxed = sentence != null;
    TextQuery text = sentence == null ? reading.strict() : sentence;
    Pass pass = pass(text, after);
    long whole = relaxed ? 0 : pass.total();
    if (sentence == null && order == Sort.RELEVANCE && pass.total() < FewHits.ENOUGH) {
      TextQuery extended = reading.extended();
      if (extended != null) {
        text = extended;
        pass = pass(text, after);
        relaxed = pass.total() > whole;
      }
    }
    if (pass.total() == 0 && !relaxed && !reading.isEmpty() && !exists(text)) {
      TextQuery weaker = relax();
      if (weaker != null) {
        relaxed = true;
        text = weaker;
        pass = pass(text, after);
      }
    }
    TopFieldDocs best = pass.best();
    List<Hit> hits = best == null ? List.of() : hits(best, text);
    String next = best == null ? null : next(best);
    String left = reading.left(sentence != null);
    Wording wording = new Wording(text.alsoSearched(), relaxed, whole, reading.stopped(), left);
    return new SearchResult(pass.total(), hits, pass.facets(), next, wording);
  }

  /** What was found with one reading of the text; no best ones if there is nothing. */
  private record Pass(
      long total, Map<Facet, List<FacetCount>> facets, @Nullable TopFieldDocs best) {}

  private Pass pass(TextQuery text, @Nullable FieldDoc after) throws IOException {
    boolean small = snapshot.getIndexReader().maxDoc() <= SMALL;
    var manager =
        new TopFieldCollectorManager(
            sort(), query.page().limit() + 1, after, small ? Integer.MAX_VALUE : COUNT_NOTHING);
    if (!query.want().facets()) {
      TopFieldDocs best = snapshot.search(filtered(text), manager);
      long total = small ? best.totalHits.value() : snapshot.count(filtered(text));
      return new Pass(total, Map.of(), total == 0 ? null : best);
    }
    if (small) {
      TopFieldCollector collector = manager.newCollector();
      FacetCounter counter = new FacetCounter(snapshot, query.filters(), collector);
      snapshot.search(text.query(), counter.manager());
      TopFieldDocs best = counter.total() == 0 ? null : collector.topDocs();
      return new Pass(counter.total(), counter.counts(), best);
    }
    FacetCounter counter = counter(text);
    TopFieldDocs best = counter.total() == 0 ? null : snapshot.search(filtered(text), manager);
    return new Pass(counter.total(), counter.counts(), best);
  }

  private FacetCounter counter(TextQuery text) throws IOException {
    if (reading.isEmpty() && query.filters().chosen().isEmpty()) {
      return snapshot.countAll();
    }
    FacetCounter counter = new FacetCounter(snapshot, query.filters());
    snapshot.search(text.query(), counter.manager());
    return counter;
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
    for (int least : reading.relaxations()) {
      TextQuery weaker = reading.relaxed(least);
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

  private org.apache.lucene.search.Sort sort() {
    SortField key =
        switch (order) {
          case RELEVANCE -> SortField.FIELD_SCORE;
          case NAME -> by(NameOrder.ENGLISH);
          case STROKE -> by(NameOrder.STROKE);
          case PINYIN -> by(NameOrder.PINYIN);
          case NEWEST -> new SortField(Fields.NEWEST, SortField.Type.LONG, true);
          case CONFIRMED -> new SortField(Fields.CONFIRMED, SortField.Type.LONG, true);
        };
    return new org.apache.lucene.search.Sort(
        key, new SortField(Fields.SLUG, SortField.Type.STRING));
  }

  private static SortField by(NameOrder order) {
    return new SortField(order.field(), SortField.Type.STRING);
  }

  private @Nullable String next(TopFieldDocs best) {
    int limit = query.page().limit();
    return best.scoreDocs.length > limit
        ? Cursor.write(query, order, (FieldDoc) best.scoreDocs[limit - 1])
        : null;
  }

  private List<Hit> hits(TopFieldDocs best, TextQuery text) throws IOException {
    Marker marker = query.want().snippets() ? text.marker() : null;
    FoundIn found =
        marker == null ? null : new FoundIn(text, snapshot, marker, glossary, query.language());
    List<LeafReaderContext> leaves = snapshot.getIndexReader().leaves();
    List<Hit> hits = new ArrayList<>();
    for (int i = 0; i < Math.min(query.page().limit(), best.scoreDocs.length); i++) {
      ScoreDoc hit = best.scoreDocs[i];
      LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(hit.doc, leaves));
      int doc = hit.doc - leaf.docBase;
      BytesRef json = Snapshot.bytes(leaf, Fields.JSON, doc);
      byte[] copy = Arrays.copyOfRange(json.bytes, json.offset, json.offset + json.length);
      if (found == null) {
        // To cut long texts into words only to know whose they are would be most of the work.
        HitRecord record = HitRecord.withoutTexts(Snapshot.bytes(leaf, Fields.RECORD, doc));
        hits.add(new Hit(record.id(), record.slug(), copy, List.of()));
        continue;
      }
      ScannedRecord record = snapshot.record(leaf, doc);
      hits.add(
          new Hit(record.id(), record.slug(), copy, found.in(record, snapshot.facets(leaf), doc)));
    }
    return hits;
  }
}
