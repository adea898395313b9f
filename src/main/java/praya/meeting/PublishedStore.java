package praya.meeting;

import static praya.store.db.Tables.ROUND;
import static praya.store.db.Tables.ROUND_PAIR;
import static praya.store.db.Tables.ROUND_PARTICIPANT;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Record3;
import org.jooq.SelectConditionStep;
import praya.http.Phrasebook;
import praya.round.Pair;
import praya.store.Database;

/** What published rounds suggested, in PostgreSQL. */
final class PublishedStore {
  private final Database database;

  PublishedStore(Database database) {
    this.database = database;
  }

  /** When pairs were last suggested since a moment, by day in Hong Kong. */
  Map<Pair, LocalDate> suggestedSince(Instant since) {
    Map<Pair, LocalDate> last = new HashMap<>();
    pairs(since(since))
        .forEach(row ->
            last.merge(
                RoundStore.pair(row.value1(), row.value2()),
                Phrasebook.day(row.value3().toInstant()),
                (one, other) -> one.isAfter(other) ? one : other));
    return last;
  }

  /** How many suggestions each organisation has since a moment. */
  Map<String, Integer> openSince(Instant since) {
    List<Pair> all = new ArrayList<>();
    pairs(since(since)).forEach(row -> all.add(RoundStore.pair(row.value1(), row.value2())));
    return Solver.loads(all);
  }

  private static Condition since(Instant since) {
    return ROUND.PUBLISHED_AT.ge(since.atOffset(ZoneOffset.UTC));
  }

  private SelectConditionStep<Record3<UUID, UUID, java.time.OffsetDateTime>> pairs(
      Condition condition) {
    return database
        .sql()
        .select(ROUND_PAIR.FIRST_ID, ROUND_PAIR.SECOND_ID, ROUND.PUBLISHED_AT)
        .from(ROUND_PAIR)
        .join(ROUND)
        .on(ROUND.ID.eq(ROUND_PAIR.ROUND_ID))
        .where(ROUND_PAIR.CHOSEN)
        .and(ROUND.STATE.eq(Round.State.PUBLISHED.code()))
        .and(condition);
  }

  /** Who was suggested to any of these, the latest first. */
  List<Suggested> suggestedTo(Collection<UUID> organisations) {
    List<Suggested> all = new ArrayList<>();
    database
        .sql()
        .select(ROUND_PAIR.FIRST_ID, ROUND_PAIR.SECOND_ID, ROUND.NAME, ROUND.PUBLISHED_AT)
        .from(ROUND_PAIR)
        .join(ROUND)
        .on(ROUND.ID.eq(ROUND_PAIR.ROUND_ID))
        .where(ROUND_PAIR.CHOSEN)
        .and(ROUND.STATE.eq(Round.State.PUBLISHED.code()))
        .and(ROUND_PAIR.FIRST_ID.in(organisations).or(ROUND_PAIR.SECOND_ID.in(organisations)))
        .orderBy(ROUND.PUBLISHED_AT.desc(), ROUND.ID, ROUND_PAIR.FIRST_ID, ROUND_PAIR.SECOND_ID)
        .forEach(row -> {
          Instant at = row.value4().toInstant();
          if (organisations.contains(row.value1())) {
            all.add(new Suggested(row.value1(), row.value2(), row.value3(), at));
          }
          if (organisations.contains(row.value2())) {
            all.add(new Suggested(row.value2(), row.value1(), row.value3(), at));
          }
        });
    return all;
  }

  /** A suggestion as one of the two meets it. */
  record Suggested(UUID own, UUID other, String round, Instant at) {}

  /** How many suggestions everybody got who ever took part in a published round. */
  Map<String, Integer> exposure() {
    Map<String, Integer> exposure = new HashMap<>();
    database
        .sql()
        .selectDistinct(ROUND_PARTICIPANT.ORGANISATION_ID)
        .from(ROUND_PARTICIPANT)
        .join(ROUND)
        .on(ROUND.ID.eq(ROUND_PARTICIPANT.ROUND_ID))
        .where(ROUND.STATE.eq(Round.State.PUBLISHED.code()))
        .forEach(row -> exposure.put(row.value1().toString(), 0));
    openSince(Instant.EPOCH).forEach(exposure::put);
    return exposure;
  }
}
