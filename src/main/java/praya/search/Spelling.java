package praya.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.util.BytesRef;

/**
 * Words of the index that somebody may have meant who typed a Latin word that it does not have: one
 * wrong, missing, doubled or swapped letter from four letters on, two from eight. The first letter
 * must be right: people rarely miss it, and it keeps the look-up small.
 */
final class Spelling {
  static final int SHORTEST = 4;
  private static final int SHORTEST_FOR_TWO = 8;
  private static final int MOST = 4;

  private Spelling() {}

  /** A word of the index and how many letters it is away. */
  record Correction(String word, int edits, int organisations) {}

  static List<Correction> of(IndexReader reader, String word) throws IOException {
    if (word.length() < SHORTEST || !word.chars().allMatch(c -> c < 0x250)) {
      return List.of();
    }
    int edits = word.length() >= SHORTEST_FOR_TWO ? 2 : 1;
    Map<String, Correction> found = new TreeMap<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      Terms terms = leaf.reader().terms(Fields.SPELL);
      if (terms != null) {
        gather(terms, word, edits, found);
      }
    }
    List<Correction> corrections = new ArrayList<>(found.values());
    int nearest = corrections.stream().mapToInt(Correction::edits).min().orElse(0);
    corrections.removeIf(correction -> correction.edits() > nearest);
    corrections.sort(
        Comparator.comparingInt(Correction::organisations)
            .reversed()
            .thenComparing(Correction::word));
    return List.copyOf(corrections.subList(0, Math.min(MOST, corrections.size())));
  }

  /** Whole names of Han characters that differ in one, in alphabetical order; a few. */
  static List<String> names(IndexReader reader, String written) throws IOException {
    TreeSet<String> names = new TreeSet<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      Terms terms = leaf.reader().terms(Fields.EXACT);
      if (terms != null) {
        TermsEnum near = new FuzzyTermsEnum(terms, new Term(Fields.EXACT, written), 1, 0, true);
        for (BytesRef term = near.next(); term != null; term = near.next()) {
          String name = term.utf8ToString();
          if (name.length() == written.length()) {
            names.add(name);
          }
        }
      }
    }
    return names.stream().limit(MOST).toList();
  }

  private static void gather(Terms terms, String word, int edits, Map<String, Correction> found)
      throws IOException {
    TermsEnum near = new FuzzyTermsEnum(terms, new Term(Fields.SPELL, word), edits, 1, true);
    for (BytesRef term = near.next(); term != null; term = near.next()) {
      String text = term.utf8ToString();
      int count = near.docFreq();
      found.merge(
          text,
          new Correction(text, distance(word, text), count),
          (a, b) -> new Correction(text, a.edits(), a.organisations() + b.organisations()));
    }
  }

  /** Damerau-Levenshtein with adjacent swaps; both words are short. */
  static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + change);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
