package praya.compute;

import static praya.store.db.Tables.ALLOCATION;
import static praya.store.db.Tables.ORGANISATION;
import static praya.store.db.Tables.UNIT_RATE;
import static praya.store.db.Tables.USAGE;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jooq.postgres.extensions.types.LocalDateRange;
import org.jspecify.annotations.Nullable;
import praya.domain.Allocation;
import praya.domain.LocalText;
import praya.domain.Period;
import praya.domain.Visibility;
import praya.http.Page;
import praya.store.Database;
import praya.store.Visible;
import praya.store.db.tables.records.AllocationRecord;

/** Allocations and their use in PostgreSQL. */
final class AllocationStore {
  private static final Field<BigDecimal> PFLOPS =
      DSL.field(
              DSL.select(UNIT_RATE.PFLOPS_PER_UNIT.mul(ALLOCATION.CARDS))
                  .from(UNIT_RATE)
                  .where(DSL.condition("{0} @> lower({1})", UNIT_RATE.PERIOD, ALLOCATION.PERIOD)))
          .as("pflops");
  private static final Field<Long> USED =
      DSL.sum(USAGE.USED_CARD_HOURS).cast(SQLDataType.BIGINT).as("used");
  private static final Field<Long> AVAILABLE =
      DSL.sum(USAGE.AVAILABLE_CARD_HOURS).cast(SQLDataType.BIGINT).as("available");
  private static final Field<Integer> WEEKS = DSL.count().as("weeks");
  private static final Field<LocalDate> LAST_WEEK = DSL.max(USAGE.WEEK).as("last_week");
  private static final Table<?> TOTAL =
      DSL.select(USAGE.ALLOCATION_ID, USED, AVAILABLE, WEEKS, LAST_WEEK)
          .from(USAGE)
          .groupBy(USAGE.ALLOCATION_ID)
          .asTable("total");

  private final Database database;

  AllocationStore(Database database) {
    this.database = database;
  }

  Optional<Holding> find(String id, Visible visible) {
    return select(ALLOCATION.ID.eq(id).and(text(visible)), Integer.MAX_VALUE).stream().findFirst();
  }

  /** Those that the viewer may know to be the organisation's. */
  List<Holding> listOf(UUID organisation, Visible visible) {
    return select(
        ALLOCATION.ORGANISATION_ID.eq(organisation).and(owned(visible)), Integer.MAX_VALUE);
  }

  List<Holding> listAll(Visible visible) {
    return select(text(visible), Integer.MAX_VALUE);
  }

  private static Condition text(Visible visible) {
    return visible.text(ALLOCATION.VISIBILITY, ORGANISATION);
  }

  private static Condition owned(Visible visible) {
    return visible.owned(ALLOCATION.VISIBILITY, ORGANISATION);
  }

  Page<Holding> page(Page.Request request, HoldingFilter filter, Visible visible) {
    // Whoever asks for an organisation must not be told by the answer whose an anonymous one is.
    Condition seen = filter.organisations().isEmpty() ? text(visible) : owned(visible);
    Condition chosen = condition(filter).and(seen);
    Condition after =
        request.after() == null ? DSL.noCondition() : ALLOCATION.ID.gt(request.after());
    int total =
        database
            .sql()
            .selectCount()
            .from(ALLOCATION)
            .join(ORGANISATION)
            .on(ORGANISATION.ID.eq(ALLOCATION.ORGANISATION_ID))
            .where(chosen)
            .fetchSingle()
            .value1();
    return Page.of(
        select(chosen.and(after), request.limit() + 1),
        request,
        total,
        held -> held.allocation().id());
  }

  void insert(String id, UUID organisation, Allocation.Content content) {
    AllocationRecord row = row(organisation, content);
    row.setId(id);
    database.sql().insertInto(ALLOCATION).set(row).execute();
  }

  boolean update(Allocation before, UUID organisation, Allocation.Content content) {
    AllocationRecord row = row(organisation, content);
    row.setVersion(before.version() + 1);
    return database
            .sql()
            .update(ALLOCATION)
            .set(row)
            .where(ALLOCATION.ID.eq(before.id()), ALLOCATION.VERSION.eq(before.version()))
            .execute()
        == 1;
  }

  boolean delete(String id, long version) {
    return database
            .sql()
            .deleteFrom(ALLOCATION)
            .where(ALLOCATION.ID.eq(id), ALLOCATION.VERSION.eq(version))
            .execute()
        == 1;
  }

  List<Holding.Week> weeks(String allocation) {
    return database
        .sql()
        .selectFrom(USAGE)
        .where(USAGE.ALLOCATION_ID.eq(allocation))
        .orderBy(USAGE.WEEK)
        .fetch(row ->
            new Holding.Week(row.getWeek(), row.getAvailableCardHours(), row.getUsedCardHours()));
  }

  /** The use of all visible allocations by week, oldest first. */
  List<Holding.Week> weeks(Visible visible) {
    return database
        .sql()
        .select(USAGE.WEEK, DSL.sum(USAGE.AVAILABLE_CARD_HOURS), DSL.sum(USAGE.USED_CARD_HOURS))
        .from(USAGE)
        .join(ALLOCATION)
        .on(ALLOCATION.ID.eq(USAGE.ALLOCATION_ID))
        .join(ORGANISATION)
        .on(ORGANISATION.ID.eq(ALLOCATION.ORGANISATION_ID))
        .where(text(visible))
        .groupBy(USAGE.WEEK)
        .orderBy(USAGE.WEEK)
        .fetch(row ->
            new Holding.Week(
                row.value1(), row.value2().intValueExact(), row.value3().intValueExact()));
  }

