package praya.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import praya.search.SearchQuery.Filters;

/**
 * The index as it is at one moment, with the facet values of every organisation in memory.
 *
 * <p>Reading the values from the column costs more than all else in a search (half of the time at a
 * million organisations); in memory they take two bytes each. Segments never change, so a new
 * snapshot reads only those that are new.
 */
final class Snapshot extends IndexSearcher {
  private final Map<Object, SegmentFacets> bySegment = new HashMap<>();
  private final List<FacetValues.Value> values;
  private final RecordCache records;
  private final KnownTerms terms = new KnownTerms();
  private volatile @Nullable FacetCounter all;

  Snapshot(IndexReader reader, @Nullable Snapshot previous, FacetValues numbers)
      throws IOException {
    super(reader);
    setSimilarity(Fields.similarity());
    setQueryCache(null); // measured: it makes nothing faster here
    for (LeafReaderContext leaf : reader.leaves()) {
      Object segment = segment(leaf);
      SegmentFacets known = previous == null ? null : previous.bySegment.get(segment);
      bySegment.put(segment, known == null ? SegmentFacets.read(leaf, numbers) : known);
    }
    values = numbers.all();
    records = previous == null ? new RecordCache() : previous.records;
  }

  private static Object segment(LeafReaderContext leaf) {
    return leaf.reader().getCoreCacheHelper().getKey();
  }

  SegmentFacets facets(LeafReaderContext leaf) {
    SegmentFacets facets = bySegment.get(segment(leaf));
    if (facets == null) {
      throw new IllegalStateException("The segment is not one of this snapshot's.");
    }
    return facets;
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
    Object segment = segment(leaf);
    ScannedRecord known = records.find(segment, doc);
    return known == null
        ? records.keep(segment, doc, HitRecord.of(bytes(leaf, Fields.RECORD, doc)))
        : known;
  }

  /** Every value that a number of this snapshot's segments can stand for. */
  List<FacetValues.Value> values() {
    return values;
  }

  /**
   * The facet values of a segment's organisations.
   *
   * @param starts where each organisation's numbers begin; one more at the end
   */
  @SuppressWarnings("ArrayRecordComponent") // read in the innermost loop
  record SegmentFacets(int[] starts, char[] numbers) {

    static SegmentFacets read(LeafReaderContext leaf, FacetValues values) throws IOException {
      SortedSetDocValues column = DocValues.getSortedSet(leaf.reader(), Fields.FACET);
      char[] numberOf = new char[(int) column.getValueCount()];
      for (int i = 0; i < numberOf.length; i++) {
        numberOf[i] = (char) values.number(column.lookupOrd(i).utf8ToString());
      }
      int[] starts = new int[leaf.reader().maxDoc() + 1];
      char[] numbers = new char[Math.max(16, starts.length * 12)];
      int size = 0;
      for (int doc = 0; doc < starts.length - 1; doc++) {
        starts[doc] = size;
        if (column.advanceExact(doc)) {
          int count = column.docValueCount();
          if (size + count > numbers.length) {
            numbers = Arrays.copyOf(numbers, numbers.length * 2 + count);
          }
          for (int i = 0; i < count; i++) {
            numbers[size++] = numberOf[(int) column.nextOrd()];
          }
        }
      }
      starts[starts.length - 1] = size;
      return new SegmentFacets(starts, Arrays.copyOf(numbers, size));
    }
  }
}
