package praya.identity;

import static praya.store.db.Tables.SESSION;
import static praya.store.db.Tables.SIGN_IN_LINK;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import praya.domain.Role;
import praya.store.Database;

/** Sign-in links and sessions in PostgreSQL. */
final class SignInStore {
  private final Database database;

  SignInStore(Database database) {
    this.database = database;
  }

  void replaceLinks(byte[] hash, Role role, Instant expires) {
    var sql = database.sql();
    sql.deleteFrom(SIGN_IN_LINK).execute();
    sql.insertInto(SIGN_IN_LINK)
        .set(SIGN_IN_LINK.HASH, hash)
        .set(SIGN_IN_LINK.ROLE, role.code())
        .set(SIGN_IN_LINK.EXPIRES_AT, expires.atOffset(ZoneOffset.UTC))
        .execute();
  }

  /** One statement, so that of two who use a link at once only one gets in. */
  Optional<Role> useLink(byte[] hash, Instant now) {
    var at = now.atOffset(ZoneOffset.UTC);
    return database
        .sql()
        .update(SIGN_IN_LINK)
        .set(SIGN_IN_LINK.USED_AT, at)
        .where(
            SIGN_IN_LINK.HASH.eq(hash),
            SIGN_IN_LINK.USED_AT.isNull(),
            SIGN_IN_LINK.EXPIRES_AT.gt(at))
        .returningResult(SIGN_IN_LINK.ROLE)
        .fetchOptional(row -> role(row.value1()));
  }

  void insertSession(byte[] hash, Role role, Instant now, Instant expires) {
    var sql = database.sql();
    sql.deleteFrom(SESSION).where(SESSION.EXPIRES_AT.lt(now.atOffset(ZoneOffset.UTC))).execute();
    sql.insertInto(SESSION)
        .set(SESSION.HASH, hash)
        .set(SESSION.ROLE, role.code())
        .set(SESSION.CREATED_AT, now.atOffset(ZoneOffset.UTC))
        .set(SESSION.EXPIRES_AT, expires.atOffset(ZoneOffset.UTC))
        .execute();
  }

  Optional<Role> findSession(byte[] hash, Instant now) {
    return database
        .sql()
        .select(SESSION.ROLE)
        .from(SESSION)
        .where(SESSION.HASH.eq(hash), SESSION.EXPIRES_AT.gt(now.atOffset(ZoneOffset.UTC)))
        .fetchOptional(row -> role(row.value1()));
  }

  boolean deleteSession(byte[] hash) {
    return database.sql().deleteFrom(SESSION).where(SESSION.HASH.eq(hash)).execute() == 1;
  }

  private static Role role(String code) {
    return Role.valueOf(code.toUpperCase(Locale.ROOT));
  }
}
