package praya.evaluation;

import java.util.Arrays;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/**
 * The 95 % interval of a figure by the percentile bootstrap over what was asked: whole questions
 * are drawn, since the answers to one hang together.
 */
public record Interval(double low, double high) {
  /** More draws move the third decimal only. */
  private static final int DRAWS = 1000;

  /**
   * Draws as many questions as there are, again and again.
   *
   * @param figure of the list, from how often each question was drawn
   */
  static Interval of(int questions, long seed, ToDoubleFunction<int[]> figure) {
    if (questions == 0) {
      return new Interval(Double.NaN, Double.NaN);
    }
    Random random = new Random(seed);
    double[] figures = new double[DRAWS];
    for (int i = 0; i < DRAWS; i++) {
      int[] drawn = new int[questions];
      for (int j = 0; j < questions; j++) {
        drawn[random.nextInt(questions)]++;
      }
      figures[i] = figure.applyAsDouble(drawn);
    }
    Arrays.sort(figures);
    return new Interval(figures[DRAWS / 40], figures[DRAWS - 1 - DRAWS / 40]);
  }
}
