package praya.mail;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What letters there are. The texts of each are {@code mail.CODE.subject}, {@code .text}, {@code
 * .action} (the words of its link) and {@code .after}; a new one is a constant here and these four
 * in every language. Arguments fill {@code {0}}, {@code {1}} of all four.
 */
public enum MailTemplate {
  /** To whoever asked to sign in. */
  SIGN_IN_LINK(Kind.PROOF, Duration.ofMinutes(15), "minutes"),
  /** To whoever asked to sign in and has no account that can be used. */
  SIGN_IN_REFUSED(Kind.NEWS, Duration.ofMinutes(15), ""),
  /** To an address at the domain of an organisation's website, for claiming its profile. */
  CLAIM_LINK(Kind.PROOF, Duration.ofDays(1), "organisation, hours"),
  CLAIM_ACCEPTED(Kind.NEWS, null, "organisation"),
  CLAIM_REFUSED(Kind.NEWS, null, "organisation, reason"),
  PROPOSAL_ACCEPTED(Kind.NEWS, null, "organisation"),
  PROPOSAL_REFUSED(Kind.NEWS, null, "organisation, reason"),
  /** The yearly question whether a profile is still true. */
  STILL_TRUE(Kind.NEWS, null, "organisation, date of the last confirmation"),
  DELISTED(Kind.NEWS, null, "organisation"),
  DELISTING_REFUSED(Kind.NEWS, null, "organisation, reason"),
  LISTED_AGAIN(Kind.NEWS, null, "organisation, reason"),
  /** What was changed, in words of the letter's language. */
  ACCOUNT_CHANGED(Kind.NEWS, null, "change"),
  /** What is new for somebody's saved searches, as lists. */
  ALERT_DIGEST(Kind.NEWS, Duration.ofDays(2), "how much is new");

  private enum Kind {
    /** Its link proves who opens it, so nobody but the reader may see it. */
    PROOF,
    NEWS
  }

  private final Kind kind;
  private final @Nullable Duration life;
  private final String arguments;

  MailTemplate(Kind kind, @Nullable Duration life, String arguments) {
    this.kind = kind;
    this.life = life;
    this.arguments = arguments;
  }

  /** The word in the table and in the keys of texts, such as {@code sign-in-link}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static MailTemplate of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** How long it is of use; what is not sent by then is not sent any more. */
  Optional<Duration> life() {
    return Optional.ofNullable(life);
  }

  /** What its arguments mean, in order. */
  List<String> arguments() {
    return arguments.isEmpty() ? List.of() : List.of(arguments.split(", ", -1));
  }

  /** Whether it tells why something was decided. */
  public boolean givesReason() {
    return arguments().contains("reason");
  }

  /** Whether its link lets in whoever has it. */
  boolean isProof() {
    return kind == Kind.PROOF;
  }
}
