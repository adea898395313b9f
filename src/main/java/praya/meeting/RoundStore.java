package praya.meeting;

import static praya.store.db.Tables.ROUND;
import static praya.store.db.Tables.ROUND_CURVE;
import static praya.store.db.Tables.ROUND_PAIR;
import static praya.store.db.Tables.ROUND_PARTICIPANT;
import static praya.store.db.Tables.ROUND_RULE;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import praya.round.Fairness;
import praya.round.Pair;
import praya.store.Database;
import praya.store.db.tables.records.RoundCurveRecord;
import praya.store.db.tables.records.RoundPairRecord;
import praya.store.db.tables.records.RoundParticipantRecord;
import praya.store.db.tables.records.RoundRecord;
import praya.store.db.tables.records.RoundRuleRecord;

/** Rounds in PostgreSQL. */
final class RoundStore {
  private final Database database;

  RoundStore(Database database) {
    this.database = database;
  }

  /** The latest first. */
  List<Round> list() {
    return database
        .sql()
        .selectFrom(ROUND)
        .orderBy(ROUND.MADE_AT.desc(), ROUND.ID)
        .fetch(RoundStore::round);
  }

  Optional<Round> find(UUID id) {
    return database.sql().selectFrom(ROUND).where(ROUND.ID.eq(id)).fetchOptional(RoundStore::round);
  }

  /** Says "publish a round" to PostgreSQL, whose advisory locks are numbers. */
  private static final long PUBLISHING = 0x5072_6179_6152_6f75L;

  /** Lets other writers of the round wait until the end of the transaction. */
  Optional<Round> lock(UUID id) {
    return database
        .sql()
        .selectFrom(ROUND)
        .where(ROUND.ID.eq(id))
        .forUpdate()
        .fetchOptional(RoundStore::round);
  }

  /** Lets publishers wait for each other, whatever they publish: limits count all rounds. */
  void lockPublishing() {
    // A lock of its own: one on the table would wait for whoever holds the row and wants the table.
    database.sql().execute("select pg_advisory_xact_lock({0})", PUBLISHING);
  }

  Review whole(Round round) {
    UUID id = round.id();
    Set<Pair> must = new TreeSet<>();
    Set<Pair> never = new TreeSet<>();
    database
        .sql()
        .selectFrom(ROUND_RULE)
        .where(ROUND_RULE.ROUND_ID.eq(id))
        .forEach(row ->
            (row.getRule().equals("must") ? must : never)
                .add(pair(row.getFirstId(), row.getSecondId())));
    return new Review(
        round,
        database
            .sql()
            .selectFrom(ROUND_PARTICIPANT)
            .where(ROUND_PARTICIPANT.ROUND_ID.eq(id))
            .orderBy(ROUND_PARTICIPANT.ORGANISATION_ID)
            .fetch(row ->
                new Guest(
                    row.getOrganisationId(), row.getSlots(), row.get(ROUND_PARTICIPANT.ROOM))),
        new Review.Laid(must, never),
        database
            .sql()
            .selectFrom(ROUND_PAIR)
            .where(ROUND_PAIR.ROUND_ID.eq(id))
            .orderBy(ROUND_PAIR.FIRST_ID, ROUND_PAIR.SECOND_ID)
            .fetch(RoundStore::considered),
        database
            .sql()
            .selectFrom(ROUND_CURVE)
            .where(ROUND_CURVE.ROUND_ID.eq(id))
            .orderBy(ROUND_CURVE.CAP)
            .fetch(RoundStore::fairness));
  }

  /** Stores a round that is new, with who takes part and by which rules. */
  void insert(Review review) {
    Round round = review.round();
    database.sql().insertInto(ROUND).set(row(round)).execute();
    database.sql().batchInsert(guests(review)).execute();
    List<RoundRuleRecord> rules = new ArrayList<>();
    review.rules().must().forEach(pair -> rules.add(rule(round.id(), pair, "must")));
    review.rules().never().forEach(pair -> rules.add(rule(round.id(), pair, "never")));
    database.sql().batchInsert(rules).execute();
  }

  /** Stores a solution in the place of the one before. */
  void solved(Review review) {
    UUID id = review.round().id();
    database.sql().deleteFrom(ROUND_PAIR).where(ROUND_PAIR.ROUND_ID.eq(id)).execute();
    database.sql().deleteFrom(ROUND_CURVE).where(ROUND_CURVE.ROUND_ID.eq(id)).execute();
    database.sql().batchUpdate(guests(review)).execute();
    database
        .sql()
        .batchInsert(review.pairs().stream().map(each -> pair(id, each)).toList())
        .execute();
    database
        .sql()
        .batchInsert(review.curve().stream().map(point -> point(id, point)).toList())
        .execute();
    update(review.round());
  }

  void update(Round round) {
    database.sql().update(ROUND).set(row(round)).where(ROUND.ID.eq(round.id())).execute();
  }

  void delete(UUID id) {
    database.sql().deleteFrom(ROUND).where(ROUND.ID.eq(id)).execute();
  }

  private static List<RoundParticipantRecord> guests(Review review) {
    return review.guests().stream()
        .map(guest -> {
          var row = new RoundParticipantRecord();
          row.setRoundId(review.round().id());
          row.setOrganisationId(guest.id());
          row.setSlots(guest.slots());
          row.setRoom(guest.room());
          return row;
        })
        .toList();
  }

