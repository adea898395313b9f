package praya.exchange;

import static praya.store.db.Tables.NEED;
import static praya.store.db.Tables.OFFER;
import static praya.store.db.Tables.ORGANISATION;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import praya.domain.Exchange;
import praya.domain.LocalText;
import praya.domain.Period;
import praya.domain.Side;
import praya.domain.Visibility;
import praya.http.Page;
import praya.store.Database;
import praya.store.Visible;
import praya.store.db.tables.Need;
import praya.store.db.tables.records.NeedRecord;

/** The needs or the offers in PostgreSQL: two tables of one shape, written once. */
final class ExchangeStore {
  private final Database database;
  private final Side side;
  private final Need table;

  ExchangeStore(Database database, Side side) {
    this.database = database;
    this.side = side;
    this.table = side == Side.NEED ? NEED : NEED.rename(OFFER.getName());
  }

  Optional<Exchange> find(String id, Visible visible) {
    return select(
            table.ID.eq(id).and(visible.text(table.VISIBILITY, ORGANISATION)), Integer.MAX_VALUE)
        .stream()
        .findFirst();
  }

  /** Those that the viewer may know to be these organisations'. */
  List<Exchange> listOf(Collection<UUID> organisations, Visible visible) {
    return select(
        table.ORGANISATION_ID.in(organisations).and(visible.owned(table.VISIBILITY, ORGANISATION)),
        Integer.MAX_VALUE);
  }

  /** All of these organisations, whoever may see them. */
  List<Exchange> wholeOf(Collection<UUID> organisations) {
    return select(table.ORGANISATION_ID.in(organisations), Integer.MAX_VALUE);
  }

  Page<Exchange> page(
      Page.Request request, ExchangeFilter filter, Visible visible, LocalDate today) {
    Condition chosen =
        visible
            .text(table.VISIBILITY, ORGANISATION)
            .and(condition(filter))
            .and(any(filter.open(), isOpen(today)))
            .and(
                filter.organisations().isEmpty()
                    ? DSL.noCondition()
                    : visible
                        .owned(table.VISIBILITY, ORGANISATION)
                        .and(ORGANISATION.SLUG.in(filter.organisations())));
    Condition after = request.after() == null ? DSL.noCondition() : table.ID.gt(request.after());
    int total =
        database
            .sql()
            .selectCount()
            .from(table)
            .join(ORGANISATION)
            .on(ORGANISATION.ID.eq(table.ORGANISATION_ID))
            .where(chosen)
            .fetchSingle()
            .value1();
    return Page.of(select(chosen.and(after), request.limit() + 1), request, total, Exchange::id);
  }

  private Condition condition(ExchangeFilter filter) {
    return (filter.kinds().isEmpty() ? DSL.noCondition() : table.EXCHANGE.in(filter.kinds()))
        .and(overlaps(table.CAPABILITIES, filter.capabilities()))
        .and(overlaps(table.SECTORS, filter.sectors()))
        .and(any(filter.fictional(), DSL.condition(table.FICTIONAL)));
  }

  private Condition isOpen(LocalDate today) {
    return table.OPENS.le(today).and(table.CLOSES.isNull().or(table.CLOSES.ge(today)));
  }

  private static Condition overlaps(Field<String[]> field, List<String> values) {
    return values.isEmpty()
        ? DSL.noCondition()
        : DSL.arrayOverlap(field, values.toArray(String[]::new));
  }

  /** Holds when the condition is one of the wanted truths; any will do when none is named. */
  private static Condition any(List<Boolean> wanted, Condition condition) {
    return wanted.size() != 1 ? DSL.noCondition() : wanted.get(0) ? condition : condition.not();
  }

  List<UUID> ownersOfTurning(LocalDate after, LocalDate until) {
    // The first closed day is the one behind the last open day.
    Condition opened = table.OPENS.gt(after).and(table.OPENS.le(until));
    Condition closed = table.CLOSES.ge(after).and(table.CLOSES.lt(until));
    return database
        .sql()
        .selectDistinct(table.ORGANISATION_ID)
        .from(table)
        .where(opened.or(closed))
        .fetch(table.ORGANISATION_ID);
  }

  void insert(String id, UUID organisation, Exchange.Content content) {
    NeedRecord row = row(organisation, content);
    row.setId(id);
    database.sql().insertInto(table).set(row).execute();
  }

  boolean update(Exchange before, UUID organisation, Exchange.Content content) {
    NeedRecord row = row(organisation, content);
    row.setVersion(before.version() + 1);
    return database
            .sql()
            .update(table)
            .set(row)
            .where(table.ID.eq(before.id()), table.VERSION.eq(before.version()))
            .execute()
        == 1;
  }

  boolean delete(String id, long version) {
    return database
            .sql()
            .deleteFrom(table)
            .where(table.ID.eq(id), table.VERSION.eq(version))
            .execute()
        == 1;
  }

  private List<Exchange> select(Condition condition, int limit) {
    return database
        .sql()
        .select(table.asterisk(), ORGANISATION.SLUG)
        .from(table)
        .join(ORGANISATION)
        .on(ORGANISATION.ID.eq(table.ORGANISATION_ID))
        .where(condition)
        .orderBy(table.ID)
        .limit(limit)
        .fetch(this::exchange);
  }

  private NeedRecord row(UUID organisation, Exchange.Content content) {
    var row = new NeedRecord();
    row.setOrganisationId(organisation);
    row.setExchange(content.kind());
    row.setTitleEn(content.wording().title().en());
    row.setTitleZhHant(content.wording().title().zhHant());
    row.setTitleZhHans(content.wording().title().zhHans());
    row.setTextEn(content.wording().text().en());
    row.setTextZhHant(content.wording().text().zhHant());
    row.setTextZhHans(content.wording().text().zhHans());
    row.setCapabilities(content.topic().capabilities().toArray(String[]::new));
    row.setSectors(content.topic().sectors().toArray(String[]::new));
    row.setVisibility(content.visibility().code());
    row.setOpens(content.period().from());
    row.setCloses(content.period().to());
    row.setFictional(content.fictional());
    return row;
  }

  private Exchange exchange(Record fetched) {
    NeedRecord row = fetched.into(table);
    return new Exchange(
        side,
        row.getId(),
        row.getVersion(),
        row.getOrganisationId(),
        new Exchange.Content(
            fetched.get(ORGANISATION.SLUG),
            row.getExchange(),
            new Exchange.Wording(
                new LocalText(row.getTitleEn(), row.getTitleZhHant(), row.getTitleZhHans()),
                new LocalText(row.getTextEn(), row.getTextZhHant(), row.getTextZhHans())),
            new Exchange.Topic(List.of(row.getCapabilities()), List.of(row.getSectors())),
            Visibility.of(row.getVisibility()),
            new Period(row.getOpens(), row.getCloses()),
            row.getFictional()));
  }
}
