package praya.mail;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import praya.domain.Language;

/**
 * A letter as the list of the outbox has it.
 *
 * @param recipient for the eyes of staff only
 * @param expiresAt from then on it is not sent any more; null for never
 */
public record OutboxEntry(
    UUID id,
    MailTemplate template,
    Language language,
    String recipient,
    Instant createdAt,
    @Nullable Instant expiresAt,
    Progress progress) {

  /**
   * How far it has come.
   *
   * @param next when it is tried next, if it is queued
   * @param error what kind of failure the last attempt was; null for none
   */
  public record Progress(
      State state, int attempts, Instant next, @Nullable Instant sentAt, @Nullable String error) {}

  /** Where a letter stands. */
  public enum State {
    /** It is to be sent, now or later. */
    QUEUED,
    SENT,
    /** It is not tried any more, unless staff say so. */
    DEAD;

    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    static State of(String code) {
      return valueOf(code.toUpperCase(java.util.Locale.ROOT));
    }
  }

  /** Whether trying again would send it. */
  public boolean maySendAgain(Instant now) {
    return progress.state() == State.DEAD && (expiresAt == null || expiresAt.isAfter(now));
  }

  /** Keeps the recipient out of logs. */
  @Override
  public String toString() {
    return "OutboxEntry[" + id + ", " + template.code() + ", " + progress.state() + "]";
  }
}
