package praya.search.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the words of a query in a text again, to show why it was found: one pass, the same words as
 * in the index. A word costs a table look-up unless it begins like one that is sought.
 *
 * <p>Filled once by {@link #seek}; then a cursor over one text at a time, for one thread.
 */
public final class Marker {
  /**
   * How many letters at the end of a stem may differ from the word's own: "possibility" has the
   * stem "possibl". What is before them, and the first letter always, is the word's.
   */
  private static final int CHANGED_BY_STEMMING = 2;

  private final Node root = new Node();
  private final boolean[] heads = new boolean[ScannedText.HEADS + 1];
  private final List<String> singles = new ArrayList<>();
  private final Stemmer stemmer = new Stemmer();

  /** Words of the text up to this one were looked at already, ahead of their turn. */
  private int seen;

  public Marker() {
    heads[ScannedText.ANY_HEAD] = true;
  }

  private static final class Node {
    final Map<String, Node> next = new HashMap<>();
    int part = -1;
    boolean given;
  }

  /**
   * A stretch of a text that was sought.
   *
   * @param part the part of the query that it answers
   * @param given literally what was asked, not a synonym or a correction
   */
  public record Mark(int start, int end, int part, boolean given) {}

  /** Also looks for these words in this order: stems, single Han characters. */
  public void seek(List<String> words, int part, boolean given) {
    if (words.isEmpty()) {
      return;
    }
    heads[ScannedText.head(words.get(0))] = true;
    Node node = root;
    for (String word : words) {
      node = node.next.computeIfAbsent(word, w -> new Node());
    }
    if (node.part < 0 && words.size() == 1) {
      singles.add(words.get(0));
    }
    if (node.part < 0 || (given && !node.given)) {
      node.part = part;
      node.given = given;
    }
  }

  /** All marks of a text, in order; pairs of Han characters may overlap. */
  public List<Mark> find(ScannedText text) {
    List<Mark> marks = List.of();
    seen = -1;
    for (int i = 0; i < text.size(); i++) {
      boolean likely = heads[text.head(i)] || (i <= seen && text.isOdd(i));
      Mark mark = likely ? longest(text, i) : null;
      if (mark != null) {
        if (marks.isEmpty()) {
          marks = new ArrayList<>();
        }
        marks.add(mark);
      }
    }
    return marks;
  }

  private @Nullable Word at(ScannedText text, int index) {
    if (index >= text.size()) {
      return null;
    }
    seen = Math.max(seen, index);
    return text.word(index);
  }

  /** The longest sought sequence that begins here; words may also stand joined for one. */
  private @Nullable Mark longest(ScannedText text, int from) {
    Word first = text.word(from);
    Mark best = null;
    Node node = root.next.get(first.stem());
    for (int i = from + 1; node != null; i++) {
      if (node.part >= 0) {
        best = new Mark(first.start(), text.word(i - 1).end(), node.part, node.given);
      }
      Word word = node.next.isEmpty() ? null : at(text, i);
      node = word == null ? null : node.next.get(word.stem());
    }
    if (best != null || first.han()) {
      return best;
    }
    Word second = at(text, from + 1);
    if (second == null || second.han() || !mayBeSought(first.folded(), second.folded())) {
      return null;
    }
    Node joined = root.next.get(stemmer.stem(first.folded() + second.folded()));
    return joined == null || joined.part < 0
        ? null
        : new Mark(first.start(), second.end(), joined.part, joined.given);
  }

  /** Whether two words joined can have a sought stem: far cheaper than to take the stem. */
  private boolean mayBeSought(String first, String second) {
    int length = first.length() + second.length();
    for (int i = 0; i < singles.size(); i++) {
      String stem = singles.get(i);
      if (stem.length() <= length && begins(first, second, stem)) {
        return true;
      }
    }
    return false;
  }

  private static boolean begins(String first, String second, String stem) {
    int same = Math.max(1, stem.length() - CHANGED_BY_STEMMING);
    int inFirst = Math.min(same, first.length());
    return stem.regionMatches(0, first, 0, inFirst)
        && stem.regionMatches(inFirst, second, 0, same - inFirst);
  }
}
