package praya.network;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A tie that is missing, and how many pairs it would bring within reach of an introduction.
 *
 * @param from a node, by number, before {@code to}
 * @param pairs pairs of nodes that are more than {@link #REACH} steps apart, or not connected, and
 *     would no longer be
 */
public record HelpfulTie(int from, int to, long pairs) {
  /** Beyond four steps nobody is introduced: every step is somebody who has to say yes. */
  public static final int REACH = 4;

  /** Nodes of which all pairs are tried; of a larger network those with the most ties. */
  private static final int TRIED = 250;

  /** What is in reach is kept for every node: a bit for each pair. */
  private static final int MOST_NODES = 10_000;

  /**
   * The missing ties that would help most, best first; ties by number. Tried are all pairs of at
   * most 250 nodes: the best tied of every community, then the best tied of all. Nothing is looked
   * for in a network of more than 10,000 nodes.
   */
  public static List<HelpfulTie> best(Network<?> network, Communities communities, int count) {
    if (network.size() > MOST_NODES) {
      return List.of();
    }
    List<Integer> tried = tried(network, communities);
    BitSet[][] rings = new BitSet[tried.size()][];
    for (int i = 0; i < rings.length; i++) {
      rings[i] = rings(network, tried.get(i), REACH);
    }
    BitSet[] within = new BitSet[network.size()];
    List<HelpfulTie> found = new ArrayList<>();
    for (int i = 0; i < rings.length; i++) {
      for (int j = i + 1; j < rings.length; j++) {
        int a = Math.min(tried.get(i), tried.get(j));
        int b = Math.max(tried.get(i), tried.get(j));
        if (!network.tied(a, b)) {
          long pairs = gained(network, rings[i], rings[j], within);
          if (pairs > 0) {
            found.add(new HelpfulTie(a, b, pairs));
          }
        }
      }
    }
    found.sort(
        Comparator.comparingLong((HelpfulTie tie) -> -tie.pairs())
            .thenComparingInt(HelpfulTie::from)
            .thenComparingInt(HelpfulTie::to));
    return List.copyOf(found.subList(0, Math.min(count, found.size())));
  }

  private static List<Integer> tried(Network<?> network, Communities communities) {
    List<Integer> byTies = new ArrayList<>();
    for (int node = 0; node < network.size(); node++) {
      byTies.add(node);
    }
    byTies.sort(Comparator.comparingInt((Integer node) -> -network.degree(node)));
    Set<Integer> tried = new TreeSet<>();
    boolean[] seen = new boolean[communities.count()];
    for (int node : byTies) {
      if (!seen[communities.of(node)] && tried.size() < TRIED / 2) {
        seen[communities.of(node)] = true;
        tried.add(node);
      }
    }
    for (int node : byTies) {
      if (tried.size() < TRIED) {
        tried.add(node);
      }
    }
    return List.copyOf(tried);
  }

  /** The nodes that are 0, 1, … steps away. */
  private static BitSet[] rings(Network<?> network, int start, int count) {
    BitSet[] rings = new BitSet[count];
    BitSet seen = new BitSet();
    BitSet ring = new BitSet();
    ring.set(start);
    seen.set(start);
    rings[0] = ring;
    for (int step = 1; step < count; step++) {
      BitSet further = new BitSet();
      BitSet last = rings[step - 1];
      for (int node = last.nextSetBit(0); node >= 0; node = last.nextSetBit(node + 1)) {
        for (int k = network.begin(node); k < network.begin(node + 1); k++) {
          if (!seen.get(network.neighbour(k))) {
            seen.set(network.neighbour(k));
            further.set(network.neighbour(k));
          }
        }
      }
      rings[step] = further;
    }
    return rings;
  }

  /** No pair is counted from both sides: it would be within three steps without the tie. */
  private static long gained(Network<?> network, BitSet[] a, BitSet[] b, BitSet[] within) {
    BitSet[] balls = new BitSet[REACH];
    BitSet ball = new BitSet();
    for (int steps = 0; steps < REACH; steps++) {
      ball.or(b[steps]);
      balls[steps] = (BitSet) ball.clone();
    }
    long gained = 0;
    for (int steps = 0; steps < REACH; steps++) {
      BitSet left = balls[REACH - 1 - steps];
      for (int node = a[steps].nextSetBit(0); node >= 0; node = a[steps].nextSetBit(node + 1)) {
        if (within[node] == null) {
          within[node] = within(network, node);
        }
        BitSet fresh = (BitSet) left.clone();
        fresh.andNot(within[node]);
        gained += fresh.cardinality();
      }
    }
    return gained;
  }

  private static BitSet within(Network<?> network, int node) {
    BitSet all = new BitSet();
    BitSet[] rings = rings(network, node, REACH + 1);
    for (BitSet ring : rings) {
      all.or(ring);
    }
    return all;
  }
}
