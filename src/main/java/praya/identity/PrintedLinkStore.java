package praya.identity;

import static praya.store.db.Tables.PRINTED_LINK;

import java.time.Instant;
import java.time.ZoneOffset;
import praya.store.Database;

/** Printed links in PostgreSQL. */
final class PrintedLinkStore {
  private final Database database;

  PrintedLinkStore(Database database) {
    this.database = database;
  }

  void replace(byte[] hash, Instant expires) {
    var sql = database.sql();
    sql.deleteFrom(PRINTED_LINK).execute();
    sql.insertInto(PRINTED_LINK)
        .set(PRINTED_LINK.HASH, hash)
        .set(PRINTED_LINK.EXPIRES_AT, expires.atOffset(ZoneOffset.UTC))
        .execute();
  }

  /** One statement, so that of two who use a link at once only one gets in. */
  boolean use(byte[] hash, Instant now) {
    var at = now.atOffset(ZoneOffset.UTC);
    return database
            .sql()
            .update(PRINTED_LINK)
            .set(PRINTED_LINK.USED_AT, at)
            .where(
                PRINTED_LINK.HASH.eq(hash),
                PRINTED_LINK.USED_AT.isNull(),
                PRINTED_LINK.EXPIRES_AT.gt(at))
            .execute()
        == 1;
  }
}
