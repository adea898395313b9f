package praya.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ChoiceTest {
  private static final int TRIES = 2_000;

  @Test
  void twoSided_smallRounds_areAsGoodAsTryingEverything() {
    Random random = new Random(1);
    for (int i = 0; i < TRIES; i++) {
      Market market = new Market(RoundSamples.random(random, true, 2 + random.nextInt(6), .7));
      Choice choice = TwoSided.solve(market);
      check(market, choice);
      assertThat(choice.relaxed()).isEqualTo(2 * Choice.worth(market, choice.chosen()));
    }
  }

  @Test
  void pool_smallRounds_areAsGoodAsTryingEverything() {
    Random random = new Random(2);
    for (int i = 0; i < TRIES; i++) {
      Market market = new Market(RoundSamples.random(random, false, 2 + random.nextInt(5), .9));
      Choice choice = Pool.solve(market);
      check(market, choice);
      assertThat(choice.relaxed()).isGreaterThanOrEqualTo(2 * choice.bound());
    }
  }

  @Test
  void largerRounds_areAsGoodAsASecondSolverFinds() {
    Random random = new Random(3);
    for (int i = 0; i < 600; i++) {
      boolean twoSided = i % 2 == 0;
      double density = .1 + random.nextDouble() * .4;
      Market market =
          new Market(RoundSamples.random(random, twoSided, 8 + random.nextInt(30), density));
      Choice choice = twoSided ? TwoSided.solve(market) : Pool.solve(market);
      assertThat(Choice.worth(market, choice.chosen())).isEqualTo(SecondSolver.best(market));
      assertThat(choice.bound()).isEqualTo(Choice.worth(market, choice.chosen()));
    }
  }

  private static void check(Market market, Choice choice) {
    int[] load = Choice.load(market, choice.chosen());
    for (int i = 0; i < load.length; i++) {
      assertThat(load[i]).isLessThanOrEqualTo(market.slots[i]);
    }
    long worth = Choice.worth(market, choice.chosen());
    assertThat(worth).isEqualTo(best(market, new boolean[market.pairs()], 0));
    assertThat(choice.bound()).isEqualTo(worth);
  }

  /** Tries everything. */
  private static long best(Market market, boolean[] chosen, int e) {
    if (e == chosen.length) {
      return Choice.worth(market, chosen);
    }
    long best = best(market, chosen, e + 1);
    chosen[e] = true;
    int[] load = Choice.load(market, chosen);
    if (load[market.from[e]] <= market.slots[market.from[e]]
        && load[market.to[e]] <= market.slots[market.to[e]]) {
      best = Math.max(best, best(market, chosen, e + 1));
    }
    chosen[e] = false;
    return best;
  }
}
