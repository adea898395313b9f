package praya.round;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How a round treats its participants, for one cap on introductions.
 *
 * @param cap the most introductions of anybody; null for the slots alone
 * @param score in ten-thousandths
 * @param kept the part of the score without a cap that is left
 * @param gini of introductions: 0 when all get the same
 * @param none how many get nothing
 */
public record Fairness(
    @Nullable Integer cap, long score, double kept, double gini, int least, int most, int none) {

  /** Twice the area between the Lorenz curve and equality. */
  public static double gini(int[] load) {
    int[] sorted = load.clone();
    Arrays.sort(sorted);
    long total = 0;
    long weighted = 0;
    for (int i = 0; i < sorted.length; i++) {
      total += sorted[i];
      weighted += (long) sorted[i] * (2L * i + 1 - sorted.length);
    }
    return total == 0 ? 0 : (double) weighted / ((double) total * sorted.length);
  }

  static Fairness of(@Nullable Integer cap, int[] load, long score, long uncapped) {
    int[] sorted = load.clone();
    Arrays.sort(sorted);
    int none = (int) Arrays.stream(load).filter(l -> l == 0).count();
    return new Fairness(
        cap,
        score,
        uncapped == 0 ? 1 : (double) score / uncapped,
        gini(load),
        sorted.length == 0 ? 0 : sorted[0],
        sorted.length == 0 ? 0 : sorted[sorted.length - 1],
        none);
  }
}
