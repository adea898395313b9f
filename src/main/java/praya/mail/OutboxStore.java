package praya.mail;

import static praya.store.db.Tables.OUTBOX_MAIL;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import praya.domain.Language;
import praya.store.Database;

/** Letters in PostgreSQL, sealed. */
final class OutboxStore {
  private static final String QUEUED = OutboxEntry.State.QUEUED.code();

  private final Database database;

  OutboxStore(Database database) {
    this.database = database;
  }

  /** A row as it lies there; what is sealed is opened by those who may. */
  record Row(
      UUID id,
      MailTemplate template,
      Language language,
      Sealed sealed,
      Instant createdAt,
      @Nullable Instant expiresAt,
      OutboxEntry.Progress progress) {}

  /** The sealed columns; the body is null once the letter is sent. */
  @SuppressWarnings("ArrayRecordComponent") // carried from the table to the vault, never compared
  record Sealed(byte[] recipient, byte @Nullable [] body) {}

  /** Whether there was no letter of this key yet. */
  boolean insert(Row row, String key) {
    Instant expires = row.expiresAt();
    return database
            .sql()
            .insertInto(OUTBOX_MAIL)
            .set(OUTBOX_MAIL.ID, row.id())
            .set(OUTBOX_MAIL.KEY, key)
            .set(OUTBOX_MAIL.TEMPLATE, row.template().code())
            .set(OUTBOX_MAIL.LANGUAGE, row.language().tag())
            .set(OUTBOX_MAIL.RECIPIENT, row.sealed().recipient())
            .set(OUTBOX_MAIL.BODY, row.sealed().body())
            .set(OUTBOX_MAIL.CREATED_AT, at(row.createdAt()))
            .set(OUTBOX_MAIL.EXPIRES_AT, expires == null ? null : at(expires))
            .set(OUTBOX_MAIL.NEXT_ATTEMPT_AT, at(row.createdAt()))
            .onConflict(OUTBOX_MAIL.KEY)
            .doNothing()
            .execute()
        == 1;
  }

  /**
   * Takes the letter that waits longest. For the length of the lease nobody else takes it; when it
   * is neither sent nor given back by then, it is due again.
   */
  Optional<Row> claim(Instant now, Duration lease) {
    var due =
        DSL.select(OUTBOX_MAIL.ID)
            .from(OUTBOX_MAIL)
            .where(
                OUTBOX_MAIL.STATE.eq(QUEUED),
                OUTBOX_MAIL.NEXT_ATTEMPT_AT.le(at(now)),
                OUTBOX_MAIL.EXPIRES_AT.isNull().or(OUTBOX_MAIL.EXPIRES_AT.gt(at(now))))
            .orderBy(OUTBOX_MAIL.NEXT_ATTEMPT_AT, OUTBOX_MAIL.ID)
            .limit(1)
            .forUpdate()
            .skipLocked();
    return database
        .sql()
        .update(OUTBOX_MAIL)
        .set(OUTBOX_MAIL.ATTEMPTS, OUTBOX_MAIL.ATTEMPTS.plus(1))
        .set(OUTBOX_MAIL.NEXT_ATTEMPT_AT, at(now.plus(lease)))
        .where(OUTBOX_MAIL.ID.eq(due))
        .returningResult(OUTBOX_MAIL.fields())
        .fetchOptional(OutboxStore::row);
  }

  /** Sent is sent, whoever did it; what was written is not needed any more. */
  void markSent(UUID id, Instant now) {
    database
        .sql()
        .update(OUTBOX_MAIL)
        .set(OUTBOX_MAIL.STATE, OutboxEntry.State.SENT.code())
        .set(OUTBOX_MAIL.SENT_AT, at(now))
        .setNull(OUTBOX_MAIL.BODY)
        .setNull(OUTBOX_MAIL.ERROR)
        .where(OUTBOX_MAIL.ID.eq(id), OUTBOX_MAIL.STATE.ne(OutboxEntry.State.SENT.code()))
        .execute();
  }

