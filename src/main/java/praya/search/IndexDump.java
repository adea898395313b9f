package praya.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Everything that the index holds of each organisation as text, the same however it got there. */
final class IndexDump {
  private IndexDump() {}

  static List<String> of(Snapshot snapshot) throws IOException {
    Map<String, String> bySlug = new TreeMap<>();
    for (LeafReaderContext leaf : snapshot.getIndexReader().leaves()) {
      segment(leaf.reader(), bySlug);
    }
    return List.copyOf(bySlug.values());
  }

  private static void segment(LeafReader reader, Map<String, String> bySlug) throws IOException {
    List<SortedSet<String>> lines = new ArrayList<>();
    for (int doc = 0; doc < reader.maxDoc(); doc++) {
      lines.add(new TreeSet<>());
    }
    for (FieldInfo field : reader.getFieldInfos()) {
      if (field.getIndexOptions() != IndexOptions.NONE) {
        terms(reader, field.name, lines);
      }
      column(reader, field, lines);
    }
    SortedDocValues slugs = DocValues.getSorted(reader, Fields.SLUG);
    Bits live = reader.getLiveDocs();
    for (int doc = 0; doc < reader.maxDoc(); doc++) {
      if ((live == null || live.get(doc)) && slugs.advanceExact(doc)) {
        String slug = slugs.lookupOrd(slugs.ordValue()).utf8ToString();
        String key = slug + " " + lines.get(doc).first();
        bySlug.put(key, slug + "\n  " + String.join("\n  ", lines.get(doc)));
      }
    }
  }

  private static void terms(LeafReader reader, String field, List<SortedSet<String>> lines)
      throws IOException {
    Terms terms = reader.terms(field);
    if (terms == null) {
      return;
    }
    TermsEnum all = terms.iterator();
    for (BytesRef term = all.next(); term != null; term = all.next()) {
      String text = field + " " + (field.equals(Fields.ID) ? hex(term) : term.utf8ToString());
      PostingsEnum postings = all.postings(null, PostingsEnum.FREQS);
      while (postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        StringBuilder line = new StringBuilder(text);
        if (terms.hasFreqs()) {
          line.append(" x").append(postings.freq());
        }
        lines.get(postings.docID()).add(line.toString());
      }
    }
  }

  private static void column(LeafReader reader, FieldInfo field, List<SortedSet<String>> lines)
      throws IOException {
    for (int doc = 0; doc < reader.maxDoc(); doc++) {
      String value =
          switch (field.getDocValuesType()) {
            case NUMERIC -> number(DocValues.getNumeric(reader, field.name), doc);
            case BINARY -> bytes(DocValues.getBinary(reader, field.name), doc);
            case SORTED -> sorted(DocValues.getSorted(reader, field.name), doc);
            case SORTED_SET -> set(DocValues.getSortedSet(reader, field.name), doc);
            case NONE, SORTED_NUMERIC -> null;
          };
      if (value != null) {
        lines.get(doc).add("=" + field.name + " " + value);
      }
    }
  }

  private static @Nullable String number(NumericDocValues column, int doc) throws IOException {
    return column.advanceExact(doc) ? Long.toString(column.longValue()) : null;
  }

  private static @Nullable String bytes(BinaryDocValues column, int doc) throws IOException {
    return column.advanceExact(doc) ? hex(column.binaryValue()) : null;
  }

  private static @Nullable String sorted(SortedDocValues column, int doc) throws IOException {
    return column.advanceExact(doc) ? hex(column.lookupOrd(column.ordValue())) : null;
  }

  private static @Nullable String set(SortedSetDocValues column, int doc) throws IOException {
    if (!column.advanceExact(doc)) {
      return null;
    }
    TreeSet<String> values = new TreeSet<>();
    for (int i = 0; i < column.docValueCount(); i++) {
      values.add(column.lookupOrd(column.nextOrd()).utf8ToString());
    }
    return values.toString();
  }

  private static String hex(BytesRef bytes) {
    return HexFormat.of().formatHex(bytes.bytes, bytes.offset, bytes.offset + bytes.length);
  }
}
