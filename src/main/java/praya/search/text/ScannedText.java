package praya.search.text;

import java.util.BitSet;
import java.util.List;
import java.util.Map;

/**
 * A text cut into words once, so that any number of queries can be looked for in it. Immutable.
 *
 * <p>Beside each word stands its head, a small number of its first letters: a {@link Marker} passes
 * over a word whose head nothing sought has without touching the word itself.
 */
public final class ScannedText {
  /** Numbers of heads; few enough for a table in the fastest memory, many enough to tell words. */
  static final int HEADS = 4096;

  /** The head of a single letter: joined to the next word it may begin in any way. */
  static final int ANY_HEAD = HEADS;

  /** Radicals, kana and ideographs stand from here on. */
  private static final int FIRST_HAN = 0x2E80;

  private final String text;
  private final List<Word> words;
  private final char[] heads;
  private final BitSet odd = new BitSet();

  private ScannedText(String text, List<Word> words) {
    this.text = text;
    this.words = List.copyOf(words);
    this.heads = new char[words.size()];
    for (int i = 0; i < heads.length; i++) {
      heads[i] = (char) head(words.get(i));
      odd.set(i, heads[i] != ANY_HEAD && heads[i] != head(words.get(i).stem()));
    }
  }

  /** Whether it begins otherwise than its stem: "dying", the stem of which is "die". */
  boolean isOdd(int index) {
    return odd.get(index);
  }

  private static int head(Word word) {
    String folded = word.folded();
    if (word.han()) {
      return head(folded.charAt(0), 0);
    }
    return folded.length() == 1 ? ANY_HEAD : head(folded.charAt(0), folded.charAt(1));
  }

  public static ScannedText of(String text) {
    return of(text, Word.of(text));
  }

  /** The same for one that is kept among others: equal words share their strings. */
  public static ScannedText of(String text, Map<String, String> strings) {
    return of(text, Word.of(text).stream().map(word -> word.sharing(strings)).toList());
  }

  /** The same where its words are at hand already. */
  static ScannedText of(String text, List<Word> words) {
    return new ScannedText(text, words);
  }

  /** The head of a stem that is sought. */
  static int head(String stem) {
    boolean two = stem.length() > 1 && stem.charAt(0) < FIRST_HAN;
    return head(stem.charAt(0), two ? stem.charAt(1) : 0);
  }

  private static int head(int first, int second) {
    return (first * 31 + second) & (HEADS - 1);
  }

  public String text() {
    return text;
  }

  public List<Word> words() {
    return words;
  }

  int size() {
    return heads.length;
  }

  Word word(int index) {
    return words.get(index);
  }

  int head(int index) {
    return heads[index];
  }
}
