package praya.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class StableTest {
  private static final int TRIES = 500;

  @Test
  void twoSided_nobodyWouldRather() {
    Random random = new Random(4);
    for (int i = 0; i < TRIES; i++) {
      Market market = new Market(RoundSamples.random(random, true, 4 + random.nextInt(20), .5));
      boolean[] held = Stable.solve(market, i);
      assertThat(Stable.blocking(market, held)).isZero();
      keepsSlots(market, held);
    }
  }

  /** Whoever proposes, the same number of slots is filled on each side (rural hospitals). */
  @Test
  void twoSided_fillsTheSameSlotsFromEitherSide() {
    Random random = new Random(5);
    for (int i = 0; i < TRIES; i++) {
      RoundRequest request = distinct(RoundSamples.random(random, true, 10, .7));
      int[] loads = new int[20];
      for (String side : new String[] {"left", "right"}) {
        Market market =
            new Market(request.with(new RoundRequest.Settings("", 1, side, java.util.List.of())));
        int[] load = Choice.load(market, Stable.solve(market, 1));
        for (int k = 0; k < load.length; k++) {
          loads[Integer.parseInt(market.ids[k].substring(1)) + (side.equals("left") ? 0 : 10)] =
              load[k];
        }
      }
      for (int k = 0; k < 10; k++) {
        assertThat(loads[k]).isEqualTo(loads[k + 10]);
      }
    }
  }

  @Test
  void pool_withWantsThatAgree_nobodyWouldRather() {
    Random random = new Random(6);
    for (int i = 0; i < TRIES; i++) {
      RoundRequest request = RoundSamples.random(random, false, 4 + random.nextInt(12), .5);
      Market market =
          new Market(
              RoundRequest.of(
                  request.participants(),
                  request.candidates().stream()
                      .map(c -> Candidate.of(c.from(), c.to(), c.score()))
                      .toList()));
      boolean[] held = Stable.solve(market, i);
      assertThat(Stable.blocking(market, held)).isZero();
      keepsSlots(market, held);
    }
  }

  /** All wants differ, so that there are no ties. */
  private static RoundRequest distinct(RoundRequest request) {
    Random random = new Random(9);
    return RoundRequest.of(
        request.participants(),
        request.candidates().stream()
            .map(c ->
                Candidate.of(
                    c.from(), c.to(), 1 + random.nextInt(1 << 28), 1 + random.nextInt(1 << 28)))
            .toList());
  }

  private static void keepsSlots(Market market, boolean[] held) {
    int[] load = Choice.load(market, held);
    for (int i = 0; i < load.length; i++) {
      assertThat(load[i]).isLessThanOrEqualTo(market.slots[i]);
    }
  }
}
