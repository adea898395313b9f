package praya.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

/**
 * How good a measure foretells ties. Every later tie is ranked among all that were not tied, so no
 * luck of a sample is in the figures, except in the intervals.
 *
 * @param auc mean chance that a later tie stands above what never came
 * @param mrr mean of 1 through the rank
 * @param success share of the later ties among the first 1, 5 and 10
 * @param ndcg10 mean over those that ask
 * @param exposure how the first tens are spread over the nodes
 * @param intervals of 95 %
 */
public record LinkFigures(
    double auc,
    double mrr,
    Success success,
    double ndcg10,
    Exposure exposure,
    Intervals intervals) {

  public record Success(double at1, double at5, double at10) {}

  /**
   * Who is shown.
   *
   * @param gini 0 when all nodes are shown alike, to 1 when a single one is
   * @param shown how many different nodes are in a first ten
   */
  public record Exposure(double gini, int shown) {}

  public record Intervals(Interval mrr, Interval success10, Interval ndcg10) {}

  static LinkFigures of(List<LinkRanks> asked, int nodes, long seed) {
    int[] exposure = new int[nodes];
    asked.forEach(ranks -> ranks.shown().forEach(node -> exposure[node]++));
    int[] once = new int[asked.size()];
    Arrays.fill(once, 1);
    ToDoubleFunction<int[]> mrr = drawn -> perTie(asked, drawn, rank -> 1 / rank);
    ToDoubleFunction<int[]> success10 = drawn -> perTie(asked, drawn, within(10));
    ToDoubleFunction<int[]> ndcg10 = drawn -> perNode(asked, drawn);
    return new LinkFigures(
        asked.stream()
            .flatMap(ranks -> ranks.areas().stream())
            .mapToDouble(area -> area)
            .average()
            .orElse(0),
        mrr.applyAsDouble(once),
        new Success(
            perTie(asked, once, within(1)),
            perTie(asked, once, within(5)),
            success10.applyAsDouble(once)),
        ndcg10.applyAsDouble(once),
        new Exposure(gini(exposure), (int) Arrays.stream(exposure).filter(n -> n > 0).count()),
        new Intervals(
            Interval.of(asked.size(), seed, mrr),
            Interval.of(asked.size(), seed, success10),
            Interval.of(asked.size(), seed, ndcg10)));
  }

  private static DoubleUnaryOperator within(int rank) {
    return found -> found <= rank ? 1 : 0;
  }

  private static double perTie(List<LinkRanks> asked, int[] drawn, DoubleUnaryOperator value) {
    double sum = 0;
    int ties = 0;
    for (int i = 0; i < drawn.length; i++) {
      for (double rank : asked.get(i).ranks()) {
        sum += drawn[i] * value.applyAsDouble(rank);
        ties += drawn[i];
      }
    }
    return ties == 0 ? 0 : sum / ties;
  }

  private static double perNode(List<LinkRanks> asked, int[] drawn) {
    double sum = 0;
    int nodes = 0;
    for (int i = 0; i < drawn.length; i++) {
      sum += drawn[i] * asked.get(i).ndcg10();
      nodes += drawn[i];
    }
    return nodes == 0 ? 0 : sum / nodes;
  }

  /** The Gini index of whole numbers; 0 where all are 0. */
  static double gini(int[] numbers) {
    int[] sorted = numbers.clone();
    Arrays.sort(sorted);
    double weighted = 0;
    double sum = 0;
    for (int i = 0; i < sorted.length; i++) {
      weighted += (2.0 * (i + 1) - sorted.length - 1) * sorted[i];
      sum += sorted[i];
    }
    return sum == 0 ? 0 : weighted / (sorted.length * sum);
  }
}
