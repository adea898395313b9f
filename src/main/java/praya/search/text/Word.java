package praya.search.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A word of a text: what it is searched as, and where it stands.
 *
 * @param folded as it is written, folded
 * @param stem without its ending; the same as folded for a Han character
 * @param han one character of a script without spaces
 * @param glued joined to the word before without a space
 */
public record Word(String folded, String stem, boolean han, boolean glued, int start, int end) {

  /** The words of a text. */
  public static List<Word> of(String text) {
    return of(text, new WordScanner(), new Stemmer());
  }

  /** The same with tools that are used again. */
  public static List<Word> of(String text, WordScanner scanner, Stemmer stemmer) {
    List<Word> words = new ArrayList<>();
    scanner.read(text);
    while (scanner.next()) {
      String folded = scanner.word();
      String stem = scanner.han() ? folded : stemmer.stem(folded);
      words.add(
          new Word(folded, stem, scanner.han(), scanner.glued(), scanner.start(), scanner.end()));
    }
    return words;
  }

  /** The same with the strings of equal words shared: a word takes half the memory. */
  Word sharing(Map<String, String> strings) {
    String one = strings.computeIfAbsent(folded, s -> s);
    String other = strings.computeIfAbsent(stem, s -> s);
    return new Word(one, other, han, glued, start, end);
  }

  /** The words of one stretch without a space between them. */
  static String join(List<Word> words) {
    StringBuilder joined = new StringBuilder();
    words.forEach(word -> joined.append(word.folded));
    return joined.toString();
  }
}
