package praya.history;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;

/**
 * The difference of two texts by words: which words of the one are not in the other. A run of
 * letters and digits is a word; a Chinese character is one by itself, since nothing in the text
 * says where a Chinese word ends. The algorithm is Myers' (1986), its time grows with the length of
 * the texts times their difference; texts of records have at most four thousand characters.
 */
public record WordDifference(List<Piece> before, List<Piece> after) {

  /** A part of a text, and whether the other text lacks it. */
  public record Piece(String text, boolean changed) {}

  public WordDifference {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }

  public static WordDifference of(String before, String after) {
    return ofWords(words(before), words(after), "");
  }

  /** The difference of two lists, whose items are taken as they are. */
  public static WordDifference ofItems(List<String> before, List<String> after) {
    return ofWords(before, after, "\n");
  }

  private static WordDifference ofWords(List<String> before, List<String> after, String between) {
    var left = new Pieces(between);
    var right = new Pieces(between);
    int done = 0;
    for (AbstractDelta<String> delta : DiffUtils.diff(before, after).getDeltas()) {
      int start = delta.getSource().getPosition();
      for (String same : before.subList(done, start)) {
        left.add(same, false);
        right.add(same, false);
      }
      delta.getSource().getLines().forEach(word -> left.add(word, true));
      delta.getTarget().getLines().forEach(word -> right.add(word, true));
      done = start + delta.getSource().size();
    }
    for (String same : before.subList(done, before.size())) {
      left.add(same, false);
      right.add(same, false);
    }
    return new WordDifference(left.pieces(), right.pieces());
  }

  static List<String> words(String text) {
    var words = new ArrayList<String>();
    var word = new StringBuilder();
    text.codePoints()
        .forEach(c -> {
          boolean joins = Character.isLetterOrDigit(c) && !Character.isIdeographic(c);
          if (!joins && !word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
          }
          if (joins) {
            word.appendCodePoint(c);
          } else {
            words.add(Character.toString(c));
          }
        });
    if (!word.isEmpty()) {
      words.add(word.toString());
    }
    return words;
  }

  /** Joins neighbours that are alike. */
  private static final class Pieces {
    private final String between;
    private final List<Piece> done = new ArrayList<>();
    private final StringBuilder open = new StringBuilder();
    private boolean changed;
    private boolean first = true;

    Pieces(String between) {
      this.between = between;
    }

    void add(String word, boolean isChanged) {
      if (isChanged != changed) {
        close();
        changed = isChanged;
      }
      open.append(first ? "" : between).append(word);
      first = false;
    }

    List<Piece> pieces() {
      close();
      return done;
    }

    private void close() {
      if (!open.isEmpty()) {
        done.add(new Piece(open.toString(), changed));
        open.setLength(0);
      }
    }
  }
}
