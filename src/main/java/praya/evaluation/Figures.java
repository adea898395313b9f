package praya.evaluation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * How good answers are: means over queries of what each query's list of hits is worth. As in
 * trec_eval: the gain of a hit is its grade, the discount the logarithm of base 2 of its rank plus
 * 1.
 *
 * @param ndcg10 discounted gain of the first ten hits in relation to the best ten possible
 * @param mrr 1 through the rank of the first relevant hit, 0 without one
 * @param success1 whether the first hit is relevant
 * @param recall10 which part of the relevant documents is among the first ten
 * @param recall200 the same among the first 200
 * @param queries of how many it is the mean
 */
public record Figures(
    double ndcg10, double mrr, double success1, double recall10, double recall200, int queries) {

  /** Hits beyond these are not looked at. */
  static final int DEPTH = 200;

  private static final int TOP = 10;

  /**
   * Of one query.
   *
   * @param hits identifiers, best first, at most {@link #DEPTH}
   * @param relevant grades; not empty
   */
  public static Figures of(List<String> hits, Map<String, Double> relevant) {
    double gain = 0;
    int first = 0;
    int foundInTop = 0;
    int found = 0;
    for (int i = 0; i < hits.size(); i++) {
      Double grade = relevant.get(hits.get(i));
      if (grade == null) {
        continue;
      }
      found++;
      first = first == 0 ? i + 1 : first;
      if (i < TOP) {
        foundInTop++;
        gain += discounted(grade, i);
      }
    }
    return new Figures(
        gain / ideal(relevant.values()),
        first == 0 ? 0 : 1.0 / first,
        first == 1 ? 1 : 0,
        (double) foundInTop / relevant.size(),
        (double) found / relevant.size(),
        1);
  }

  private static double ideal(Collection<Double> grades) {
    List<Double> best = new ArrayList<>(grades);
    best.sort(Collections.reverseOrder());
    double gain = 0;
    for (int i = 0; i < Math.min(TOP, best.size()); i++) {
      gain += discounted(best.get(i), i);
    }
    return gain;
  }

  private static double discounted(double grade, int index) {
    return grade * Math.log(2) / Math.log(index + 2.0);
  }

  /** The mean; zeros for no query at all. */
  public static Figures mean(Collection<Figures> all) {
    double count = Math.max(1, all.size());
    double[] sums = new double[5];
    for (Figures each : all) {
      sums[0] += each.ndcg10;
      sums[1] += each.mrr;
      sums[2] += each.success1;
      sums[3] += each.recall10;
      sums[4] += each.recall200;
    }
    return new Figures(
        sums[0] / count,
        sums[1] / count,
        sums[2] / count,
        sums[3] / count,
        sums[4] / count,
        all.size());
  }
}