  /**
   * Notes a failure of this attempt; one that somebody else has followed up counts no more.
   *
   * @param next when to try again; null to give it up
   */
  void markFailed(Row row, String error, @Nullable Instant next) {
    var dead = OutboxEntry.State.DEAD.code();
    database
        .sql()
        .update(OUTBOX_MAIL)
        .set(OUTBOX_MAIL.ERROR, error)
        .set(OUTBOX_MAIL.STATE, next == null ? dead : QUEUED)
        .set(
            OUTBOX_MAIL.NEXT_ATTEMPT_AT,
            next == null ? OUTBOX_MAIL.NEXT_ATTEMPT_AT : DSL.val(at(next)))
        .where(
            OUTBOX_MAIL.ID.eq(row.id()),
            OUTBOX_MAIL.STATE.eq(QUEUED),
            OUTBOX_MAIL.ATTEMPTS.eq(row.progress().attempts()))
        .execute();
  }

  /** Gives up what came too late for its reader. */
  int expire(Instant now) {
    return database
        .sql()
        .update(OUTBOX_MAIL)
        .set(OUTBOX_MAIL.STATE, OutboxEntry.State.DEAD.code())
        .set(OUTBOX_MAIL.ERROR, "expired")
        .where(OUTBOX_MAIL.STATE.eq(QUEUED), OUTBOX_MAIL.EXPIRES_AT.le(at(now)))
        .execute();
  }

  boolean requeue(UUID id, Instant now) {
    return database
            .sql()
            .update(OUTBOX_MAIL)
            .set(OUTBOX_MAIL.STATE, QUEUED)
            .set(OUTBOX_MAIL.ATTEMPTS, 0)
            .setNull(OUTBOX_MAIL.ERROR)
            .set(OUTBOX_MAIL.NEXT_ATTEMPT_AT, at(now))
            .where(OUTBOX_MAIL.ID.eq(id), OUTBOX_MAIL.STATE.eq(OutboxEntry.State.DEAD.code()))
            .execute()
        == 1;
  }

  int delete(List<UUID> ids) {
    return database.sql().deleteFrom(OUTBOX_MAIL).where(OUTBOX_MAIL.ID.in(ids)).execute();
  }

  int deleteBefore(Instant moment) {
    return database
        .sql()
        .deleteFrom(OUTBOX_MAIL)
        .where(OUTBOX_MAIL.CREATED_AT.lt(at(moment)))
        .execute();
  }

  Optional<Row> find(UUID id) {
    return database
        .sql()
        .select(OUTBOX_MAIL.fields())
        .from(OUTBOX_MAIL)
        .where(OUTBOX_MAIL.ID.eq(id))
        .fetchOptional(OutboxStore::row);
  }

  /** The newest first, behind the id if one is given: ids are in the order of time. */
  List<Row> list(@Nullable UUID after, int limit) {
    return database
        .sql()
        .select(OUTBOX_MAIL.fields())
        .from(OUTBOX_MAIL)
        .where(after == null ? DSL.noCondition() : OUTBOX_MAIL.ID.lt(after))
        .orderBy(OUTBOX_MAIL.ID.desc())
        .limit(limit)
        .fetch(OutboxStore::row);
  }

  int count() {
    return database.sql().fetchCount(OUTBOX_MAIL);
  }

  private static Row row(Record row) {
    OffsetDateTime expires = row.get(OUTBOX_MAIL.EXPIRES_AT);
    OffsetDateTime sent = row.get(OUTBOX_MAIL.SENT_AT);
    return new Row(
        row.get(OUTBOX_MAIL.ID),
        MailTemplate.of(row.get(OUTBOX_MAIL.TEMPLATE)),
        Language.find(row.get(OUTBOX_MAIL.LANGUAGE)).orElseThrow(),
        new Sealed(row.get(OUTBOX_MAIL.RECIPIENT), row.get(OUTBOX_MAIL.BODY)),
        row.get(OUTBOX_MAIL.CREATED_AT).toInstant(),
        expires == null ? null : expires.toInstant(),
        new OutboxEntry.Progress(
            OutboxEntry.State.of(row.get(OUTBOX_MAIL.STATE)),
            row.get(OUTBOX_MAIL.ATTEMPTS),
            row.get(OUTBOX_MAIL.NEXT_ATTEMPT_AT).toInstant(),
            sent == null ? null : sent.toInstant(),
            row.get(OUTBOX_MAIL.ERROR)));
  }

  private static OffsetDateTime at(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
