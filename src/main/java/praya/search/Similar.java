package praya.search;

import java.util.List;
import java.util.UUID;

/**
 * An organisation that is like another one.
 *
 * @param score 1 to 100: how much of what tells the other one from the rest it has as well; the sum
 *     of the points
 * @param shared what both have, most telling first
 */
public record Similar(UUID id, String slug, int score, List<Shared> shared) {
  public Similar {
    shared = List.copyOf(shared);
  }

  /** What kind of thing both have. */
  public enum Kind {
    CAPABILITY("capability"),
    SECTOR("sector"),
    LAYER("layer"),
    /** A term that the texts of both mention, in whatever language. */
    MENTION("mention"),
    /** A rare Latin word that stands with both. */
    WORD("word");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }
  }

  /**
   * Something that both have.
   *
   * @param vocabulary the code of the vocabulary; empty for a word
   * @param value the code of the term, or the word as it is written with the other one
   */
  public record Shared(Kind kind, String vocabulary, String value, int points) {}
}
