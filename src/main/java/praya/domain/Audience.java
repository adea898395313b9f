package praya.domain;

/**
 * A circle of readers who see the same, apart from what is their own. What is computed from many
 * records (search, graph, counts) is computed once for each audience, from that audience's records
 * only: what is not in it cannot be told by it.
 */
public enum Audience {
  PUBLIC("public"),
  MEMBERS("members"),
  STAFF("staff");

  private final String code;

  Audience(String code) {
    this.code = code;
  }

  public static Audience of(Role role) {
    return switch (role) {
      case ANYONE -> PUBLIC;
      case MEMBER -> MEMBERS;
      case STAFF, ADMIN -> STAFF;
    };
  }

  public String code() {
    return code;
  }

  /** Whether the audience sees records of this visibility, if perhaps not whose they are. */
  public boolean sees(Visibility visibility) {
    return seesOwner(visibility) || visibility == Visibility.ANONYMOUS;
  }

  /** Whether the audience sees records of this visibility, and whose they are. */
  public boolean seesOwner(Visibility visibility) {
    return switch (visibility) {
      case PUBLIC -> true;
      case MEMBERS -> this != PUBLIC;
      case ANONYMOUS, MATCH_ONLY, STAFF -> this == STAFF;
      case HIDDEN -> false;
    };
  }
}
