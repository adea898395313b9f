package praya.identity;

import static praya.store.db.Tables.MAIL_LINK;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jooq.Condition;
import praya.domain.Language;
import praya.store.Database;
import praya.store.db.tables.records.MailLinkRecord;

/** Links that were sent by mail, in PostgreSQL. */
final class MailLinkStore {
  private final Database database;

  MailLinkStore(Database database) {
    this.database = database;
  }

  /** A link that was asked for. */
  @SuppressWarnings("ArrayRecordComponent") // goes to the database and comes from it unread
  record Row(byte[] browser, MailLink link, boolean good, Instant expiresAt) {}

  void insert(byte[] hash, Row row) {
    database
        .sql()
        .insertInto(MAIL_LINK)
        .set(MAIL_LINK.HASH, hash)
        .set(MAIL_LINK.BROWSER_HASH, row.browser())
        .set(MAIL_LINK.EMAIL, row.link().email())
        .set(MAIL_LINK.LANGUAGE, row.link().language().tag())
        .set(MAIL_LINK.NEXT, row.link().next())
        .set(MAIL_LINK.GOOD, row.good())
        .set(MAIL_LINK.EXPIRES_AT, row.expiresAt().atOffset(ZoneOffset.UTC))
        .execute();
  }

  /** A link that still works, whoever shows it. */
  Optional<Row> find(byte[] hash, Instant now) {
    return database
        .sql()
        .selectFrom(MAIL_LINK)
        .where(works(hash, now))
        .fetchOptional(row ->
            new Row(
                row.getBrowserHash(), link(row), row.getGood(), row.getExpiresAt().toInstant()));
  }

  /** Uses a link up, in one statement, so that of two at once only one gets in. */
  Optional<MailLink> use(byte[] hash, byte[] browser, Instant now) {
    return database
        .sql()
        .update(MAIL_LINK)
        .set(MAIL_LINK.USED_AT, now.atOffset(ZoneOffset.UTC))
        .where(works(hash, now), MAIL_LINK.BROWSER_HASH.eq(browser))
        .returning()
        .fetchOptional(MailLinkStore::link);
  }

  /** The other links to an address end when one of them was used. */
  void deleteOthers(String email) {
    database
        .sql()
        .deleteFrom(MAIL_LINK)
        .where(MAIL_LINK.EMAIL.eq(email), MAIL_LINK.USED_AT.isNull())
        .execute();
  }

  /** Forgets addresses that nobody needs any more. */
  void deleteOld(Instant now) {
    database
        .sql()
        .deleteFrom(MAIL_LINK)
        .where(MAIL_LINK.EXPIRES_AT.le(now.atOffset(ZoneOffset.UTC)))
        .execute();
  }

  private static Condition works(byte[] hash, Instant now) {
    return MAIL_LINK
        .HASH
        .eq(hash)
        .and(MAIL_LINK.GOOD)
        .and(MAIL_LINK.USED_AT.isNull())
        .and(MAIL_LINK.EXPIRES_AT.gt(now.atOffset(ZoneOffset.UTC)));
  }

  private static MailLink link(MailLinkRecord row) {
    return new MailLink(
        row.getEmail(), Language.find(row.getLanguage()).orElse(Language.EN), row.getNext());
  }
}
