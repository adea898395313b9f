package praya.search.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The forms in which words stand in the index: pairs of Han characters, joined words, names. */
public final class Grams {
  /** Longer chains of joined words are addresses and formulas that nobody types as one word. */
  private static final int LONGEST_CHAIN = 4;

  /** What is typed is shorter; a cut keeps the dictionary small. */
  public static final int LONGEST_PREFIX = 24;

  /** Far more than a name has; a pasted page as a name must not break the index. */
  private static final int LONGEST_SIGNATURE = 256;

  private Grams() {}

  public static boolean isLight(Word word) {
    return LightWords.isLight(word.folded());
  }

  public static boolean isLightPair(String pair) {
    return LightWords.isLight(pair);
  }

  /** Whether the word continues a run of Han characters. */
  public static boolean follows(Word word) {
    return word.han() && word.glued();
  }

  /**
   * Latin words as they are, and Han characters in pairs; a character that stands alone by itself.
   */
  public static List<String> of(List<Word> words) {
    return of(words, false);
  }

  private static List<String> of(List<Word> words, boolean stems) {
    List<String> grams = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      if (!word.han()) {
        grams.add(stems ? word.stem() : word.folded());
      } else if (i + 1 < words.size() && follows(words.get(i + 1))) {
        grams.add(word.folded() + words.get(i + 1).folded());
      } else if (!follows(word)) {
        grams.add(word.folded());
      }
    }
    return grams;
  }

  /** The same without the endings of the Latin words, as texts are indexed. */
  public static List<String> stems(List<Word> words) {
    return of(words, true);
  }

  /** Each chain of Latin words that hang together, as one word. */
  public static List<String> joined(List<Word> words) {
    List<String> joined = new ArrayList<>();
    int i = 0;
    while (i < words.size()) {
      int end = i + 1;
      while (end < words.size() && words.get(end).glued() && !words.get(end).han()) {
        end++;
      }
      if (!words.get(i).han() && isChain(end - i)) {
        joined.add(Word.join(words.subList(i, end)));
      }
      i = end;
    }
    return joined;
  }

  /** Whether so many words that hang together are one word, too. */
  static boolean isChain(int words) {
    return words > 1 && words <= LONGEST_CHAIN;
  }

  /**
   * A name as a whole, in two forms: its words without the light ones, sorted, because "Hong Kong
   * University" is "The University of Hong Kong"; and everything joined, because of "Sleek Flow".
   */
  public static Set<String> signatures(List<Word> words) {
    Set<String> sorted = new TreeSet<>();
    StringBuilder joined = new StringBuilder();
    StringBuilder run = new StringBuilder();
    for (Word word : words) {
      if (!follows(word)) {
        addWord(sorted, joined, run);
      }
      run.append(word.folded());
      if (!word.han()) {
        addWord(sorted, joined, run);
      }
    }
    addWord(sorted, joined, run);
    Set<String> signatures = new LinkedHashSet<>();
    if (!sorted.isEmpty()) {
      signatures.add(cut(String.join(" ", sorted), LONGEST_SIGNATURE));
      signatures.add(cut(joined.toString(), LONGEST_SIGNATURE));
    }
    return signatures;
  }

  private static void addWord(Set<String> sorted, StringBuilder joined, StringBuilder run) {
    String word = run.toString();
    run.setLength(0);
    if (!word.isEmpty() && !LightWords.isLight(word)) {
      sorted.add(word);
      joined.append(word);
    }
  }

  /**
   * What stands from each word of a name to its end, without spaces. The first begins with {@code
   * 0}, the others with {@code 1}, so that names that begin with what is typed come first.
   */
  public static List<String> tails(List<Word> words) {
    List<String> tails = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      if (i > 0 && isLight(words.get(i))) {
        continue;
      }
      String tail = compact(words.subList(i, words.size()));
      tails.add((i == 0 ? "0" : "1") + tail);
    }
    return tails;
  }

  /** The words without spaces, cut to what a prefix can be. */
  public static String compact(List<Word> words) {
    // No word is shorter than a character, so more words add nothing.
    return cut(Word.join(words.subList(0, Math.min(words.size(), LONGEST_PREFIX))), LONGEST_PREFIX);
  }

  private static String cut(String text, int limit) {
    if (text.length() <= limit) {
      return text;
    }
    return text.substring(0, Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit);
  }
}
