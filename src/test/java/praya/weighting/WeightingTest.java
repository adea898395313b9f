package praya.weighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import praya.domain.Problem;
import praya.evaluation.Replay;
import praya.match.WholeDirectory;
import praya.scoring.Weight;
import praya.scoring.WeightTable;
import praya.scoring.Weights;
import praya.testkit.TestCore;

/** Versions of the weights, and the seed's past under them. */
class WeightingTest {
  private static TestCore seeded;

  @BeforeAll
  static void seed() {
    seeded = TestCore.seeded();
  }

  @AfterAll
  static void close() {
    seeded.close();
  }

  @Test
  void version_thatIsSaved_holdsAndIsReadBackWhole() {
    try (TestCore test = TestCore.withTaxonomy(Clock.systemUTC())) {
      WeightsService weights = weights(test);
      assertThat(weights.current()).isEqualTo(Weights.FIRST);
      var curve =
          new praya.scoring.Calibration(
              java.util.List.of(new praya.scoring.Calibration.Point(12.5, 0.31)));
      SavedWeights saved =
          weights.save(
              new WeightsService.Proposal(
                  Weights.FIRST.version(),
                  changed(Weight.STALE_DAYS, 200),
                  "  Older needs are dead.  ",
                  Optional.of(new WeightsService.Curve(curve, 40))),
              TestCore.TESTER);
      assertThat(saved.weights().scale().staleDays()).isEqualTo(200);
      assertThat(saved.remark()).isEqualTo("Older needs are dead.");
      assertThat(weights.latest().weights()).isEqualTo(saved.weights());
      assertThat(weights.latest().answers()).isEqualTo(40);
      assertThat(weights.list())
          .extracting(SavedWeights::version)
          .containsExactly(saved.version(), Weights.FIRST.version());
      assertThat(test.count("audit where entity = 'weights'")).isEqualTo(1);
    }
  }

  @Test
  void proposal_overAnotherVersion_orEqual_orWithoutReason_isRefused() {
    try (TestCore test = TestCore.withTaxonomy(Clock.systemUTC())) {
      WeightsService weights = weights(test);
      assertThatThrownBy(() -> save(weights, "2020-01-1", changed(Weight.STALE_DAYS, 9), "why"))
          .isInstanceOf(Problem.InvalidInput.class)
          .hasMessageContaining("freshDays");
      assertThatThrownBy(() -> save(weights, "2020-01-1", changed(Weight.STALE_DAYS, 90), "why"))
          .isInstanceOf(Problem.Conflict.class)
          .hasMessageContaining("2020-01-1", Weights.FIRST.version());
      String base = Weights.FIRST.version();
      assertThatThrownBy(() -> save(weights, base, WeightTable.of(Weights.FIRST), "why"))
          .hasMessageContaining("Nothing differs");
      assertThatThrownBy(() -> save(weights, base, changed(Weight.STALE_DAYS, 90), " "))
          .hasMessageContaining("remark");
      assertThat(weights.list()).hasSize(1);
    }
  }

  @Test
  void two_whoChangeTheSameVersion_areNotBothSaved() throws Exception {
    try (TestCore test = TestCore.withTaxonomy(Clock.systemUTC());
        ExecutorService both = Executors.newFixedThreadPool(4)) {
      WeightsService weights = weights(test);
      var tasks =
          IntStream.range(0, 4)
              .<Callable<Boolean>>mapToObj(i ->
                  () -> {
                    try {
                      save(
                          weights,
                          Weights.FIRST.version(),
                          changed(Weight.STALE_DAYS, 100 + i),
                          "race");
                      return true;
                    } catch (Problem.Conflict late) {
                      return false;
                    }
                  })
              .toList();
      var saved =
          both.invokeAll(tasks).stream()
              .map(future -> future.resultNow())
              .collect(Collectors.partitioningBy(done -> done, Collectors.counting()));
      assertThat(saved).containsEntry(true, 1L).containsEntry(false, 3L);
    }
  }

  @Test
  void replay_ofTheSeed_ranksTruePartnersHigh_andRepeatsItself() {
    Replay replay = past().replay(PastRecords.WHOLE);
    assertThat(replay.size()).isEqualTo(62);
    assertThat(replay.fictional()).isEqualTo(62);
    var figures = replay.judge(Weights.FIRST, 1);
    assertThat(figures.accepted()).isEqualTo(42);
    assertThat(figures.ranks().success10().value()).isGreaterThan(0.9);
    assertThat(figures.auc().interval().low()).isLessThan(figures.auc().value());
    assertThat(replay.judge(Weights.FIRST, 1)).isEqualTo(figures);
    var gain = figures.to(figures);
    assertThat(gain.mrr().value()).isZero();
    assertThat(gain.auc().interval().high()).isCloseTo(0, within(1e-12));
  }

  @Test
  void replay_withWeightsThatLookAtNothingStated_isWorse() {
    Replay replay = past().replay(PastRecords.WHOLE);
    Map<Weight, Double> values = new EnumMap<>(WeightTable.of(Weights.FIRST).values());
    values.putAll(
        Map.of(
            Weight.NEED_OFFER, 10.0,
            Weight.NEED_PROFILE, 5.0,
            Weight.TAKER, 8.0,
            Weight.SHARED_RELATION, 57.0));
    Weights popular = new WeightTable(values).weights("popular", Optional.empty());
    var present = replay.judge(Weights.FIRST, 1);
    var gain = present.to(replay.judge(popular, 1));
    assertThat(gain.mrr().value()).isNegative();
    assertThat(gain.mrr().interval().high()).isNegative();
  }

  @Test
  void replay_learnsTheCurve_onlyFromEnoughAnswers() {
    assertThat(past().replay(PastRecords.WHOLE).calibrate(Weights.FIRST)).isPresent();
    int organisations =
        new WholeDirectory(seeded.core().organisations(), seeded.core().exchanges())
            .of(praya.domain.Audience.STAFF)
            .size();
    Replay few = past().replay(organisations * (Replay.ENOUGH - 1));
    assertThat(few.size()).isEqualTo(Replay.ENOUGH - 1);
    assertThat(few.calibrate(Weights.FIRST)).isEmpty();
    var figures = few.judge(Weights.FIRST, 1);
    assertThat(figures.reliability().learned()).isEqualTo(figures.reliability().plain());
  }

  private static PastRecords past() {
    var core = seeded.core();
    return new PastRecords(
        core.taxonomy(),
        new WholeDirectory(core.organisations(), core.exchanges()),
        core.relations(),
        core.introductions());
  }

  private static void save(WeightsService weights, String base, WeightTable table, String remark) {
    weights.save(
        new WeightsService.Proposal(base, table, remark, Optional.empty()), TestCore.TESTER);
  }

  private static WeightsService weights(TestCore test) {
    return new WeightsService(test.core().database(), test.core().journal(), test.core().clock());
  }

  private static WeightTable changed(Weight weight, double value) {
    Map<Weight, Double> values = new EnumMap<>(WeightTable.of(Weights.FIRST).values());
    values.put(weight, value);
    return new WeightTable(values);
  }
}
