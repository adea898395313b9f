package praya.domain;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * A circle of readers who see the same, apart from what is their own. What is computed from many
 * records (search, graph, counts) is computed once for each audience, from that audience's records
 * only: what is not in it cannot be told by it. Each audience sees all that the one before it sees.
 *
 * <p>The one rule of who sees what is here; {@link Viewer} adds what is somebody's own, and the
 * conditions of SQL are made from both.
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

  /** Somebody of this audience who acts for no organisation. */
  public Viewer viewer() {
    return new Viewer(this, java.util.Set.of());
  }

  /** Whether the audience comes across organisations of this visibility. */
  public boolean sees(Visibility organisation) {
    return switch (organisation) {
      case PUBLIC -> true;
      case MEMBERS -> this != PUBLIC;
      case ANONYMOUS, MATCH_ONLY, STAFF -> this == STAFF;
      case HIDDEN -> false;
    };
  }

  /** Whether it comes across a record of such an organisation, and learns whose it is. */
  public boolean seesOwner(Visibility record, Visibility organisation) {
    return sees(record) && sees(organisation);
  }

  /** Whether it comes across a record of such an organisation, if perhaps not whose it is. */
  public boolean seesText(Visibility record, Visibility organisation) {
    return seesOwner(record, organisation)
        || (record == Visibility.ANONYMOUS && organisation != Visibility.HIDDEN);
  }

  /** Whether it comes across a relation between two such organisations. */
  public boolean seesRelation(Visibility record, Visibility from, Visibility to) {
    return sees(record) && sees(from) && sees(to);
  }

  /** The codes of the visibilities for which a rule holds. */
  public static List<String> codes(Predicate<Visibility> rule) {
    return Arrays.stream(Visibility.values()).filter(rule).map(Visibility::code).toList();
  }
}
