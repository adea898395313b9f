package praya.compute;

import static praya.store.db.Tables.CENTRE;
import static praya.store.db.Tables.CENTRE_FACT;
import static praya.store.db.Tables.CENTRE_PHASE;
import static praya.store.db.Tables.REPORTED_USE;
import static praya.store.db.Tables.UNIT_RATE;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import praya.domain.LocalText;
import praya.store.Database;

/** The centre in PostgreSQL: read and replaced as a whole. */
final class CentreStore {
  private final Database database;

  CentreStore(Database database) {
    this.database = database;
  }

  Optional<Centre> find() {
    var sql = database.sql();
    return sql.selectFrom(CENTRE)
        .fetchOptional(row ->
            new Centre(
                new LocalText(row.getNameEn(), row.getNameZhHant(), row.getNameZhHans()),
                LocalText.of(row.getNoteEn(), row.getNoteZhHant()),
                phases(),
                rates(),
                facts(),
                reportedUse(),
                List.of(row.getNotFound())));
  }

  private List<Centre.Phase> phases() {
    return database
        .sql()
        .selectFrom(CENTRE_PHASE)
        .orderBy(CENTRE_PHASE.PERIOD)
        .fetch(row ->
            new Centre.Phase(
                PeriodStore.period(row.getPeriod()),
                row.getPflops(),
                LocalText.of(row.getNoteEn(), row.getNoteZhHant()),
                List.of(row.getSources())));
  }

  private List<Centre.UnitRate> rates() {
    return database
        .sql()
        .selectFrom(UNIT_RATE)
        .orderBy(UNIT_RATE.PERIOD)
        .fetch(row ->
            new Centre.UnitRate(
                row.getUnit(),
                PeriodStore.period(row.getPeriod()),
                new BigDecimal(row.getPflopsPerUnit().stripTrailingZeros().toPlainString()),
                row.getStatus(),
                LocalText.of(row.getNoteEn(), row.getNoteZhHant())));
  }

  private List<Centre.CentreFact> facts() {
    return database
        .sql()
        .selectFrom(CENTRE_FACT)
        .orderBy(CENTRE_FACT.CODE)
        .fetch(row ->
            new Centre.CentreFact(
                row.getCode(),
                row.getValue(),
                row.getUnit(),
                row.getStatus(),
                LocalText.of(row.getNoteEn(), row.getNoteZhHant()),
                List.of(row.getSources())));
  }

  private List<Centre.ReportedUse> reportedUse() {
    return database
        .sql()
        .selectFrom(REPORTED_USE)
        .orderBy(REPORTED_USE.DATE)
        .fetch(row ->
            new Centre.ReportedUse(
                row.getDate(),
                row.getPercent(),
                row.getOfPflops(),
                row.get(REPORTED_USE.QUALIFIER),
                List.of(row.getSources())));
  }

  void replace(Centre centre) {
    var sql = database.sql();
    List.of(CENTRE, CENTRE_PHASE, UNIT_RATE, CENTRE_FACT, REPORTED_USE)
        .forEach(table -> sql.deleteFrom(table).execute());
    sql.insertInto(CENTRE)
        .set(CENTRE.NAME_EN, centre.name().en())
        .set(CENTRE.NAME_ZH_HANT, centre.name().zhHant())
        .set(CENTRE.NAME_ZH_HANS, centre.name().zhHans())
        .set(CENTRE.NOTE_EN, centre.note().en())
        .set(CENTRE.NOTE_ZH_HANT, centre.note().zhHant())
        .set(CENTRE.NOT_FOUND, centre.notFound().toArray(String[]::new))
        .execute();
    centre.phases().forEach(this::insert);
    centre.rates().forEach(this::insert);
    centre.facts().forEach(this::insert);
    centre.reportedUse().forEach(this::insert);
  }

  private void insert(Centre.Phase phase) {
    database
        .sql()
        .insertInto(CENTRE_PHASE)
        .set(CENTRE_PHASE.PERIOD, PeriodStore.range(phase.period()))
        .set(CENTRE_PHASE.PFLOPS, phase.pflops())
        .set(CENTRE_PHASE.NOTE_EN, phase.note().en())
        .set(CENTRE_PHASE.NOTE_ZH_HANT, phase.note().zhHant())
        .set(CENTRE_PHASE.SOURCES, phase.sources().toArray(String[]::new))
        .execute();
  }

  private void insert(Centre.UnitRate rate) {
    database
        .sql()
        .insertInto(UNIT_RATE)
        .set(UNIT_RATE.UNIT, rate.unit())
        .set(UNIT_RATE.PERIOD, PeriodStore.range(rate.period()))
        .set(UNIT_RATE.PFLOPS_PER_UNIT, rate.pflopsPerUnit())
        .set(UNIT_RATE.STATUS, rate.status())
        .set(UNIT_RATE.NOTE_EN, rate.note().en())
        .set(UNIT_RATE.NOTE_ZH_HANT, rate.note().zhHant())
        .execute();
  }

  private void insert(Centre.CentreFact fact) {
    database
        .sql()
        .insertInto(CENTRE_FACT)
        .set(CENTRE_FACT.CODE, fact.code())
        .set(CENTRE_FACT.VALUE, fact.value())
        .set(CENTRE_FACT.UNIT, fact.unit())
        .set(CENTRE_FACT.STATUS, fact.status())
        .set(CENTRE_FACT.NOTE_EN, fact.note().en())
        .set(CENTRE_FACT.NOTE_ZH_HANT, fact.note().zhHant())
        .set(CENTRE_FACT.SOURCES, fact.sources().toArray(String[]::new))
        .execute();
  }

  private void insert(Centre.ReportedUse use) {
    database
        .sql()
        .insertInto(REPORTED_USE)
        .set(REPORTED_USE.DATE, use.date())
        .set(REPORTED_USE.PERCENT, use.percent())
        .set(REPORTED_USE.OF_PFLOPS, use.ofPflops())
        .set(REPORTED_USE.QUALIFIER, use.qualifier())
        .set(REPORTED_USE.SOURCES, use.sources().toArray(String[]::new))
        .execute();
  }
}
