package praya.stewardship;

import static praya.store.db.Tables.CLAIM;
import static praya.store.db.Tables.DELISTING;
import static praya.store.db.Tables.NO_REMINDER;
import static praya.store.db.Tables.ORGANISATION;
import static praya.store.db.Tables.PROPOSAL;
import static praya.store.db.Tables.REMINDER;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import praya.store.Database;
import praya.store.RowJson;

/** What the tables of this package hold about an account, read as JSON values, and erased. */
final class StewardRecordsStore {
  private final Database database;

  StewardRecordsStore(Database database) {
    this.database = database;
  }

  List<Map<String, @Nullable Object>> claims(UUID account) {
    return RowJson.list(
        database
            .sql()
            .select(
                ORGANISATION.SLUG.as("organisation"),
                CLAIM.WAY.as("way"),
                CLAIM.DOMAIN.as("domain"),
                CLAIM.NOTE.as("note"),
                CLAIM.STATE.as("state"),
                CLAIM.ASKED_AT.as("askedAt"),
                CLAIM.DECIDED_AT.as("decidedAt"),
                CLAIM.REASON.as("reason"))
            .from(CLAIM)
            .join(ORGANISATION)
            .on(ORGANISATION.ID.eq(CLAIM.ORGANISATION_ID))
            .where(CLAIM.ACCOUNT_ID.eq(account))
            .orderBy(CLAIM.ASKED_AT));
  }

  List<Map<String, @Nullable Object>> proposals(UUID account) {
    return RowJson.list(
        database
            .sql()
            .select(
                ORGANISATION.SLUG.as("organisation"),
                PROPOSAL.KIND.as("kind"),
                PROPOSAL.NOTE.as("note"),
                PROPOSAL.STATE.as("state"),
                PROPOSAL.PROPOSED_AT.as("proposedAt"),
                PROPOSAL.DECIDED_AT.as("decidedAt"),
                PROPOSAL.REASON.as("reason"))
            .from(PROPOSAL)
            .join(ORGANISATION)
            .on(ORGANISATION.ID.eq(PROPOSAL.ORGANISATION_ID))
            .where(PROPOSAL.ACCOUNT_ID.eq(account))
            .orderBy(PROPOSAL.PROPOSED_AT));
  }

  List<Map<String, @Nullable Object>> delistings(UUID account) {
    return RowJson.list(
        database
            .sql()
            .select(
                ORGANISATION.SLUG.as("organisation"),
                DELISTING.NOTE.as("note"),
                DELISTING.STATE.as("state"),
                DELISTING.ASKED_AT.as("askedAt"),
                DELISTING.DECIDED_AT.as("decidedAt"),
                DELISTING.REASON.as("reason"))
            .from(DELISTING)
            .join(ORGANISATION)
            .on(ORGANISATION.ID.eq(DELISTING.ORGANISATION_ID))
            .where(DELISTING.ACCOUNT_ID.eq(account))
            .orderBy(DELISTING.ASKED_AT));
  }

  /**
   * Claims go; what was asked for an organisation stays its own, without who asked and their note.
   */
  void erase(UUID account) {
    var sql = database.sql();
    sql.deleteFrom(CLAIM).where(CLAIM.ACCOUNT_ID.eq(account)).execute();
    sql.update(PROPOSAL)
        .setNull(PROPOSAL.ACCOUNT_ID)
        .setNull(PROPOSAL.NOTE)
        .where(PROPOSAL.ACCOUNT_ID.eq(account))
        .execute();
    sql.update(DELISTING)
        .setNull(DELISTING.ACCOUNT_ID)
        .setNull(DELISTING.NOTE)
        .where(DELISTING.ACCOUNT_ID.eq(account))
        .execute();
    sql.deleteFrom(REMINDER).where(REMINDER.ACCOUNT_ID.eq(account)).execute();
    sql.deleteFrom(NO_REMINDER).where(NO_REMINDER.ACCOUNT_ID.eq(account)).execute();
  }

  /** What was decided before a moment; an accepted delisting is still in force and stays. */
  int deleteDecided(Instant moment) {
    var sql = database.sql();
    OffsetDateTime at = moment.atOffset(ZoneOffset.UTC);
    return sql.deleteFrom(CLAIM).where(CLAIM.DECIDED_AT.lt(at)).execute()
        + sql.deleteFrom(PROPOSAL).where(PROPOSAL.DECIDED_AT.lt(at)).execute()
        + sql.deleteFrom(DELISTING)
            .where(DELISTING.DECIDED_AT.lt(at), DELISTING.STATE.ne("accepted"))
            .execute();
  }
}
