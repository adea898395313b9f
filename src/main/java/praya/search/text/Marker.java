package praya.search.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the words of a query in a text again, to show why it was found: one pass, the same words as
 * in the index. A word costs a table look-up unless it begins like one that is sought; only then
 * its ending is taken off.
 *
 * <p>Filled once by {@link #seek}; then a cursor like the scanner that it holds, for one thread.
 */
public final class Marker {
  private static final int HEADS = 4096;

  private final Node root = new Node();
  private final boolean[] heads = new boolean[HEADS];
  private final WordScanner scanner = new WordScanner();
  private final Stemmer stemmer = new Stemmer();

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
    heads[head(words.get(0))] = true;
    Node node = root;
    for (String word : words) {
      node = node.next.computeIfAbsent(word, w -> new Node());
    }
    if (node.part < 0 || (given && !node.given)) {
      node.part = part;
      node.given = given;
    }
  }

  private static int head(String word) {
    return head(word.charAt(0), word.length() > 1 && word.charAt(0) < 0x2E80 ? word.charAt(1) : 0);
  }

  private static int head(int first, int second) {
    return (first * 31 + second) & (HEADS - 1);
  }

  /** All marks of a text, in order; pairs of Han characters may overlap. */
  public List<Mark> find(String text) {
    scanner.read(text);
    List<Mark> marks = List.of();
    List<Step> ahead = new ArrayList<>();
    while (true) {
      if (ahead.isEmpty()) {
        Step step = nextLikely();
        if (step == null) {
          return marks;
        }
        ahead.add(step);
      }
      Mark mark = longest(ahead);
      if (mark != null) {
        if (marks.isEmpty()) {
          marks = new ArrayList<>();
        }
        marks.add(mark);
      }
      ahead.remove(0);
    }
  }

  /** A word of the text that was read; the stem is taken when needed. */
  private record Step(String word, String stem, boolean han, int start, int end) {}

  private @Nullable Step nextLikely() {
    while (scanner.next()) {
      int second = scanner.length() > 1 && !scanner.han() ? scanner.charAt(1) : 0;
      boolean likely =
          heads[head(scanner.charAt(0), second)] || (scanner.length() == 1 && !scanner.han());
      if (likely) {
        return step();
      }
    }
    return null;
  }

  private Step step() {
    String word = scanner.word();
    String stem = scanner.han() ? word : stemmer.stem(word);
    return new Step(word, stem, scanner.han(), scanner.start(), scanner.end());
  }

  private @Nullable Step at(List<Step> ahead, int index) {
    while (ahead.size() <= index) {
      if (!scanner.next()) {
        return null;
      }
      ahead.add(step());
    }
    return ahead.get(index);
  }

  /** The longest sought sequence that begins here; words may also stand joined for one. */
  private @Nullable Mark longest(List<Step> ahead) {
    Step first = ahead.get(0);
    Mark best = null;
    Node node = root.next.get(first.stem());
    for (int i = 1; node != null; i++) {
      if (node.part >= 0) {
        best = new Mark(first.start(), ahead.get(i - 1).end(), node.part, node.given);
      }
      Step step = node.next.isEmpty() ? null : at(ahead, i);
      node = step == null ? null : node.next.get(step.stem());
    }
    if (best != null || first.han()) {
      return best;
    }
    Step second = at(ahead, 1);
    if (second == null || second.han()) {
      return null;
    }
    Node joined = root.next.get(stemmer.stem(first.word() + second.word()));
    return joined == null || joined.part < 0
        ? null
        : new Mark(first.start(), second.end(), joined.part, joined.given);
  }
}
