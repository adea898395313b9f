package praya.weighting;

import static praya.store.db.Tables.WEIGHT;
import static praya.store.db.Tables.WEIGHTS;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import praya.scoring.Calibration;
import praya.scoring.Weight;
import praya.scoring.WeightTable;
import praya.store.Database;
import praya.store.db.tables.records.WeightsRecord;

/** Versions of the weights in PostgreSQL. */
final class WeightsStore {
  private final Database database;

  WeightsStore(Database database) {
    this.database = database;
  }

  /** Lets writers wait for each other until the end of the transaction. */
  void lock() {
    database.sql().execute("lock table {0} in share row exclusive mode", WEIGHTS);
  }

  Optional<SavedWeights> latest() {
    return select(DSL.noCondition(), 1).stream().findFirst();
  }

  /** The latest first. */
  List<SavedWeights> list() {
    return select(DSL.noCondition(), Integer.MAX_VALUE);
  }

  int countOfMonth(String month) {
    return database.sql().fetchCount(WEIGHTS, WEIGHTS.VERSION.startsWith(month + "-"));
  }

  private List<SavedWeights> select(Condition condition, int limit) {
    return database
        .sql()
        .selectFrom(WEIGHTS)
        .where(condition)
        .orderBy(WEIGHTS.SEQUENCE.desc())
        .limit(limit)
        .fetch()
        .map(this::saved);
  }

  private SavedWeights saved(WeightsRecord row) {
    Map<Weight, Double> values = new EnumMap<>(Weight.class);
    database
        .sql()
        .selectFrom(WEIGHT)
        .where(WEIGHT.VERSION.eq(row.getVersion()))
        .forEach(each ->
            Weight.find(each.getCode()).ifPresent(code -> values.put(code, each.getValue())));
    return new SavedWeights(
        new WeightTable(values).weights(row.getVersion(), curve(row)),
        row.getBase(),
        row.getRemark(),
        new SavedWeights.Saved(row.getSavedAt().toInstant(), row.getSavedBy()),
        row.getAnswers());
  }

  private static Optional<Calibration> curve(WeightsRecord row) {
    @Nullable Double @Nullable [] fits = row.get(WEIGHTS.FITS);
    @Nullable Double @Nullable [] probabilities = row.get(WEIGHTS.PROBABILITIES);
    if (fits == null || probabilities == null) {
      return Optional.empty();
    }
    List<Calibration.Point> points = new ArrayList<>();
    for (int i = 0; i < fits.length; i++) {
      points.add(
          new Calibration.Point(
              Objects.requireNonNull(fits[i]), Objects.requireNonNull(probabilities[i])));
    }
    return Optional.of(new Calibration(points));
  }

  void insert(SavedWeights version) {
    SavedWeights.Saved saved = Objects.requireNonNull(version.saved());
    WeightsRecord row = new WeightsRecord();
    row.setVersion(version.version());
    row.setBase(Objects.requireNonNull(version.base()));
    row.setRemark(version.remark());
    row.setSavedAt(saved.at().atOffset(java.time.ZoneOffset.UTC));
    row.setSavedBy(saved.by());
    row.setAnswers(version.answers());
    version
        .weights()
        .calibration()
        .ifPresent(curve -> {
          row.setFits(numbers(curve.points().stream().map(Calibration.Point::score)));
          row.setProbabilities(
              numbers(curve.points().stream().map(Calibration.Point::probability)));
        });
    database.sql().insertInto(WEIGHTS).set(row).execute();
    WeightTable.of(version.weights())
        .values()
        .forEach((weight, value) ->
            database
                .sql()
                .insertInto(WEIGHT)
                .set(WEIGHT.VERSION, version.version())
                .set(WEIGHT.CODE, weight.code())
                .set(WEIGHT.VALUE, value)
                .execute());
  }

  private static Double[] numbers(Stream<Double> values) {
    return values.toArray(Double[]::new);
  }
}
