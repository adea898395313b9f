package praya.site;

import static praya.store.db.Tables.ALLOCATION;
import static praya.store.db.Tables.NEED;
import static praya.store.db.Tables.OFFER;
import static praya.store.db.Tables.ORGANISATION;
import static praya.store.db.Tables.RELATION;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import praya.domain.Allocation;
import praya.store.Database;

/** Counts in PostgreSQL. Only what everybody may see is counted. */
final class StatisticsStore {
  private static final List<String> HELD =
      Arrays.stream(Allocation.Status.values())
          .filter(Allocation.Status::held)
          .map(Allocation.Status::code)
          .toList();

  private final Database database;

  StatisticsStore(Database database) {
    this.database = database;
  }

  Statistics read(LocalDate today) {
    return new Statistics(
        today,
        split(ORGANISATION, ORGANISATION.FICTIONAL, DSL.noCondition()),
        split(ORGANISATION, ORGANISATION.FICTIONAL, ORGANISATION.KIND.eq("startup")),
        split(ORGANISATION, ORGANISATION.FICTIONAL, ORGANISATION.CAMPUS_MEMBER.isTrue()).total(),
        holders(),
        new Statistics.Records(
            split(RELATION, RELATION.FICTIONAL, DSL.noCondition()),
            split(NEED, NEED.FICTIONAL, NEED.VISIBILITY.ne("match-only")),
            count(NEED, NEED.VISIBILITY.ne("match-only").and(open(NEED.OPENS, NEED.CLOSES, today))),
            split(OFFER, OFFER.FICTIONAL, OFFER.VISIBILITY.ne("match-only")),
            count(
                OFFER,
                OFFER.VISIBILITY.ne("match-only").and(open(OFFER.OPENS, OFFER.CLOSES, today))),
            split(ALLOCATION, ALLOCATION.FICTIONAL, DSL.noCondition()),
            count(ALLOCATION, ALLOCATION.STATUS.in(HELD))),
        new Statistics.ByTerm(
            byCode(ORGANISATION.KIND),
            byCodes(ORGANISATION.LAYERS),
            byCodes(ORGANISATION.SECTORS)));
  }

  private long holders() {
    return database
        .sql()
        .select(DSL.countDistinct(ALLOCATION.ORGANISATION_ID))
        .from(ALLOCATION)
        .where(ALLOCATION.STATUS.in(HELD))
        .fetchSingle()
        .value1();
  }

  private long count(Table<?> table, Condition condition) {
    return database.sql().fetchCount(table, condition);
  }

  private Statistics.Split split(Table<?> table, Field<Boolean> fictional, Condition condition) {
    return database
        .sql()
        .select(DSL.count().filterWhere(DSL.not(fictional)), DSL.count().filterWhere(fictional))
        .from(table)
        .where(condition)
        .fetchSingle(row -> new Statistics.Split(row.value1(), row.value2()));
  }

  private static Condition open(Field<LocalDate> opens, Field<LocalDate> closes, LocalDate day) {
    return opens.le(day).and(closes.isNull().or(closes.ge(day)));
  }

  private Map<String, Long> byCode(Field<String> code) {
    var counts = new HashMap<String, Long>();
    database
        .sql()
        .select(code, DSL.count())
        .from(ORGANISATION)
        .groupBy(code)
        .forEach(row -> counts.put(row.value1(), (long) row.value2()));
    return counts;
  }

  private Map<String, Long> byCodes(TableField<?, String[]> codes) {
    Field<String> code = DSL.field(DSL.name("code"), String.class);
    var counts = new HashMap<String, Long>();
    database
        .sql()
        .select(code, DSL.count())
        .from(ORGANISATION)
        .crossJoin(DSL.unnest(codes).as("each", "code"))
        .groupBy(code)
        .forEach(row -> counts.put(row.value1(), (long) row.value2()));
    return counts;
  }
}
