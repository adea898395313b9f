package praya.search.text;

import java.util.List;

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

  private final String text;
  private final List<Word> words;
  private final char[] heads;

  private ScannedText(String text, List<Word> words) {
    this.text = text;
    this.words = List.copyOf(words);
    this.heads = new char[words.size()];
    for (int i = 0; i < heads.length; i++) {
      heads[i] = (char) head(words.get(i));
    }
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

  /** The same where its words are at hand already. */
  static ScannedText of(String text, List<Word> words) {
    return new ScannedText(text, words);
  }

  static int head(int first, int second) {
    return (first * 31 + second) & (HEADS - 1);
  }

  public String text() {
    return text;
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
