package praya.search;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedSetDocValues;

/**
 * The facet values of a segment's organisations.
 *
 * @param starts where each organisation's numbers begin; one more at the end
 */
@SuppressWarnings("ArrayRecordComponent") // read in the innermost loop
record SegmentFacets(int[] starts, char[] numbers) {

  static SegmentFacets read(LeafReader segment, FacetValues values) throws IOException {
    SortedSetDocValues column = DocValues.getSortedSet(segment, Fields.FACET);
    char[] numberOf = new char[(int) column.getValueCount()];
    for (int i = 0; i < numberOf.length; i++) {
      numberOf[i] = (char) values.number(column.lookupOrd(i).utf8ToString());
    }
    int[] starts = new int[segment.maxDoc() + 1];
    char[] numbers = new char[Math.max(16, starts.length * 12)];
    int size = 0;
    for (int doc = 0; doc < starts.length - 1; doc++) {
      starts[doc] = size;
      if (column.advanceExact(doc)) {
        int count = column.docValueCount();
        if (size + count > numbers.length) {
          numbers = Arrays.copyOf(numbers, numbers.length + numbers.length / 4 + count);
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
