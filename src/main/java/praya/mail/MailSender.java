package praya.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import praya.domain.MailAddress;
import praya.store.Vault;

/**
 * The job that sends what is due in the outbox, one letter after another over one connection.
 *
 * <p>At least once: a letter is taken by a short transaction, handed to the server with no
 * transaction open, and marked as sent by another one. When this program ends between the last two,
 * the letter is sent again under the same Message-ID, by which programs for mail know it.
 */
final class MailSender {
  private static final Logger LOG = LoggerFactory.getLogger(MailSender.class);

  /**
   * Longer than a server that answers takes for one letter, so that no two nodes send it at once,
   * and short enough that a link for signing in is still good after its sender was killed.
   */
  static final Duration LEASE = Duration.ofMinutes(2);

  private final OutboxStore store;
  private final Outbox outbox;
  private final Carrier carrier;
  private final Backoff backoff;
  private final Clock clock;

  MailSender(OutboxStore store, Outbox outbox, Carrier carrier, Backoff backoff, Clock clock) {
    this.store = store;
    this.outbox = outbox;
    this.carrier = carrier;
    this.backoff = backoff;
    this.clock = clock;
  }

  void run() {
    store.expire(clock.instant());
    Optional<OutboxStore.Row> first = claim();
    if (first.isPresent()) {
      send(first.get());
    }
  }

  private void send(OutboxStore.Row first) {
    OutboxStore.@Nullable Row row = first;
    try (Carrier.Round round = carrier.begin()) {
      while (row != null) {
        deliver(row, round);
        row = Thread.currentThread().isInterrupted() ? null : claim().orElse(null);
      }
    } catch (Undelivered e) {
      // The others wait for the next run: the server would fail for all of them.
      failed(row == null ? first : row, e);
    }
  }

  private Optional<OutboxStore.Row> claim() {
    return store.claim(clock.instant(), LEASE);
  }

  private void deliver(OutboxStore.Row row, Carrier.Round round) throws Undelivered {
    Carrier.Envelope envelope = envelope(row);
    if (envelope == null) {
      return;
    }
    try {
      round.deliver(envelope);
      store.markSent(row.id(), clock.instant());
    } catch (Undelivered e) {
      if (e.whose() == Undelivered.Whose.SERVER) {
        throw e;
      }
      failed(row, e);
    }
  }

  /** Null when it cannot be opened, which is noted: one broken row must not stop the others. */
  private Carrier.@Nullable Envelope envelope(OutboxStore.Row row) {
    try {
      MailAddress to = outbox.recipient(row);
      LetterText text = outbox.text(row);
      return text == null
          ? null
          : new Carrier.Envelope(row.id(), to, row.language(), row.createdAt(), text);
    } catch (Vault.Unusable | IllegalStateException e) {
      LOG.error("The letter ({}) cannot be opened", row.id(), e);
      store.markFailed(row, "unreadable", null);
      return null;
    }
  }

  private void failed(OutboxStore.Row row, Undelivered e) {
    int attempts = row.progress().attempts();
    boolean over = e.whose() == Undelivered.Whose.LETTER_FOR_GOOD || attempts >= backoff.attempts();
    Instant next = over ? null : clock.instant().plus(backoff.after(attempts));
    LOG.warn(
        "The letter ({}) was not sent, attempt {}: {}; {}",
        row.id(),
        attempts,
        e.error(),
        over ? "given up" : "again at " + next);
    store.markFailed(row, e.error(), next);
  }
}
