package praya.stewardship;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A request of an account to act for an organisation. */
public record Claim(
    UUID id,
    UUID account,
    UUID organisation,
    Asked asked,
    State state,
    @Nullable Instant expiresAt,
    @Nullable Decision decision) {

  /** How a claim is proved. */
  public enum Way {
    /** By a letter to an address at the domain of the website. */
    MAIL,
    /** By what somebody tells staff. */
    STAFF;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What became of it so far. */
  public enum State {
    /** The letter is out. */
    MAILED,
    /** Staff decide. */
    WAITING,
    ACCEPTED,
    REFUSED,
    WITHDRAWN;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * What was asked.
   *
   * @param domain of the address that the letter went to; null without a letter
   * @param note what the claimant told staff; null for nothing
   */
  public record Asked(Way way, Instant at, @Nullable String domain, @Nullable String note) {}

  /** Whether nothing has been decided yet. */
  public boolean isOpen() {
    return state == State.MAILED || state == State.WAITING;
  }
}
