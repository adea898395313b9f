package praya.limit;

import java.time.Duration;

/** What is limited, each with how much of it one account may do unless a setting says otherwise. */
public enum Limit {
  /** Tries to sign in: a person mistypes a few times, a program tries thousands. */
  SIGN_IN("sign-in", new Quota(10, Duration.ofMinutes(10)), true),
  /** Sign-in links asked for by mail: each is a letter in somebody's box. */
  LINK("link", new Quota(5, Duration.ofHours(1)), true),
  /** Searches, suggestions and all other reading: ten a second are more than anybody types. */
  READ("read", new Quota(600, Duration.ofMinutes(1)), false),
  /** Everything that changes something. */
  WRITE("write", new Quota(300, Duration.ofMinutes(1)), true);

  private final String code;
  private final Quota quota;
  private final boolean shared;

  Limit(String code, Quota quota, boolean shared) {
    this.code = code;
    this.quota = quota;
    this.shared = shared;
  }

  /** The word in settings, headers and problems. */
  public String code() {
    return code;
  }

  public Quota quota() {
    return quota;
  }

  /** Whether nodes that share a database count together; reading is too quick for that. */
  boolean shared() {
    return shared;
  }
}
