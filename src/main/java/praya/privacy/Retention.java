package praya.privacy;

import java.util.Locale;

/**
 * For how long kinds of records are kept, in days. Each is a setting, {@code
 * PRAYA_RETENTION_SESSIONS} and so on; the defaults are here, with their reasons.
 */
public enum Retention {
  /** Ended sessions, used links: a month covers a question of who signed in. */
  SESSIONS(30),
  /** Letters that were sent: a quarter covers "I never got it". */
  LETTERS(90),
  /** What was new for saved searches: as old as any news that a feed or a page lists. */
  FINDINGS(90),
  /** Counts of searches: this week beside the same one a year ago. */
  SEARCHES(400),
  /** Claims and proposals that were decided: as long as the decision may be contested. */
  DECISIONS(730),
  /** Accounts that nobody signed in to: erased, as nobody acts by them. */
  IDLE_ACCOUNTS(1095);

  private final int defaultDays;

  Retention(int defaultDays) {
    this.defaultDays = defaultDays;
  }

  public int defaultDays() {
    return defaultDays;
  }

  /** The name of the setting, as on the command line. */
  public String setting() {
    return "retention-" + code();
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
