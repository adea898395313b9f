package praya.domain;

/** Who may see a record. The code is that of {@link Vocabulary#VISIBILITY}. */
public enum Visibility {
  /** Everybody. */
  PUBLIC("public"),
  /** Everybody who is signed in. */
  MEMBERS("members"),
  /** Everybody, but without the organisation; staff see whose it is. */
  ANONYMOUS("anonymous"),
  /** Staff, and later the organisations that it matches. */
  MATCH_ONLY("match-only"),
  /** Staff. */
  STAFF("staff"),
  /** Nobody finds it; staff reach it at its own address. */
  HIDDEN("hidden");

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
