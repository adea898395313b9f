package praya.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import praya.domain.Fault;
import praya.domain.Problem;

class WeightTableTest {
  private static final WeightTable FIRST = WeightTable.of(Weights.FIRST);

  @Test
  void numbers_becomeTheWeightsThatTheyCameFrom() {
    assertThat(FIRST.values()).containsOnlyKeys(Weight.values());
    assertThat(FIRST.faults()).isEmpty();
    assertThat(FIRST.weights(Weights.FIRST.version(), Optional.empty())).isEqualTo(Weights.FIRST);
  }

  @Test
  void faults_areToldTogether() {
    Map<Weight, Double> wrong = new EnumMap<>(FIRST.values());
    wrong.remove(Weight.COMPUTE);
    wrong.put(Weight.ENOUGH, 1.5);
    wrong.put(Weight.TAKER, 2.5);
    wrong.put(Weight.SECTOR, Double.NaN);
    var table = new WeightTable(wrong);
    assertThat(table.faults())
        .extracting(Fault::field)
        .containsExactly("taker", "sector", "compute", "enough");
    assertThatThrownBy(() -> table.weights("x", Optional.empty()))
        .isInstanceOf(Problem.InvalidInput.class)
        .hasMessageContaining("and 3 more");
    assertThat(table.faults().getLast().message()).contains("enough (1.5) must be from 0 to 1");
  }

  @Test
  void maxima_thatDoNotSumTo100_areAFault() {
    assertThat(faults(Map.of(Weight.TAKER, 26.0))).containsExactly("maxima");
  }

  @Test
  void guess_aboveWhatIsStated_isAFault() {
    assertThat(faults(Map.of(Weight.KNOWN_SECTOR, 11.0))).containsExactly("knownSector");
    assertThat(faults(Map.of(Weight.FRESH_DAYS, 365.0))).containsExactly("freshDays");
  }

  @Test
  void chance_isTheFitUntilAnswersTeachOtherwise_andNothingIsNothing() {
    assertThat(Weights.FIRST.chance(60)).isEqualTo(60);
    var curve =
        new Calibration(List.of(new Calibration.Point(10, 0.2), new Calibration.Point(50, 0.6)));
    Weights learned = Weights.FIRST.as("learned", Optional.of(curve));
    assertThat(learned.chance(30)).isEqualTo(40);
    assertThat(learned.chance(90)).isEqualTo(60);
    assertThat(learned.chance(0)).as("a veto").isZero();
  }

  private static List<String> faults(Map<Weight, Double> changed) {
    Map<Weight, Double> values = new EnumMap<>(FIRST.values());
    values.putAll(changed);
    return new WeightTable(values).faults().stream().map(Fault::field).toList();
  }
}
