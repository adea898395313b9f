package praya.domain;

/** Who may see a need or an offer. The code is that of {@link Vocabulary#VISIBILITY}. */
public enum Visibility {
  /** Everybody. */
  PUBLIC("public"),
  /** Staff, and later the organisations that it matches. */
  MATCH_ONLY("match-only"),
  /** Everybody, but without the organisation; staff see whose it is. */
  ANONYMOUS("anonymous");

  private final String code;

  Visibility(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  public static Visibility of(String code) {
    for (Visibility visibility : values()) {
      if (visibility.code.equals(code)) {
        return visibility;
      }
    }
    throw new IllegalArgumentException("The visibility (" + code + ") is not known.");
  }
}
