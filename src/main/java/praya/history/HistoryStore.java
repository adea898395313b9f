package praya.history;

import static praya.store.db.Tables.RECORD_VERSION;

import java.util.List;
import praya.domain.Role;
import praya.store.Database;
import praya.store.Subject;

/** Versions of records in PostgreSQL. */
final class HistoryStore {
  private final Database database;

  HistoryStore(Database database) {
    this.database = database;
  }

  /** All versions of a record, oldest first. */
  List<RecordVersion> list(Subject subject, String id) {
    return database
        .sql()
        .selectFrom(RECORD_VERSION)
        .where(RECORD_VERSION.ENTITY.eq(subject.code()), RECORD_VERSION.ENTITY_ID.eq(id))
        .orderBy(RECORD_VERSION.NUMBER)
        .fetch(row ->
            new RecordVersion(
                row.getNumber(),
                row.getOrganisationId(),
                row.getAt().toInstant(),
                new RecordVersion.By(row.getActor(), Role.of(row.getRole()), row.getReason()),
                row.getContent() == null ? null : row.getContent().data()));
  }
}
