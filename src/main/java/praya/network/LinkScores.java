package praya.network;

import java.util.Arrays;

/**
 * Scores of one node towards all others, by sparse expansion of its row.
 *
 * <p>Ties count alike whatever their weight. Keeps arrays of the size of the network, so one is
 * made for a thread and used for many nodes; not safe for several threads.
 */
public final class LinkScores {
  /** What a step further is worth in {@link LinkMeasure#KATZ}. */
  private static final double KATZ_STEP = 0.05;

  private final Network<?> network;
  private final PersonalPageRank pageRank;
  private final double[] twoSteps;
  private final int[] reached;

  public LinkScores(Network<?> network) {
    this.network = network;
    this.pageRank = new PersonalPageRank(network);
    this.twoSteps = new double[network.size()];
    this.reached = new int[network.size()];
  }

  /**
   * The scores of a node towards all nodes, by number. Those towards itself and its neighbours are
   * filled, too, and mean nothing for what is to come.
   */
  public double[] of(int node, LinkMeasure measure) {
    double[] scores = new double[network.size()];
    switch (measure) {
      case COMMON_NEIGHBOURS -> twoSteps(node, scores, degree -> 1);
      case ADAMIC_ADAR -> twoSteps(node, scores, degree -> degree < 2 ? 0 : 1 / Math.log(degree));
      case RESOURCE_ALLOCATION -> twoSteps(node, scores, degree -> 1.0 / degree);
      case KATZ -> katz(node, scores);
      case CO_PARTICIPATION -> threeSteps(node, scores, degree -> 1.0 / degree);
      case THREE_STEPS -> threeSteps(node, scores, degree -> 1 / Math.sqrt(degree));
      case PAGERANK -> pageRank.from(node, scores);
      case POPULARITY -> Arrays.setAll(scores, network::degree);
    }
    return scores;
  }

  private interface Share {
    double ofDegree(int degree);
  }

  private void twoSteps(int node, double[] scores, Share share) {
    for (int k = network.begin(node); k < network.begin(node + 1); k++) {
      int middle = network.neighbour(k);
      add(middle, share.ofDegree(network.degree(middle)), scores);
    }
  }

  private void add(int middle, double value, double[] scores) {
    for (int k = network.begin(middle); k < network.begin(middle + 1); k++) {
      scores[network.neighbour(k)] += value;
    }
  }

  private void katz(int node, double[] scores) {
    int count = fillTwoSteps(node, degree -> 1);
    for (int i = 0; i < count; i++) {
      scores[reached[i]] += twoSteps[reached[i]];
    }
    spreadTwoSteps(node, scores, count, degree -> KATZ_STEP);
  }

  private void threeSteps(int node, double[] scores, Share share) {
    int count = fillTwoSteps(node, share);
    spreadTwoSteps(node, scores, count, share);
  }

  /** One row of the square of the matrix: every second node is expanded once, not once a way. */
  private int fillTwoSteps(int node, Share share) {
    int count = 0;
    for (int k = network.begin(node); k < network.begin(node + 1); k++) {
      int middle = network.neighbour(k);
      double value = share.ofDegree(network.degree(middle));
      for (int j = network.begin(middle); j < network.begin(middle + 1); j++) {
        int second = network.neighbour(j);
        if (twoSteps[second] == 0) {
          reached[count++] = second;
        }
        twoSteps[second] += value;
      }
    }
    return count;
  }

  private void spreadTwoSteps(int node, double[] scores, int count, Share share) {
    for (int i = 0; i < count; i++) {
      int second = reached[i];
      if (second != node) {
        add(second, twoSteps[second] * share.ofDegree(network.degree(second)), scores);
      }
      twoSteps[second] = 0;
    }
  }
}
