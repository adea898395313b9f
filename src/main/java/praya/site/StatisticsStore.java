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
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import praya.domain.Allocation;
import praya.domain.Viewer;
import praya.site.Statistics.Count;
import praya.site.Statistics.Split;
import praya.store.Database;
import praya.store.Visible;
import praya.store.db.tables.Organisation;

/** Counts in PostgreSQL. Only what the viewer comes across is counted. */
final class StatisticsStore {
  private static final List<String> HELD =
      Arrays.stream(Allocation.Status.values())
          .filter(Allocation.Status::held)
          .map(Allocation.Status::code)
          .toList();
  private static final Organisation TO = ORGANISATION.as("target_organisation");

  private final Database database;

  StatisticsStore(Database database) {
    this.database = database;
  }

  Statistics read(LocalDate today, Viewer viewer) {
    Visible visible = Visible.found(viewer);
    Condition seen = visible.organisation(ORGANISATION);
    Numbers needs = numbers(need(visible), open(NEED.OPENS, NEED.CLOSES, today));
    Numbers offers = numbers(offer(visible), open(OFFER.OPENS, OFFER.CLOSES, today));
    Numbers allocations = numbers(allocation(visible), ALLOCATION.STATUS.in(HELD));
    return new Statistics(
        today,
        organisations(seen),
        organisations(seen.and(ORGANISATION.KIND.eq("startup"))),
        count(ORGANISATION, seen.and(ORGANISATION.CAMPUS_MEMBER.isTrue())),
        holders(visible),
        new Statistics.Records(
            relations(visible),
            needs.split(),
            needs.part(),
            offers.split(),
            offers.part(),
            allocations.split(),
            allocations.part()),
        new Statistics.ByTerm(
            byCode(ORGANISATION.KIND, seen),
            byCodes(ORGANISATION.LAYERS, seen),
            byCodes(ORGANISATION.SECTORS, seen)));
  }

  /**
   * Records that belong to organisations.
   *
   * @param seen which of them the viewer comes across
   * @param owned which of them with their organisations
   */
  private record Belongings(
      Table<?> rows, Field<Boolean> fictional, Condition seen, Condition owned) {}

  private static Belongings need(Visible visible) {
    return new Belongings(
        NEED.join(ORGANISATION).on(ORGANISATION.ID.eq(NEED.ORGANISATION_ID)),
        NEED.FICTIONAL,
        visible.text(NEED.VISIBILITY, ORGANISATION),
        visible.owned(NEED.VISIBILITY, ORGANISATION));
  }

  private static Belongings offer(Visible visible) {
    return new Belongings(
        OFFER.join(ORGANISATION).on(ORGANISATION.ID.eq(OFFER.ORGANISATION_ID)),
        OFFER.FICTIONAL,
        visible.text(OFFER.VISIBILITY, ORGANISATION),
        visible.owned(OFFER.VISIBILITY, ORGANISATION));
  }

  private static Belongings allocation(Visible visible) {
    return new Belongings(
        ALLOCATION.join(ORGANISATION).on(ORGANISATION.ID.eq(ALLOCATION.ORGANISATION_ID)),
        ALLOCATION.FICTIONAL,
        visible.text(ALLOCATION.VISIBILITY, ORGANISATION),
        visible.owned(ALLOCATION.VISIBILITY, ORGANISATION));
  }

  /** How many there are, and how many of these are open or held. */
  private record Numbers(Split split, Count part) {}

  private Numbers numbers(Belongings of, Condition part) {
    return database
        .sql()
        .select(
            DSL.count().filterWhere(DSL.not(of.fictional())),
            DSL.count().filterWhere(of.fictional()),
            DSL.count().filterWhere(part),
            DSL.count().filterWhere(DSL.not(of.owned())))
        .from(of.rows())
        .where(of.seen())
        .fetchSingle(row -> numbers(row.value1(), row.value2(), row.value3(), row.value4() > 0));
  }

  private static Numbers numbers(long real, long fictional, long part, boolean anonymous) {
    return anonymous
        ? new Numbers(Split.guarded(real, fictional), Count.guarded(part, real + fictional))
        : new Numbers(Split.of(real, fictional), Count.of(part));
  }

  private Split organisations(Condition condition) {
    return split(ORGANISATION, ORGANISATION.FICTIONAL, condition);
  }

  private Split relations(Visible visible) {
    return split(
        RELATION
            .join(ORGANISATION)
            .on(ORGANISATION.ID.eq(RELATION.FROM_ID))
            .join(TO)
            .on(TO.ID.eq(RELATION.TO_ID)),
        RELATION.FICTIONAL,
        visible.relation(RELATION.VISIBILITY, ORGANISATION, TO));
  }

  /** Holders that are told: an anonymous allocation makes nobody a holder. */
  private long holders(Visible visible) {
    Belongings allocations = allocation(visible);
    return database
        .sql()
        .select(DSL.countDistinct(ALLOCATION.ORGANISATION_ID))
        .from(allocations.rows())
        .where(ALLOCATION.STATUS.in(HELD), allocations.owned())
        .fetchSingle()
        .value1();
  }

  private long count(Table<?> table, Condition condition) {
    return database.sql().fetchCount(table, condition);
  }

  private Split split(Table<? extends Record> rows, Field<Boolean> fictional, Condition condition) {
    return database
        .sql()
        .select(DSL.count().filterWhere(DSL.not(fictional)), DSL.count().filterWhere(fictional))
        .from(rows)
        .where(condition)
        .fetchSingle(row -> Split.of(row.value1(), row.value2()));
  }

  private static Condition open(Field<LocalDate> opens, Field<LocalDate> closes, LocalDate day) {
    return opens.le(day).and(closes.isNull().or(closes.ge(day)));
  }

  private Map<String, Long> byCode(Field<String> code, Condition seen) {
    var counts = new HashMap<String, Long>();
    database
        .sql()
        .select(code, DSL.count())
        .from(ORGANISATION)
        .where(seen)
        .groupBy(code)
        .forEach(row -> counts.put(row.value1(), (long) row.value2()));
    return counts;
  }

  private Map<String, Long> byCodes(TableField<?, String[]> codes, Condition seen) {
    Field<String> code = DSL.field(DSL.name("code"), String.class);
    var counts = new HashMap<String, Long>();
    database
        .sql()
        .select(code, DSL.count())
        .from(ORGANISATION)
        .crossJoin(DSL.unnest(codes).as("each", "code"))
        .where(seen)
        .groupBy(code)
        .forEach(row -> counts.put(row.value1(), (long) row.value2()));
    return counts;
  }
}
