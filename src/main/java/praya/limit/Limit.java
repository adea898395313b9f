package praya.limit;

import java.time.Duration;

/** What is limited, each with how much of it one account may do unless a setting says otherwise. */
public enum Limit {
  /** Tries to sign in: a person mistypes a few times, a program tries thousands. */
  SIGN_IN("sign-in", 10, Duration.ofMinutes(10), true),
  /** Sign-in links asked for by mail: each is a letter in somebody's box. */
  LINK("link", 5, Duration.ofHours(1), true),
  /** Searches, suggestions and all other reading: ten a second are more than anybody types. */
  READ("read", 600, Duration.ofMinutes(1), false),
  /** Everything that changes something. */
  WRITE("write", 300, Duration.ofMinutes(1), true);

  private final String code;
  private final int count;
  private final Duration period;
  private final boolean shared;

  Limit(String code, int count, Duration period, boolean shared) {
    this.code = code;
    this.count = count;
    this.period = period;
    this.shared = shared;
  }

  /** The word in settings, headers and problems. */
  public String code() {
    return code;
  }

  public Quota quota() {
    return new Quota(count, period);
  }

  /** Whether nodes that share a database count together; reading is too quick for that. */
  boolean shared() {
    return shared;
  }
}
