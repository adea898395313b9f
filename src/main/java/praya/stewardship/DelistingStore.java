package praya.stewardship;

import static praya.store.db.Tables.DELISTING;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import praya.domain.Actor;
import praya.domain.Visibility;
import praya.store.Database;

/** Requests for delisting in PostgreSQL. */
final class DelistingStore {
  private final Database database;

  DelistingStore(Database database) {
    this.database = database;
  }

  void insert(Delisting asked, Actor actor) {
    database
        .sql()
        .insertInto(DELISTING)
        .set(DELISTING.ID, asked.id())
        .set(DELISTING.ORGANISATION_ID, asked.organisation())
        .set(DELISTING.ACCOUNT_ID, asked.account())
        .set(DELISTING.ASKED_BY, actor.name())
        .set(DELISTING.ASKED_AT, asked.askedAt().atOffset(ZoneOffset.UTC))
        .set(DELISTING.NOTE, asked.note())
        .execute();
  }

  /** Moves a request on from one state to another; false when it was not in that one. */
  boolean move(UUID id, String from, String to, Decision decision) {
    return database
            .sql()
            .update(DELISTING)
            .set(DELISTING.STATE, to)
            .set(DELISTING.DECIDED_BY, decision.by())
            .set(DELISTING.DECIDED_AT, decision.at().atOffset(ZoneOffset.UTC))
            .set(DELISTING.REASON, decision.reason())
            .where(DELISTING.ID.eq(id), DELISTING.STATE.eq(from))
            .execute()
        == 1;
  }

  /** Keeps who saw the organisation until now. */
  void keepVisibility(UUID id, Visibility was) {
    database
        .sql()
        .update(DELISTING)
        .set(DELISTING.WAS, was.code())
        .where(DELISTING.ID.eq(id))
        .execute();
  }

  /** Who saw the organisation before. */
  Visibility visibilityBefore(UUID id) {
    return database
        .sql()
        .select(DELISTING.WAS)
        .from(DELISTING)
        .where(DELISTING.ID.eq(id))
        .fetchOptional(DELISTING.WAS)
        .map(Visibility::of)
        .orElse(Visibility.PUBLIC);
  }

  Optional<Delisting> find(UUID id) {
    return select(DELISTING.ID.eq(id)).stream().findFirst();
  }

  /** In a state, longest first. */
  List<Delisting> list(String state) {
    return select(DELISTING.STATE.eq(state));
  }

  /** The state of the request that is open or in force. */
  Optional<String> state(UUID organisation) {
    return database
        .sql()
        .select(DELISTING.STATE)
        .from(DELISTING)
        .where(
            DELISTING.ORGANISATION_ID.eq(organisation), DELISTING.STATE.in("waiting", "accepted"))
        .fetchOptional(DELISTING.STATE);
  }

  private List<Delisting> select(Condition condition) {
    return database
        .sql()
        .selectFrom(DELISTING)
        .where(condition)
        .orderBy(DELISTING.ASKED_AT, DELISTING.ID)
        .fetch(row ->
            new Delisting(
                row.getId(),
                row.getOrganisationId(),
                row.getAccountId(),
                row.getAskedAt().toInstant(),
                row.getNote()));
  }
}
