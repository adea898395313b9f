package praya.search.text;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A word as a {@link Lexicon} keeps it, with all that is known of it, and what it weighs in the
 * document in hand. Of one lexicon, so of one thread at a time; the text and its bytes never
 * change.
 */
public final class Lexeme {
  final int hash;
  private final String text;
  private final byte[] utf8;
  private final boolean light;

  /** Where the phrases of the taxonomy go on that begin with this stem. */
  final Glossary.@Nullable Node opens;

  @Nullable Lexeme stem;
  @Nullable Lexeme next;

  private int weighedIn;
  private int spelledIn;
  private int weight;

  Lexeme(String text, Glossary glossary) {
    this.text = text;
    this.hash = text.hashCode();
    this.utf8 = text.getBytes(StandardCharsets.UTF_8);
    this.light = LightWords.isLight(text);
    this.opens = glossary.opens(text);
  }

  public String text() {
    return text;
  }

  /** The text as the index has it; never written to. */
  public byte[] utf8() {
    return utf8;
  }

  /** Whether it says little, see {@link Grams#isLight}. */
  public boolean light() {
    return light;
  }

  /**
   * Adds to what it weighs in a document.
   *
   * @param document a number of its own
   * @return whether the document had it not before
   */
  public boolean weigh(int document, int more) {
    boolean first = weighedIn != document;
    weight = first ? more : weight + more;
    weighedIn = document;
    return first;
  }

  public int weight() {
    return weight;
  }

  /** Notes that a document writes this word; returns whether it had not before. */
  public boolean spell(int document) {
    boolean first = spelledIn != document;
    spelledIn = document;
    return first;
  }

  boolean is(char[] chars, int from, int length) {
    if (text.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (text.charAt(i) != chars[from + i]) {
        return false;
      }
    }
    return true;
  }

  boolean is(Lexeme one, Lexeme other) {
    return text.length() == one.text.length() + other.text.length()
        && text.startsWith(one.text)
        && text.endsWith(other.text);
  }
}
