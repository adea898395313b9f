package praya.domain;

/** What kind of person or program acts. Each role may do what the one before it may. */
public enum Role {
  /** Nobody is known to be there. */
  ANYONE("anyone"),
  /** Acts for one or more organisations, or will once a claim is accepted. */
  MEMBER("member"),
  /** Brokers introductions and keeps the directory. */
  STAFF("staff"),
  /** Decides who is staff. */
  ADMIN("admin");

  private final String code;

  Role(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  public boolean isAtLeast(Role other) {
    return compareTo(other) >= 0;
  }

  public static Role of(String code) {
    for (Role role : values()) {
      if (role.code.equals(code)) {
        return role;
      }
    }
    throw new IllegalArgumentException("The role (" + code + ") is not known.");
  }
}
