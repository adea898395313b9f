package praya.introduction;

import static praya.store.db.Tables.INTRODUCTION;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import praya.domain.Introduction;
import praya.domain.Introduction.Course;
import praya.domain.Introduction.Outcome;
import praya.domain.Introduction.Status;
import praya.domain.LocalText;
import praya.store.Database;
import praya.store.db.tables.records.IntroductionRecord;

/** Introductions in PostgreSQL. */
final class IntroductionStore {
  private final Database database;

  IntroductionStore(Database database) {
    this.database = database;
  }

  Optional<Introduction> find(String id) {
    return select(INTRODUCTION.ID.eq(id), 1).stream().findFirst();
  }

  /** The latest, at most so many; in the order in which they were asked for. */
  List<Introduction> latest(int limit) {
    return select(DSL.noCondition(), limit).reversed();
  }

  private List<Introduction> select(Condition condition, int limit) {
    return database
        .sql()
        .selectFrom(INTRODUCTION)
        .where(condition)
        .orderBy(INTRODUCTION.REQUESTED_ON.desc(), INTRODUCTION.ID.desc())
        .limit(limit)
        .fetch(IntroductionStore::introduction);
  }

  void put(Introduction introduction) {
    IntroductionRecord row = row(introduction);
    database
        .sql()
        .insertInto(INTRODUCTION)
        .set(row)
        .onConflict(INTRODUCTION.ID)
        .doUpdate()
        .setAllToExcluded()
        .execute();
  }

  /** Lets one organisation take the place of another; what was between the two goes. */
  void move(UUID goes, UUID stays) {
    var table = INTRODUCTION;
    database
        .sql()
        .deleteFrom(table)
        .where(table.FROM_ID.eq(goes).and(table.TO_ID.eq(stays)))
        .or(table.FROM_ID.eq(stays).and(table.TO_ID.eq(goes)))
        .execute();
    database.sql().update(table).set(table.FROM_ID, stays).where(table.FROM_ID.eq(goes)).execute();
    database.sql().update(table).set(table.TO_ID, stays).where(table.TO_ID.eq(goes)).execute();
  }

  private static IntroductionRecord row(Introduction introduction) {
    Course course = introduction.course();
    LocalText note = introduction.note();
    IntroductionRecord row = new IntroductionRecord();
    row.setId(introduction.id());
    row.setFromId(introduction.fromId());
    row.setToId(introduction.toId());
    row.setNeedId(course.needId());
    row.setOfferId(course.offerId());
    row.setRequestedOn(course.requestedOn());
    row.setAnsweredOn(course.answeredOn());
    row.setStatus(course.status().code());
    row.setOutcome(course.outcome().code());
    row.setOutcomeOn(course.outcomeOn());
    row.setNoteEn(note.en());
    row.setNoteZhHant(note.zhHant());
    row.setNoteZhHans(note.zhHans());
    row.setFictional(introduction.fictional());
    return row;
  }

  private static Introduction introduction(IntroductionRecord row) {
    return new Introduction(
        row.getId(),
        row.getFromId(),
        row.getToId(),
        new Course(
            row.get(INTRODUCTION.NEED_ID),
            row.get(INTRODUCTION.OFFER_ID),
            row.getRequestedOn(),
            row.get(INTRODUCTION.ANSWERED_ON),
            coded(Status.values(), Status::code, row.getStatus()),
            coded(Outcome.values(), Outcome::code, row.getOutcome()),
            row.get(INTRODUCTION.OUTCOME_ON)),
        new LocalText(
            row.get(INTRODUCTION.NOTE_EN),
            row.get(INTRODUCTION.NOTE_ZH_HANT),
            row.get(INTRODUCTION.NOTE_ZH_HANS)),
        row.getFictional());
  }

  private static <T> T coded(T[] values, Function<T, String> code, String wanted) {
    return Arrays.stream(values)
        .filter(value -> code.apply(value).equals(wanted))
        .findFirst()
        .orElseThrow();
  }
}
