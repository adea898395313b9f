package praya.privacy;

import static praya.store.db.Tables.CONSENT;

import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import praya.domain.Language;
import praya.store.Database;

/** Consents in PostgreSQL. */
final class ConsentStore {
  private final Database database;

  ConsentStore(Database database) {
    this.database = database;
  }

  /** Agreeing again changes nothing: the first moment counts. */
  boolean insert(UUID account, Consent consent) {
    return database
            .sql()
            .insertInto(CONSENT)
            .set(CONSENT.ACCOUNT_ID, account)
            .set(CONSENT.NOTICE, Notice.CODE)
            .set(CONSENT.VERSION, consent.version())
            .set(CONSENT.LANGUAGE, consent.language().tag())
            .set(CONSENT.GIVEN_AT, consent.givenAt().atOffset(ZoneOffset.UTC))
            .onConflictDoNothing()
            .execute()
        == 1;
  }

  List<Consent> list(UUID account) {
    return database
        .sql()
        .selectFrom(CONSENT)
        .where(CONSENT.ACCOUNT_ID.eq(account), CONSENT.NOTICE.eq(Notice.CODE))
        .orderBy(CONSENT.VERSION)
        .fetch(row ->
            new Consent(
                row.getVersion(),
                Language.find(row.getLanguage()).orElse(Language.EN),
                row.getGivenAt().toInstant()));
  }

  void delete(UUID account) {
    database.sql().deleteFrom(CONSENT).where(CONSENT.ACCOUNT_ID.eq(account)).execute();
  }
}
