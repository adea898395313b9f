package praya.domain;

import java.util.List;

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

  /** What an organisation and a relation can be: neither can be told without naming anybody. */
  public static final List<Visibility> OF_ORGANISATIONS = List.of(PUBLIC, MEMBERS, STAFF, HIDDEN);

  /** What an allocation can be: nothing is matched by one. */
  public static final List<Visibility> OF_ALLOCATIONS =
      List.of(PUBLIC, MEMBERS, ANONYMOUS, STAFF, HIDDEN);

  private final String code;

  Visibility(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  /** Whether only staff decide that a record is so, and that it no longer is. */
  public boolean isDecidedByStaff() {
    return this == STAFF || this == HIDDEN;
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
