package praya.search;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import praya.search.SearchQuery.Filters;

/**
 * The index as it is at one moment, with the facet values of every organisation in memory.
 *
 * <p>Reading the values from the column costs more than all else in a search (half of the time at a
 * million organisations); in memory they take two bytes each.
 */
final class Snapshot extends IndexSearcher {
  private final SegmentFacets[] facets;
  private final List<FacetValues.Value> values;
  private final RecordCache records;
  private final KnownTerms terms = new KnownTerms();
  private volatile @Nullable FacetCounter all;

  Snapshot(IndexReader reader, Segments segments) throws IOException {
    super(reader);
    setSimilarity(Fields.similarity());
    setQueryCache(null); // measured: it makes nothing faster here
    List<LeafReaderContext> leaves = reader.leaves();
    facets = new SegmentFacets[leaves.size()];
    for (LeafReaderContext leaf : leaves) {
      facets[leaf.ord] = segments.facets(leaf.reader());
    }
    values = segments.numbers().all();
    records = segments.records();
  }

  SegmentFacets facets(LeafReaderContext leaf) {
    return facets[leaf.ord];
  }

  /** The count of everything: the home page asks for nothing else. Counted once. */
  FacetCounter countAll() throws IOException {
    FacetCounter known = all;
    if (known == null) {
      known = new FacetCounter(this, Filters.NONE);
      search(MatchAllDocsQuery.INSTANCE, known.manager());
      all = known;
    }
    return known;
  }

  static BytesRef bytes(LeafReaderContext leaf, String field, int doc) throws IOException {
    BinaryDocValues column = DocValues.getBinary(leaf.reader(), field);
    if (!column.advanceExact(doc)) {
      throw new IllegalStateException("The column (" + field + ") has no value for a hit.");
    }
    return column.binaryValue();
  }

  KnownTerms.Known term(String field, String token) throws IOException {
    return terms.find(this, field, token);
  }

  /** An organisation's record, ready to mark words in. */
  ScannedRecord record(LeafReaderContext leaf, int doc) throws IOException {
    Object segment = Segments.key(leaf.reader());
    ScannedRecord known = records.find(segment, doc);
    return known == null
        ? records.keep(segment, doc, HitRecord.of(bytes(leaf, Fields.RECORD, doc)))
        : known;
  }

  /** Every value that a number of this snapshot's segments can stand for. */
  List<FacetValues.Value> values() {
    return values;
  }
}
