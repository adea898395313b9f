package praya.team;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a team is looked for.
 *
 * @param capabilities codes to cover; a group is covered by what is within it
 * @param fictional which of the two worlds; they never mix
 */
public record Wish(List<String> capabilities, Eligible eligible, boolean fictional) {
  /** More are not brought together in the time that a reader waits. */
  public static final int MOST_CAPABILITIES = 10;

  public Wish {
    capabilities = List.copyOf(capabilities);
  }

  /**
   * Who may take part.
   *
   * @param kinds kinds of organisations; none for all
   * @param least members wanted at least, 1 or more
   * @param most members at most; 0 for no limit
   * @param organiser who asks, and so takes no part; null for nobody
   */
  public record Eligible(List<String> kinds, int least, int most, @Nullable UUID organiser) {
    public static final Eligible ALL = new Eligible(List.of(), 1, 0, null);

    public Eligible {
      kinds = List.copyOf(kinds);
    }
  }

  /** Whether teams are looked for at all. */
  public boolean isPossible() {
    return !capabilities.isEmpty() && capabilities.size() <= MOST_CAPABILITIES;
  }
}
