package praya.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import praya.scoring.Calibration.Choice;

class CalibrationTest {
  @Test
  void curve_neverFalls_andStaysWithin0And1_whateverTheChoices() {
    for (int seed = 0; seed < 50; seed++) {
      List<Choice> choices = choices(seed, 1 + seed * 3);
      Calibration curve = Calibration.fit(choices);
      double last = 0;
      for (double score = -1; score <= 101; score += 0.5) {
        double now = curve.probability(score);
        assertThat(now).isGreaterThanOrEqualTo(last).isGreaterThan(0).isLessThan(1);
        last = now;
      }
      Collections.shuffle(choices, new Random(seed));
      assertThat(Calibration.fit(choices)).isEqualTo(curve);
    }
  }

  @Test
  void curve_ofManyChoices_isNearTheTruth() {
    Calibration curve = Calibration.fit(choices(1, 20_000));
    for (int score = 10; score <= 90; score += 10) {
      assertThat(curve.probability(score)).isCloseTo(score / 100.0, within(0.05));
    }
  }

  @Test
  void fewChoices_claimLittle() {
    Calibration curve = Calibration.fit(List.of(new Choice(10, false), new Choice(90, true)));
    assertThat(curve.probability(100)).isBetween(0.5, 0.7);
    assertThat(Calibration.fit(List.of()).probability(50)).isEqualTo(0.5);
  }

  private static List<Choice> choices(int seed, int count) {
    Random random = new Random(seed);
    List<Choice> choices = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int score = random.nextInt(101);
      choices.add(new Choice(score, random.nextInt(100) < score));
    }
    return choices;
  }
}
