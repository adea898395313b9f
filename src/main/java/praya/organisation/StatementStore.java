package praya.organisation;

import static praya.store.db.Tables.STATEMENT;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import praya.store.Database;

/** Statements in PostgreSQL, oldest first. */
final class StatementStore {
  private final Database database;

  StatementStore(Database database) {
    this.database = database;
  }

  void insert(UUID organisation, List<Statement> statements) {
    for (Statement statement : statements) {
      database
          .sql()
          .insertInto(STATEMENT)
          .set(STATEMENT.ORGANISATION_ID, organisation)
          .set(STATEMENT.FIELD, statement.field())
          .set(STATEMENT.VALUE, JSONB.jsonbOrNull(statement.value()))
          .set(STATEMENT.SOURCE, statement.source())
          .set(STATEMENT.RECORDED_AT, statement.recordedAt().atOffset(ZoneOffset.UTC))
          .set(STATEMENT.RECORDED_BY, statement.recordedBy())
          .set(STATEMENT.CONFIRMED_AT, offset(statement.confirmedAt()))
          .execute();
    }
  }

  /** Confirms what this source said of a field, if it still says the same; else it says it now. */
  void confirm(UUID organisation, Statement said) {
    int found =
        database
            .sql()
            .update(STATEMENT)
            .set(STATEMENT.CONFIRMED_AT, offset(said.confirmedAt()))
            .set(STATEMENT.CONFIRMED_BY, said.recordedBy())
            .where(
                STATEMENT.ORGANISATION_ID.eq(organisation),
                STATEMENT.FIELD.eq(said.field()),
                STATEMENT.SOURCE.eq(said.source()),
                STATEMENT.VALUE.eq(JSONB.jsonbOrNull(said.value())))
            .execute();
    if (found == 0) {
      insert(organisation, List.of(said));
    }
  }

  List<Statement> list(UUID organisation) {
    return database
        .sql()
        .selectFrom(STATEMENT)
        .where(STATEMENT.ORGANISATION_ID.eq(organisation))
        .orderBy(STATEMENT.SEQUENCE)
        .fetch(row ->
            new Statement(
                row.getField(),
                row.getValue() == null ? null : row.getValue().data(),
                row.getSource(),
                row.getRecordedAt().toInstant(),
                row.getRecordedBy(),
                row.getConfirmedAt() == null ? null : row.getConfirmedAt().toInstant()));
  }

  private static @Nullable OffsetDateTime offset(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
