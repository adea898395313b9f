package praya.search.text;

import org.tartarus.snowball.ext.EnglishStemmer;

/**
 * Takes the ending off an English word, so that "retrieving" finds "retrieval". Porter's second
 * algorithm. Not for several threads; cheap to make.
 */
public final class Stemmer {
  /** Shorter words are abbreviations more often than words with an ending: AIS is not AI. */
  private static final int SHORTEST = 4;

  private final EnglishStemmer english = new EnglishStemmer();

  /** The stem of a folded word; the word itself if it is short or not made of Latin letters. */
  public String stem(String word) {
    if (word.length() < SHORTEST) {
      return word;
    }
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c < 'a' || c > 'z') {
        return word;
      }
    }
    english.setCurrent(word);
    english.stem();
    return english.getCurrent();
  }
}
