package praya.alert;

import static praya.store.db.Tables.FINDING;
import static praya.store.db.Tables.SAVED_SEARCH;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import praya.alert.SavedSearchStore.Known;
import praya.store.ChangeLog;
import praya.store.Database;
import praya.store.db.Tables;
import praya.store.db.tables.records.FindingRecord;

/** Findings, and how far the feed was followed for them. */
final class FindingStore {
  private final Database database;

  FindingStore(Database database) {
    this.database = database;
  }

  /** How far the feed was followed, and up to which day. */
  record Progress(ChangeLog.Place place, LocalDate day) {}

  Optional<Progress> progress() {
    var table = Tables.ALERT_PLACE;
    return database
        .sql()
        .selectFrom(table)
        .fetchOptional(row ->
            new Progress(new ChangeLog.Place(row.getPosition(), row.getSequence()), row.getDay()));
  }

  void begin(Progress progress) {
    var table = Tables.ALERT_PLACE;
    database
        .sql()
        .insertInto(table, table.POSITION, table.SEQUENCE, table.DAY)
        .values(progress.place().position(), progress.place().sequence(), progress.day())
        .onConflictDoNothing()
        .execute();
  }

  /** Moves from one place on to another; false when somebody else has moved already. */
  boolean move(Progress from, Progress to) {
    var table = Tables.ALERT_PLACE;
    return database
            .sql()
            .update(table)
            .set(table.POSITION, to.place().position())
            .set(table.SEQUENCE, to.place().sequence())
            .set(table.DAY, to.day())
            .where(
                table.POSITION.eq(from.place().position()),
                table.SEQUENCE.eq(from.place().sequence()),
                table.DAY.eq(from.day()))
            .execute()
        == 1;
  }

  /** Adds those that are not there; what is followed twice is found once. */
  int insert(List<Finding> findings) {
    List<FindingRecord> rows = new ArrayList<>();
    for (Finding finding : findings) {
      var row = new FindingRecord();
      row.setId(finding.id());
      row.setSavedSearchId(finding.search());
      row.setOrganisationId(finding.organisation());
      row.setSubject(finding.about().subject().code());
      row.setSubjectId(finding.about().id());
      row.setPosition(finding.about().position());
      row.setFoundAt(finding.foundAt().atOffset(ZoneOffset.UTC));
      rows.add(row);
    }
    return rows.isEmpty()
        ? 0
        : database.sql().insertInto(FINDING).set(rows).onConflictDoNothing().execute();
  }

  /** Which organisations were found newly before. */
  Set<Known> found(Collection<UUID> organisations) {
    return new HashSet<>(
        database
            .sql()
            .selectDistinct(FINDING.SAVED_SEARCH_ID, FINDING.ORGANISATION_ID)
            .from(FINDING)
            .where(FINDING.ORGANISATION_ID.in(organisations))
            .fetch(row -> new Known(row.value1(), row.value2())));
  }

  /** The newest of an account first. */
  List<Finding> ofAccount(UUID account, int limit) {
    return list(
        FINDING.SAVED_SEARCH_ID.in(
            DSL.select(SAVED_SEARCH.ID)
                .from(SAVED_SEARCH)
                .where(SAVED_SEARCH.ACCOUNT_ID.eq(account))),
        limit);
  }

  /** The newest of a saved search first. */
  List<Finding> ofSearch(UUID search, int limit) {
    return list(FINDING.SAVED_SEARCH_ID.eq(search), limit);
  }

  /** Those of an account that no letter told of, the newest first. */
  List<Finding> untold(UUID account, int limit) {
    return list(
        FINDING
            .TOLD_AT
            .isNull()
            .and(
                FINDING.SAVED_SEARCH_ID.in(
                    DSL.select(SAVED_SEARCH.ID)
                        .from(SAVED_SEARCH)
                        .where(SAVED_SEARCH.ACCOUNT_ID.eq(account)))),
        limit);
  }

  private List<Finding> list(Condition which, int limit) {
    return database
        .sql()
        .selectFrom(FINDING)
        .where(which)
        .orderBy(FINDING.ID.desc())
        .limit(limit)
        .fetch(row ->
            new Finding(
                row.getId(),
                row.getSavedSearchId(),
                row.getOrganisationId(),
                new Finding.About(
                    Finding.Subject.of(row.getSubject()), row.getSubjectId(), row.getPosition()),
                row.getFoundAt().toInstant(),
                row.getReadAt() == null ? null : row.getReadAt().toInstant()));
  }

  void markRead(UUID account, Instant now) {
    database
        .sql()
        .update(FINDING)
        .set(FINDING.READ_AT, now.atOffset(ZoneOffset.UTC))
        .where(
            FINDING.READ_AT.isNull(),
            FINDING.SAVED_SEARCH_ID.in(
                DSL.select(SAVED_SEARCH.ID)
                    .from(SAVED_SEARCH)
                    .where(SAVED_SEARCH.ACCOUNT_ID.eq(account))))
        .execute();
  }

  void markTold(UUID account, Instant now) {
    database
        .sql()
        .update(FINDING)
        .set(FINDING.TOLD_AT, now.atOffset(ZoneOffset.UTC))
        .where(
            FINDING.TOLD_AT.isNull(),
            FINDING.SAVED_SEARCH_ID.in(
                DSL.select(SAVED_SEARCH.ID)
                    .from(SAVED_SEARCH)
                    .where(SAVED_SEARCH.ACCOUNT_ID.eq(account))))
        .execute();
  }

  void markTold(Collection<UUID> findings, Instant now) {
    database
        .sql()
        .update(FINDING)
        .set(FINDING.TOLD_AT, now.atOffset(ZoneOffset.UTC))
        .where(FINDING.ID.in(findings))
        .execute();
  }

  int deleteBefore(Instant moment) {
    return database
        .sql()
        .deleteFrom(FINDING)
        .where(FINDING.FOUND_AT.lt(moment.atOffset(ZoneOffset.UTC)))
        .execute();
  }
}
