package praya.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import praya.domain.Action;
import praya.domain.Actor;
import praya.domain.Identifiers;
import praya.domain.MailAddress;
import praya.domain.Permission;
import praya.domain.Problem;
import praya.http.Page;
import praya.jobs.Jobs;
import praya.store.Database;
import praya.store.Journal;
import praya.store.Vault;

/** The outbox: letters go in with the transaction that they tell of, and staff look after them. */
public final class MailService {
  /** The job that sends. */
  static final String JOB = "mail";

  /** A letter wakes the job; this is for those that are tried again. */
  private static final Duration PERIOD = Duration.ofSeconds(15);

  /** Letters that are looked at together: some hundred kilobytes. */
  private static final int STEP = 500;

  private final Database database;
  private final OutboxStore store;
  private final Outbox outbox;
  private final LetterWriter writer;
  private final Jobs jobs;
  private final Journal journal;
  private final Supplier<UUID> ids;
  private final Clock clock;
  private volatile boolean sends;

  /** What identifies letters, dates them, and keeps what staff did to them. */
  public record Journalling(Journal journal, Supplier<UUID> ids, Clock clock) {}

  public MailService(
      Database database,
      Supplier<Vault> vault,
      LetterWriter writer,
      Jobs jobs,
      Journalling journalling) {
    this.database = database;
    this.store = new OutboxStore(database);
    this.outbox = new Outbox(vault);
    this.writer = writer;
    this.jobs = jobs;
    this.journal = journalling.journal();
    this.ids = journalling.ids();
    this.clock = journalling.clock();
  }

  /** Sends from now on what is in the outbox, as a job. To be told before the jobs start. */
  public void sendBy(SmtpServer server) {
    sends = true;
    jobs.every(JOB, PERIOD, sender(new SmtpCarrier(server), Backoff.USUAL)::run);
  }

  MailSender sender(Carrier carrier, Backoff backoff) {
    return new MailSender(store, outbox, carrier, backoff, clock);
  }

  /** Whether letters go to a mail server; otherwise the outbox is where they are read. */
  public boolean sends() {
    return sends;
  }

  /**
   * Puts a letter into the outbox, in the transaction of this thread: it is sent if that commits.
   *
   * @return whether it is new; a letter of the same key is left as it is
   */
  public boolean put(Letter letter) {
    LetterText text = writer.write(letter);
    OutboxStore.Row row = outbox.seal(ids.get(), letter, text, clock.instant());
    return database.inTransaction(() -> {
      boolean isNew = store.insert(row, letter.key());
      if (isNew) {
        jobs.wake(JOB);
      }
      return isNew;
    });
  }

  /** The newest letters first. */
  Page<OutboxEntry> list(Page.Request request) {
    UUID after = request.after() == null ? null : Identifiers.read(request.after()).orElse(null);
    List<OutboxEntry> fetched =
        store.list(after, request.limit() + 1).stream().map(outbox::entry).toList();
    return Page.of(fetched, request, store.count(), entry -> entry.id().toString());
  }

  /**
   * A letter with what is written in it.
   *
   * @param text null when it was sent, or when its link would let staff in as somebody else
   */
  record Opened(OutboxEntry entry, @Nullable LetterText text) {}

  Opened find(String id) {
    OutboxStore.Row row = require(id);
    boolean forItsReaderOnly = sends && row.template().isProof();
    return new Opened(outbox.entry(row), forItsReaderOnly ? null : outbox.text(row));
  }

  /**
   * Queues a dead letter again, with all its attempts.
   *
   * @throws Problem.Conflict when it is not dead, or too old to be of use
   */
  void sendAgain(String id, Actor actor) {
    Permission.require(actor, Action.SEND_LETTER_AGAIN);
    OutboxStore.Row row = require(id);
    Instant now = clock.instant();
    if (!outbox.entry(row).maySendAgain(now)) {
      throw new Problem.Conflict(
          "The letter (" + id + ") is not one that was given up, or its link has run out.");
    }
    database.inTransaction(() -> {
      boolean queued = store.requeue(row.id(), now);
      if (queued) {
        journal.note(actor, new Journal.Event("letter", id, "requeued"), null, null);
        jobs.wake(JOB);
      }
      return queued;
    });
  }

  /** Deletes the letters that were put before a moment, sent or not; how many there were. */
  public int forgetBefore(Instant moment) {
    return database.inTransaction(() -> store.deleteBefore(moment));
  }

  /**
   * Deletes the letters to an address, sent or not; how many there were. Addresses are sealed, so
   * every letter is looked at: a few microseconds each.
   */
  public int forgetTo(MailAddress address) {
    return database.inTransaction(
        () -> store.delete(listTo(address).stream().map(OutboxEntry::id).toList()));
  }

  /** The letters to an address, newest first. Every letter is looked at, as for forgetting. */
  List<OutboxEntry> listTo(MailAddress address) {
    List<OutboxEntry> found = new ArrayList<>();
    List<OutboxStore.Row> rows = store.list(null, STEP);
    while (!rows.isEmpty()) {
      rows.stream()
          .filter(row -> outbox.recipient(row).equals(address))
          .map(outbox::entry)
          .forEach(found::add);
      rows = store.list(rows.getLast().id(), STEP);
    }
    return found;
  }

  private OutboxStore.Row require(String id) {
    return Identifiers.read(id)
        .flatMap(store::find)
        .orElseThrow(() -> new Problem.NotFound("There is no letter (" + id + ")."));
  }
}
