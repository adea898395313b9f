package praya.stewardship;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change that staff decide: other names, or that two organisations are one.
 *
 * @param merged the organisation that goes with an accepted merge; null for names
 * @param content what it was and would be, as JSON
 */
public record Proposal(
    UUID id,
    Kind kind,
    UUID organisation,
    @Nullable UUID merged,
    Content content,
    State state,
    @Nullable Decision decision) {

  /** What is proposed. */
  public enum Kind {
    NAMES,
    MERGE;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What became of it. */
  public enum State {
    WAITING,
    ACCEPTED,
    REFUSED,
    WITHDRAWN;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * What a proposal says.
   *
   * @param by who made it, as the audit calls them
   * @param account who is told how it ended; null for nobody
   * @param note what they told staff; null for nothing
   */
  public record Content(
      String by,
      @Nullable UUID account,
      Instant at,
      @Nullable String note,
      String before,
      String after) {}
}
