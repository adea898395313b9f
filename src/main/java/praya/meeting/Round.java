package praya.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A round of introductions as it is kept.
 *
 * @param version goes up with every write
 * @param solution null as long as it is a draft
 * @param published null until it is
 */
public record Round(
    UUID id,
    long version,
    Setting setting,
    State state,
    Stamp made,
    @Nullable Solution solution,
    @Nullable Stamp published) {

  /** How far a round has come. */
  public enum State {
    DRAFT("draft"),
    SOLVED("solved"),
    /** Never changed again. */
    PUBLISHED("published");

    private final String code;

    State(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }

    static State of(String code) {
      return java.util.Arrays.stream(values())
          .filter(state -> state.code.equals(code))
          .findFirst()
          .orElseThrow();
    }
  }

  /** Which of the two answers of the engine is taken. */
  public enum Variant {
    /** The highest sum of scores, after as many floors as possible. */
    WELFARE("welfare"),
    /** No two would rather have each other. */
    STABLE("stable");

    private final String code;

    Variant(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }

    static Variant of(String code) {
      return code.equals(STABLE.code) ? STABLE : WELFARE;
    }
  }

  /** When and by whom, as the audit names actors. */
  public record Stamp(Instant at, String by) {}

  /**
   * What a round is set up with.
   *
   * @param seed decides between answers of the same worth
   * @param slots the most introductions of those for whom nothing else is said
   * @param floor how many everybody should get before anybody gets more
   * @param mostOpen the most suggestions of the last 90 days that anybody may have, with this round
   */
  public record Setting(String name, long seed, int slots, int floor, int mostOpen) {}

  /**
   * How it is solved.
   *
   * @param cap the most introductions of anybody; 0 for the slots alone
   */
  public record How(Variant variant, int cap) {}

  /** A solution with what it rests on and what it proves. */
  public record Solution(How how, Basis basis, Proof proof) {}

  /**
   * What a solution rests on.
   *
   * @param on the day from which the last meetings count back
   * @param snapshot SHA-256 of everything that it was computed from
   */
  public record Basis(Instant at, LocalDate on, String weights, String snapshot) {}

  /**
   * What anybody can check. Scores are in ten-thousandths.
   *
   * @param bound what no other choice that keeps as many floors can exceed; null for the stable
   *     variant, which does not strive for it
   * @param blocking pairs that would rather have each other
   */
  public record Proof(
      long objective, @Nullable Long bound, int floors, int floorsKept, int blocking) {
    public @Nullable Long gap() {
      return bound == null ? null : bound - objective;
    }
  }
}