  private static RoundRuleRecord rule(UUID round, Pair pair, String rule) {
    var row = new RoundRuleRecord();
    row.setRoundId(round);
    row.setFirstId(UUID.fromString(pair.first()));
    row.setSecondId(UUID.fromString(pair.second()));
    row.setRule(rule);
    return row;
  }

  private static RoundPairRecord pair(UUID round, Considered each) {
    var row = new RoundPairRecord();
    row.setRoundId(round);
    row.setFirstId(UUID.fromString(each.pair().first()));
    row.setSecondId(UUID.fromString(each.pair().second()));
    row.setScore(each.score());
    row.setMetOn(each.met());
    row.setChosen(each.chosen());
    row.setEarlier(each.earlier());
    row.setLocked(each.locked());
    row.setRemoved(each.removed());
    return row;
  }

  private static RoundCurveRecord point(UUID round, Fairness point) {
    var row = new RoundCurveRecord();
    row.setRoundId(round);
    row.setCap(Objects.requireNonNullElse(point.cap(), 0));
    row.setScore(point.score());
    row.setKept(point.kept());
    row.setGini(point.gini());
    row.setLeast(point.least());
    row.setMost(point.most());
    row.setNothing(point.none());
    return row;
  }

  private static Considered considered(RoundPairRecord row) {
    return new Considered(
        pair(row.getFirstId(), row.getSecondId()),
        row.getScore(),
        row.get(ROUND_PAIR.MET_ON),
        row.getChosen(),
        row.getEarlier(),
        row.getLocked(),
        row.getRemoved());
  }

  private static Fairness fairness(RoundCurveRecord row) {
    return new Fairness(
        row.getCap() == 0 ? null : row.getCap(),
        row.getScore(),
        row.getKept(),
        row.getGini(),
        row.getLeast(),
        row.getMost(),
        row.getNothing());
  }

  static Pair pair(UUID first, UUID second) {
    return new Pair(first.toString(), second.toString());
  }

  private static RoundRecord row(Round round) {
    var row = new RoundRecord();
    row.setId(round.id());
    row.setVersion(round.version());
    row.setState(round.state().code());
    row.setMadeAt(round.made().at().atOffset(ZoneOffset.UTC));
    row.setMadeBy(round.made().by());
    row.setName(round.setting().name());
    row.setSeed(round.setting().seed());
    row.setSlots(round.setting().slots());
    row.setFloor(round.setting().floor());
    row.setMostOpen(round.setting().mostOpen());
    Round.Stamp published = round.published();
    if (published != null) {
      row.setPublishedAt(published.at().atOffset(ZoneOffset.UTC));
      row.setPublishedBy(published.by());
    }
    Round.Solution solution = round.solution();
    if (solution != null) {
      solve(row, solution);
    }
    return row;
  }

  private static void solve(RoundRecord row, Round.Solution solution) {
    row.setVariant(solution.how().variant().code());
    row.setCap(solution.how().cap() == 0 ? null : solution.how().cap());
    row.setSolvedAt(solution.basis().at().atOffset(ZoneOffset.UTC));
    row.setSolvedOn(solution.basis().on());
    row.setWeights(solution.basis().weights());
    row.setSnapshot(solution.basis().snapshot());
    row.setObjective(solution.proof().objective());
    row.setBound(solution.proof().bound());
    row.setFloors(solution.proof().floors());
    row.setFloorsKept(solution.proof().floorsKept());
    row.setBlocking(solution.proof().blocking());
  }

  private static Round round(RoundRecord row) {
    var published = row.get(ROUND.PUBLISHED_AT);
    return new Round(
        row.getId(),
        row.getVersion(),
        new Round.Setting(
            row.getName(), row.getSeed(), row.getSlots(), row.getFloor(), row.getMostOpen()),
        Round.State.of(row.getState()),
        new Round.Stamp(row.getMadeAt().toInstant(), row.getMadeBy()),
        row.get(ROUND.SOLVED_AT) == null ? null : solution(row),
        published == null
            ? null
            : new Round.Stamp(
                published.toInstant(), Objects.requireNonNull(row.get(ROUND.PUBLISHED_BY))));
  }

  private static Round.Solution solution(RoundRecord row) {
    @Nullable Integer cap = row.get(ROUND.CAP);
    return new Round.Solution(
        new Round.How(
            Round.Variant.of(Objects.requireNonNull(row.get(ROUND.VARIANT))),
            cap == null ? 0 : cap),
        new Round.Basis(
            Objects.requireNonNull(row.get(ROUND.SOLVED_AT)).toInstant(),
            Objects.requireNonNull(row.get(ROUND.SOLVED_ON)),
            Objects.requireNonNull(row.get(ROUND.WEIGHTS)),
            Objects.requireNonNull(row.get(ROUND.SNAPSHOT))),
        new Round.Proof(
            Objects.requireNonNull(row.get(ROUND.OBJECTIVE)),
            row.get(ROUND.BOUND),
            Objects.requireNonNull(row.get(ROUND.FLOORS)),
            Objects.requireNonNull(row.get(ROUND.FLOORS_KEPT)),
            Objects.requireNonNull(row.get(ROUND.BLOCKING))));
  }
}
