package praya.identity;

import static praya.store.db.Tables.SESSION;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import praya.domain.Role;
import praya.store.Database;
import praya.store.db.tables.records.SessionRecord;

/** Sessions in PostgreSQL. */
final class SessionStore {
  private final Database database;

  SessionStore(Database database) {
    this.database = database;
  }

  void insert(Session session, byte[] hash) {
    database
        .sql()
        .insertInto(SESSION)
        .set(SESSION.ID, session.id())
        .set(SESSION.HASH, hash)
        .set(SESSION.ACCOUNT_ID, session.account())
        .set(SESSION.ROLE, session.role().code())
        .set(SESSION.WAY, session.way().code())
        .set(SESSION.DEVICE, session.device())
        .set(SESSION.CREATED_AT, session.createdAt().atOffset(ZoneOffset.UTC))
        .set(SESSION.LAST_SEEN_AT, session.lastSeenAt().atOffset(ZoneOffset.UTC))
        .execute();
  }

  Optional<Session> find(byte[] hash) {
    return database
        .sql()
        .selectFrom(SESSION)
        .where(SESSION.HASH.eq(hash))
        .fetchOptional(SessionStore::session);
  }

  List<Session> list(UUID account) {
    return database
        .sql()
        .selectFrom(SESSION)
        .where(SESSION.ACCOUNT_ID.eq(account))
        .orderBy(SESSION.LAST_SEEN_AT.desc(), SESSION.ID)
        .fetch(SessionStore::session);
  }

  void touch(UUID id, Instant now) {
    database
        .sql()
        .update(SESSION)
        .set(SESSION.LAST_SEEN_AT, now.atOffset(ZoneOffset.UTC))
        .where(SESSION.ID.eq(id))
        .execute();
  }

  /** Gives a session another secret; false when somebody else was first. */
  boolean rotate(byte[] former, byte[] hash, Role role) {
    return database
            .sql()
            .update(SESSION)
            .set(SESSION.HASH, hash)
            .set(SESSION.ROLE, role.code())
            .where(SESSION.HASH.eq(former))
            .execute()
        == 1;
  }

  boolean delete(byte[] hash) {
    return database.sql().deleteFrom(SESSION).where(SESSION.HASH.eq(hash)).execute() == 1;
  }

  boolean delete(UUID account, UUID session) {
    return database
            .sql()
            .deleteFrom(SESSION)
            .where(SESSION.ID.eq(session), SESSION.ACCOUNT_ID.eq(account))
            .execute()
        == 1;
  }

  int deleteAll(UUID account) {
    return database.sql().deleteFrom(SESSION).where(SESSION.ACCOUNT_ID.eq(account)).execute();
  }

  /** Forgets sessions that nobody can use any more. */
  void deleteOld(Instant seenBefore, Instant madeBefore) {
    database
        .sql()
        .deleteFrom(SESSION)
        .where(
            SESSION
                .LAST_SEEN_AT
                .le(seenBefore.atOffset(ZoneOffset.UTC))
                .or(SESSION.CREATED_AT.le(madeBefore.atOffset(ZoneOffset.UTC))))
        .execute();
  }

  private static Session session(SessionRecord row) {
    return new Session(
        row.getId(),
        row.getAccountId(),
        Role.of(row.getRole()),
        Way.of(row.getWay()),
        row.getDevice(),
        row.getCreatedAt().toInstant(),
        row.getLastSeenAt().toInstant());
  }
}