  /**
   * @return false when it was there already, the same
   */
  boolean putWeek(String allocation, Holding.Week week) {
    return database
            .sql()
            .insertInto(USAGE)
            .set(USAGE.ALLOCATION_ID, allocation)
            .set(USAGE.WEEK, week.week())
            .set(USAGE.AVAILABLE_CARD_HOURS, week.availableCardHours())
            .set(USAGE.USED_CARD_HOURS, week.usedCardHours())
            .onConflict(USAGE.ALLOCATION_ID, USAGE.WEEK)
            .doUpdate()
            .set(USAGE.AVAILABLE_CARD_HOURS, week.availableCardHours())
            .set(USAGE.USED_CARD_HOURS, week.usedCardHours())
            .where(
                DSL.row(USAGE.AVAILABLE_CARD_HOURS, USAGE.USED_CARD_HOURS)
                    .ne(week.availableCardHours(), week.usedCardHours()))
            .execute()
        == 1;
  }

  private static Condition condition(HoldingFilter filter) {
    return any(ORGANISATION.SLUG, filter.organisations())
        .and(any(ALLOCATION.SCHEME, filter.schemes()))
        .and(any(ALLOCATION.STATUS, filter.statuses()))
        .and(any(ALLOCATION.SHAREABILITY, filter.shareabilities()))
        .and(
            filter.heldOn() == null
                ? DSL.noCondition()
                : DSL.condition("{0} @> {1}", ALLOCATION.PERIOD, DSL.val(filter.heldOn())))
        .and(any(ALLOCATION.FICTIONAL, filter.fictional()));
  }

  private static <T> Condition any(Field<T> field, List<T> values) {
    return values.isEmpty() ? DSL.noCondition() : field.in(values);
  }

  private List<Holding> select(Condition condition, int limit) {
    return database
        .sql()
        .select(ALLOCATION.asterisk(), ORGANISATION.SLUG, PFLOPS)
        .select(
            TOTAL.field(USED), TOTAL.field(AVAILABLE), TOTAL.field(WEEKS), TOTAL.field(LAST_WEEK))
        .from(ALLOCATION)
        .join(ORGANISATION)
        .on(ORGANISATION.ID.eq(ALLOCATION.ORGANISATION_ID))
        .leftJoin(TOTAL)
        .on(ALLOCATION.ID.eq(TOTAL.field(USAGE.ALLOCATION_ID)))
        .where(condition)
        .orderBy(ALLOCATION.ID)
        .limit(limit)
        .fetch(AllocationStore::holding);
  }

  private static AllocationRecord row(UUID organisation, Allocation.Content content) {
    Allocation.Grant grant = content.grant();
    var row = new AllocationRecord();
    row.setOrganisationId(organisation);
    row.setProjectEn(content.project().en());
    row.setProjectZhHant(content.project().zhHant());
    row.setProjectZhHans(content.project().zhHans());
    row.setScheme(grant.scheme());
    row.setCards(grant.cards());
    row.setPeriod(PeriodStore.range(grant.period()));
    row.setStatus(grant.status().code());
    row.setShareability(grant.shareability().code());
    row.setFictional(content.fictional());
    row.setVisibility(content.visibility().code());
    return row;
  }

  private static Holding holding(Record fetched) {
    AllocationRecord row = fetched.into(ALLOCATION);
    LocalDateRange range = row.getPeriod();
    Period period = PeriodStore.period(range);
    var allocation =
        new Allocation(
            row.getId(),
            row.getVersion(),
            row.getOrganisationId(),
            new Allocation.Content(
                fetched.get(ORGANISATION.SLUG),
                new LocalText(row.getProjectEn(), row.getProjectZhHant(), row.getProjectZhHans()),
                new Allocation.Grant(
                    row.getScheme(),
                    row.getCards(),
                    period,
                    byCode(Allocation.Status.values(), Allocation.Status::code, row.getStatus()),
                    byCode(
                        Allocation.Shareability.values(),
                        Allocation.Shareability::code,
                        row.getShareability())),
                row.getFictional(),
                Visibility.of(row.getVisibility())));
    return new Holding(allocation, stripped(fetched.get(PFLOPS)), used(fetched));
  }

  private static Holding.@Nullable Used used(Record fetched) {
    Integer weeks = fetched.get(WEEKS);
    return weeks == null
        ? null
        : new Holding.Used(
            fetched.get(USED), fetched.get(AVAILABLE), weeks, fetched.get(LAST_WEEK));
  }

  private static @Nullable BigDecimal stripped(@Nullable BigDecimal number) {
    return number == null ? null : new BigDecimal(number.stripTrailingZeros().toPlainString());
  }

  private static <T> T byCode(
      T[] values, java.util.function.Function<T, String> code, String wanted) {
    return Arrays.stream(values)
        .filter(value -> code.apply(value).equals(wanted))
        .findFirst()
        .orElseThrow();
  }
}
