package praya.network;

import java.util.Arrays;

/**
 * Personalised PageRank by forward push (Andersen, Chung and Lang, FOCS 2006): looks only at the
 * part of the network that matters to a node, however large the rest is.
 *
 * <p>The answer for every node is at most {@link #PRECISION} times its strength below the exact
 * value. Not safe for several threads.
 */
public final class PersonalPageRank {
  /** Chance to stop at every step, as in the paper. */
  static final double STOP = 0.15;

  /** What may be left at a node for each unit of its strength. */
  static final double PRECISION = 1e-6;

  private final Network<?> network;
  private final double[] strengths;
  private final double[] rests;
  private final boolean[] waits;
  private final int[] queue;

  public PersonalPageRank(Network<?> network) {
    this.network = network;
    this.strengths = new double[network.size()];
    Arrays.setAll(strengths, network::strength);
    this.rests = new double[network.size()];
    this.waits = new boolean[network.size()];
    this.queue = new int[network.size()];
  }

  /** Adds the rank of every node for walks from this one to the array; the sum is at most 1. */
  public void from(int source, double[] ranks) {
    if (network.degree(source) == 0) {
      ranks[source] += 1;
      return;
    }
    int head = 0;
    int waiting = 0;
    rests[source] = 1;
    queue[waiting++] = source;
    waits[source] = true;
    while (waiting > 0) {
      int node = queue[head];
      head = head + 1 == queue.length ? 0 : head + 1;
      waiting--;
      waits[node] = false;
      double rest = rests[node];
      rests[node] = 0;
      ranks[node] += STOP * rest;
      double onward = (1 - STOP) * rest / strengths[node];
      for (int k = network.begin(node); k < network.begin(node + 1); k++) {
        int next = network.neighbour(k);
        rests[next] += onward * network.weight(k);
        if (!waits[next] && rests[next] > PRECISION * strengths[next]) {
          waits[next] = true;
          int tail = head + waiting;
          queue[tail < queue.length ? tail : tail - queue.length] = next;
          waiting++;
        }
      }
    }
    Arrays.fill(rests, 0);
  }
}
