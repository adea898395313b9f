package praya.stewardship;

import static praya.store.db.Tables.ACCOUNT;
import static praya.store.db.Tables.MEMBERSHIP;
import static praya.store.db.Tables.NO_REMINDER;
import static praya.store.db.Tables.ORGANISATION;
import static praya.store.db.Tables.REMINDER;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jooq.impl.DSL;
import praya.store.Database;

/** Who is to be reminded of what, and who wants no reminders. */
final class ReminderStore {
  private final Database database;

  ReminderStore(Database database) {
    this.database = database;
  }

  /**
   * A member to be asked about an organisation.
   *
   * @param since since when nobody confirmed it: its last confirmation, else when they joined
   */
  record Due(UUID organisation, UUID account, Instant since) {}

  /**
   * Members of organisations that nobody confirmed since one moment, and who were not reminded
   * since another one.
   */
  List<Due> list(Instant unconfirmed, Instant unreminded) {
    var since = DSL.coalesce(ORGANISATION.CONFIRMED_AT, MEMBERSHIP.SINCE);
    OffsetDateTime reminded = unreminded.atOffset(ZoneOffset.UTC);
    return database
        .sql()
        .select(ORGANISATION.ID, ACCOUNT.ID, since)
        .from(MEMBERSHIP)
        .join(ACCOUNT)
        .on(ACCOUNT.ID.eq(MEMBERSHIP.ACCOUNT_ID))
        .join(ORGANISATION)
        .on(ORGANISATION.ID.eq(MEMBERSHIP.ORGANISATION_ID))
        .where(
            since.lt(unconfirmed.atOffset(ZoneOffset.UTC)),
            ACCOUNT.EMAIL.isNotNull(),
            ACCOUNT.DISABLED_AT.isNull(),
            DSL.notExists(
                DSL.selectOne()
                    .from(REMINDER)
                    .where(
                        REMINDER.ORGANISATION_ID.eq(ORGANISATION.ID),
                        REMINDER.ACCOUNT_ID.eq(ACCOUNT.ID),
                        REMINDER.SENT_AT.gt(reminded))),
            DSL.notExists(
                DSL.selectOne().from(NO_REMINDER).where(NO_REMINDER.ACCOUNT_ID.eq(ACCOUNT.ID))))
        .orderBy(ORGANISATION.ID, ACCOUNT.ID)
        .fetch(row -> new Due(row.value1(), row.value2(), row.value3().toInstant()));
  }

  void mark(Due due, Instant now) {
    OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
    database
        .sql()
        .insertInto(REMINDER, REMINDER.ORGANISATION_ID, REMINDER.ACCOUNT_ID, REMINDER.SENT_AT)
        .values(due.organisation(), due.account(), at)
        .onConflict(REMINDER.ORGANISATION_ID, REMINDER.ACCOUNT_ID)
        .doUpdate()
        .set(REMINDER.SENT_AT, at)
        .execute();
  }

  boolean areWanted(UUID account) {
    return !database.sql().fetchExists(NO_REMINDER, NO_REMINDER.ACCOUNT_ID.eq(account));
  }

  void stop(UUID account, Instant now) {
    database
        .sql()
        .insertInto(NO_REMINDER, NO_REMINDER.ACCOUNT_ID, NO_REMINDER.SINCE)
        .values(account, now.atOffset(ZoneOffset.UTC))
        .onConflictDoNothing()
        .execute();
  }

  void resume(UUID account) {
    database.sql().deleteFrom(NO_REMINDER).where(NO_REMINDER.ACCOUNT_ID.eq(account)).execute();
  }
}
