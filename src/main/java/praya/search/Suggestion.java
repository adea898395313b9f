package praya.search;

import org.jspecify.annotations.Nullable;

/**
 * A completion of what somebody types.
 *
 * @param code the slug of an organisation, the code of a term, or the id of a need or offer
 * @param label the name or label in the reader's language
 * @param matched the text that begins with, or has a word that begins with, what was typed, or that
 *     sounds so
 * @param owner the slug of the organisation whose need or offer it is; null for all else
 * @param sound the sound that was typed, in syllables with their tones; null if it was no sound
 */
public record Suggestion(
    Type type,
    String code,
    String label,
    String matched,
    MatchedField matchedField,
    @Nullable String owner,
    @Nullable String sound) {

  /** A suggestion by what is written. */
  Suggestion(Type type, String code, String label, String matched, MatchedField matchedField) {
    this(type, code, label, matched, matchedField, null, null);
  }

  /** The same, found by its sound. */
  Suggestion heard(String spelled) {
    return new Suggestion(type, code, label, matched, matchedField, owner, spelled);
  }

  /** What is suggested. The JSON names are in lower case. */
  public enum Type {
    ORGANISATION("organisation"),
    CAPABILITY("capability"),
    SECTOR("sector"),
    NEED("need"),
    OFFER("offer"),
    LAYER("layer"),
    KIND("kind");

    private final String code;

    Type(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }
  }

  /** What kind of text matched. */
  public enum MatchedField {
    NAME("name"),
    ALIAS("alias"),
    TITLE("title"),
    TERM("term"),
    SYNONYM("synonym");

    private final String code;

    MatchedField(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }
  }
}
