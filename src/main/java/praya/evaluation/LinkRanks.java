package praya.evaluation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import praya.network.Network;

/**
 * How one node's later ties rank among all nodes that it was not tied to.
 *
 * @param ranks one for each later tie, the others left out; level ones share the middle rank
 * @param areas for each later tie the chance that it stands above any other, level ones counting
 *     half
 * @param ndcg10 of the list of all, each later tie with a gain of 1
 * @param shown the first ten of the list; level ones in the order of their numbers
 */
record LinkRanks(List<Double> ranks, List<Double> areas, double ndcg10, List<Integer> shown) {
  private static final int TOP = 10;

  LinkRanks {
    ranks = List.copyOf(ranks);
    areas = List.copyOf(areas);
    shown = List.copyOf(shown);
  }

  /** Ranks by the scores of all nodes. */
  static LinkRanks of(Network<?> network, int node, Collection<Integer> later, double[] scores) {
    boolean[] left = new boolean[network.size()];
    left[node] = true;
    for (int k = network.begin(node); k < network.begin(node + 1); k++) {
      left[network.neighbour(k)] = true;
    }
    List<Integer> shown = top(left, scores);
    double ndcg = ndcg(shown, later);
    later.forEach(other -> left[other] = true);
    List<Double> ranks = new ArrayList<>();
    List<Double> areas = new ArrayList<>();
    for (int other : later) {
      int above = 0;
      int level = 0;
      int all = 0;
      for (int i = 0; i < scores.length; i++) {
        if (!left[i]) {
          all++;
          above += scores[i] > scores[other] ? 1 : 0;
          level += scores[i] == scores[other] ? 1 : 0;
        }
      }
      ranks.add(1 + above + level / 2.0);
      areas.add(all == 0 ? 0.5 : 1 - (above + level / 2.0) / all);
    }
    return new LinkRanks(ranks, areas, ndcg, shown);
  }

  /** The ten best that have any score; nobody is shown for nothing. */
  private static List<Integer> top(boolean[] left, double[] scores) {
    List<Integer> best = new ArrayList<>();
    for (int i = 0; i < scores.length; i++) {
      if (left[i] || scores[i] <= 0) {
        continue;
      }
      int at = best.size();
      while (at > 0 && scores[i] > scores[best.get(at - 1)]) {
        at--;
      }
      if (at < TOP) {
        best.add(at, i);
        if (best.size() > TOP) {
          best.removeLast();
        }
      }
    }
    return best;
  }

  private static double ndcg(List<Integer> shown, Collection<Integer> later) {
    double gain = 0;
    for (int i = 0; i < shown.size(); i++) {
      gain += later.contains(shown.get(i)) ? 1 / log2(i + 2) : 0;
    }
    double best = 0;
    for (int i = 0; i < Math.min(TOP, later.size()); i++) {
      best += 1 / log2(i + 2);
    }
    return best == 0 ? 0 : gain / best;
  }

  private static double log2(double value) {
    return Math.log(value) / Math.log(2);
  }
}
