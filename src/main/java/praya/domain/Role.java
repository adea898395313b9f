package praya.domain;

/** What an actor may do, as far as this version tells people apart. */
public enum Role {
  ANYONE("anyone"),
  STAFF("staff");

  private final String code;

  Role(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }
}
