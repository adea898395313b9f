package praya.network;

import java.util.Arrays;

/**
 * A network in one step of community detection: every node stands for one or several of the
 * original, with the weight of the ties among these as a loop.
 */
final class Level {
  final int size;
  final int[] begins;
  final int[] neighbours;
  final double[] weights;
  final double[] loops;

  /** Both ends of all ties of a node, loops counted twice. */
  final double[] strengths;

  /** Twice the weight of all ties. */
  final double total;

  private Level(int[] begins, int[] neighbours, double[] weights, double[] loops) {
    this.size = loops.length;
    this.begins = begins;
    this.neighbours = neighbours;
    this.weights = weights;
    this.strengths = new double[size];
    double sum = 0;
    for (int node = 0; node < size; node++) {
      strengths[node] = 2 * loops[node];
      for (int k = begins[node]; k < begins[node + 1]; k++) {
        strengths[node] += weights[k];
      }
      sum += strengths[node];
    }
    this.total = sum;
    this.loops = loops;
  }

  static Level of(Network<?> network) {
    int ends = network.begin(network.size());
    int[] begins = new int[network.size() + 1];
    int[] neighbours = new int[ends];
    double[] weights = new double[ends];
    for (int node = 0; node <= network.size(); node++) {
      begins[node] = network.begin(node);
    }
    for (int k = 0; k < ends; k++) {
      neighbours[k] = network.neighbour(k);
      weights[k] = network.weight(k);
    }
    return new Level(begins, neighbours, weights, new double[network.size()]);
  }

  /** One node for each group; groups are numbered from 0 without a gap. */
  Level merged(int[] group, int groups) {
    int[] order = byGroup(group, groups);
    int[] rows = new int[groups + 1];
    int[] targets = new int[neighbours.length];
    double[] sums = new double[neighbours.length];
    double[] loopSums = new double[groups];
    double[] toGroup = new double[groups];
    int[] seen = new int[groups];
    int used = 0;
    int at = 0;
    for (int own = 0; own < groups; own++) {
      int seenCount = 0;
      for (; at < size && group[order[at]] == own; at++) {
        int node = order[at];
        loopSums[own] += loops[node];
        for (int k = begins[node]; k < begins[node + 1]; k++) {
          int other = group[neighbours[k]];
          if (other == own) {
            loopSums[own] += weights[k] / 2;
          } else {
            if (toGroup[other] == 0) {
              seen[seenCount++] = other;
            }
            toGroup[other] += weights[k];
          }
        }
      }
      Arrays.sort(seen, 0, seenCount);
      for (int i = 0; i < seenCount; i++) {
        targets[used] = seen[i];
        sums[used++] = toGroup[seen[i]];
        toGroup[seen[i]] = 0;
      }
      rows[own + 1] = used;
    }
    return new Level(rows, Arrays.copyOf(targets, used), Arrays.copyOf(sums, used), loopSums);
  }

  /** The nodes sorted by group, then by number: a counting sort. */
  private int[] byGroup(int[] group, int groups) {
    int[] places = new int[groups + 1];
    for (int own : group) {
      places[own + 1]++;
    }
    for (int i = 0; i < groups; i++) {
      places[i + 1] += places[i];
    }
    int[] order = new int[size];
    for (int node = 0; node < size; node++) {
      order[places[group[node]]++] = node;
    }
    return order;
  }

  /**
   * Newman's modularity of a grouping, with the expected ties weighted by a resolution (Reichardt
   * and Bornholdt, 2006); 0 where there is no tie.
   */
  double modularity(int[] group, double resolution) {
    if (total == 0) {
      return 0;
    }
    double[] sums = new double[size];
    double within = 0;
    for (int node = 0; node < size; node++) {
      sums[group[node]] += strengths[node];
      within += 2 * loops[node];
      for (int k = begins[node]; k < begins[node + 1]; k++) {
        within += group[neighbours[k]] == group[node] ? weights[k] : 0;
      }
    }
    double expected = 0;
    for (double sum : sums) {
      expected += sum * sum;
    }
    return within / total - resolution * expected / (total * total);
  }
}
