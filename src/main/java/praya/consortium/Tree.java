package praya.consortium;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Nodes joined by relations without a circle.
 *
 * @param ties numbers of relations
 */
record Tree(BitSet nodes, BitSet ties, long cost) {
  /**
   * The cheapest tree over some nodes that are connected by some relations, less the leaves that
   * nobody needs.
   */
  static Tree of(Network network, Groups groups, BitSet nodes, BitSet ties) {
    int[] order =
        ties.stream()
            .boxed()
            .sorted((x, y) -> {
              int byCost = Long.compare(network.cost[x], network.cost[y]);
              return byCost != 0 ? byCost : Integer.compare(x, y);
            })
            .mapToInt(Integer::intValue)
            .toArray();
    int[] root = new int[network.size()];
    Arrays.setAll(root, i -> i);
    BitSet kept = new BitSet();
    for (int e : order) {
      int a = find(root, network.from[e]);
      int b = find(root, network.to[e]);
      if (a != b) {
        root[a] = b;
        kept.set(e);
      }
    }
    BitSet members = (BitSet) nodes.clone();
    prune(network, groups, members, kept);
    long cost = members.stream().mapToLong(v -> groups.nodeCost()[v]).sum();
    cost += kept.stream().mapToLong(e -> network.cost[e]).sum();
    return new Tree(members, kept, cost);
  }

  private static int find(int[] root, int i) {
    int at = i;
    while (root[at] != at) {
      root[at] = root[root[at]];
      at = root[at];
    }
    return at;
  }

  private static void prune(Network network, Groups groups, BitSet members, BitSet kept) {
    int[] degree = new int[network.size()];
    kept.stream()
        .forEach(e -> {
          degree[network.from[e]]++;
          degree[network.to[e]]++;
        });
    BitSet[] covers = groups.covers(network.size());
    int[] count = new int[groups.size()];
    members.stream().forEach(v -> covers[v].stream().forEach(g -> count[g]++));
    boolean again = true;
    while (again) {
      again = false;
      // The dearest leaf goes first; among equals the last by id.
      int leaf = -1;
      long dearest = -1;
      for (int v = members.nextSetBit(0); v >= 0; v = members.nextSetBit(v + 1)) {
        boolean needed = covers[v].stream().anyMatch(g -> count[g] == 1);
        if (!needed && degree[v] <= 1 && members.cardinality() > 1) {
          long saves = groups.nodeCost()[v] + tieCost(network, kept, v);
          if (saves >= dearest) {
            dearest = saves;
            leaf = v;
          }
        }
      }
      if (leaf >= 0) {
        again = true;
        members.clear(leaf);
        covers[leaf].stream().forEach(g -> count[g]--);
        for (int k = network.start[leaf]; k < network.start[leaf + 1]; k++) {
          if (kept.get(network.tie[k])) {
            kept.clear(network.tie[k]);
            degree[network.neighbour[k]]--;
          }
        }
      }
    }
  }

  private static long tieCost(Network network, BitSet kept, int v) {
    long cost = 0;
    for (int k = network.start[v]; k < network.start[v + 1]; k++) {
      cost += kept.get(network.tie[k]) ? network.cost[network.tie[k]] : 0;
    }
    return cost;
  }
}
