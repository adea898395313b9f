package praya.alert;

import static praya.store.db.Tables.ACCOUNT;
import static praya.store.db.Tables.ALERT_CHOICE;
import static praya.store.db.Tables.FINDING;
import static praya.store.db.Tables.SAVED_SEARCH;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import praya.store.Database;

/** How people want to hear of what is new. */
final class ChoiceStore {
  private static final int WEEK = 7;

  private final Database database;

  ChoiceStore(Database database) {
    this.database = database;
  }

  /** The link that ends letters, as its secret is kept. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Stop(byte[] hash, byte[] sealed) {}

  LetterChoice of(UUID account) {
    return database
        .sql()
        .select(ALERT_CHOICE.LETTERS)
        .from(ALERT_CHOICE)
        .where(ALERT_CHOICE.ACCOUNT_ID.eq(account))
        .fetchOptional(row -> LetterChoice.find(row.value1()).orElseThrow())
        .orElse(LetterChoice.DAILY);
  }

  void choose(UUID account, LetterChoice choice) {
    database
        .sql()
        .insertInto(ALERT_CHOICE, ALERT_CHOICE.ACCOUNT_ID, ALERT_CHOICE.LETTERS)
        .values(account, choice.code())
        .onConflict(ALERT_CHOICE.ACCOUNT_ID)
        .doUpdate()
        .set(ALERT_CHOICE.LETTERS, choice.code())
        .execute();
  }

  /** The account whose letters a link ends. */
  Optional<UUID> findByStop(byte[] hash) {
    return database
        .sql()
        .select(ALERT_CHOICE.ACCOUNT_ID)
        .from(ALERT_CHOICE)
        .where(ALERT_CHOICE.STOP_HASH.eq(hash))
        .fetchOptional(ALERT_CHOICE.ACCOUNT_ID);
  }

  byte @Nullable [] sealedStop(UUID account) {
    return database
        .sql()
        .select(ALERT_CHOICE.STOP_SEALED)
        .from(ALERT_CHOICE)
        .where(ALERT_CHOICE.ACCOUNT_ID.eq(account))
        .fetchOne(ALERT_CHOICE.STOP_SEALED);
  }

  void stop(UUID account, Stop stop) {
    database
        .sql()
        .update(ALERT_CHOICE)
        .set(ALERT_CHOICE.STOP_HASH, stop.hash())
        .set(ALERT_CHOICE.STOP_SEALED, stop.sealed())
        .where(ALERT_CHOICE.ACCOUNT_ID.eq(account))
        .execute();
  }

  /** Accounts with something new to tell whose letter is due on a day. */
  List<UUID> due(LocalDate today) {
    var last = ALERT_CHOICE.LAST_LETTER;
    var daily = ALERT_CHOICE.LETTERS.eq(LetterChoice.DAILY.code()).and(last.lt(today));
    var weekly =
        ALERT_CHOICE.LETTERS.eq(LetterChoice.WEEKLY.code()).and(last.le(today.minusDays(WEEK)));
    var first = last.isNull().and(ALERT_CHOICE.LETTERS.ne(LetterChoice.OFF.code()));
    return database
        .sql()
        .select(ACCOUNT.ID)
        .from(ACCOUNT)
        .leftJoin(ALERT_CHOICE)
        .on(ALERT_CHOICE.ACCOUNT_ID.eq(ACCOUNT.ID))
        .where(
            ACCOUNT.EMAIL.isNotNull(),
            ACCOUNT.DISABLED_AT.isNull(),
            ALERT_CHOICE.ACCOUNT_ID.isNull().or(daily).or(weekly).or(first),
            DSL.exists(
                DSL.selectOne()
                    .from(FINDING)
                    .join(SAVED_SEARCH)
                    .on(SAVED_SEARCH.ID.eq(FINDING.SAVED_SEARCH_ID))
                    .where(SAVED_SEARCH.ACCOUNT_ID.eq(ACCOUNT.ID), FINDING.TOLD_AT.isNull())))
        .orderBy(ACCOUNT.ID)
        .fetch(ACCOUNT.ID);
  }

  /**
   * Notes the letter of a day, and that there is a choice at all.
   *
   * @return the choice as it is at that moment, which others cannot change until the transaction
   *     ends
   */
  LetterChoice wrote(UUID account, LocalDate today) {
    return database
        .sql()
        .insertInto(
            ALERT_CHOICE, ALERT_CHOICE.ACCOUNT_ID, ALERT_CHOICE.LETTERS, ALERT_CHOICE.LAST_LETTER)
        .values(account, LetterChoice.DAILY.code(), today)
        .onConflict(ALERT_CHOICE.ACCOUNT_ID)
        .doUpdate()
        .set(ALERT_CHOICE.LAST_LETTER, today)
        .returningResult(ALERT_CHOICE.LETTERS)
        .fetchSingle(row -> LetterChoice.find(row.value1()).orElseThrow());
  }

  void erase(UUID account) {
    database.sql().deleteFrom(ALERT_CHOICE).where(ALERT_CHOICE.ACCOUNT_ID.eq(account)).execute();
  }
}
