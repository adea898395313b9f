package praya.consortium;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** Cheapest ways through the network, over nodes that are allowed. */
final class Search {
  static final long FAR = Long.MAX_VALUE / 4;

  private final Network network;
  private final Groups groups;
  final long[] distance;

  /** The place in the network's arrays by which a node was reached from its forerunner; -1. */
  final int[] through;

  private final NodeHeap heap = new NodeHeap();

  Search(Network network, Groups groups) {
    this.network = network;
    this.groups = groups;
    distance = new long[network.size()];
    through = new int[network.size()];
  }

  /**
   * Goes out from some nodes until one of the goals is reached; over everything without goals. The
   * cost of a way has the relations and all nodes in it but those it begins at.
   *
   * @return the goal, or -1
   */
  int run(BitSet sources, @Nullable BitSet goals) {
    Arrays.fill(distance, FAR);
    Arrays.fill(through, -1);
    heap.clear();
    for (int v = sources.nextSetBit(0); v >= 0; v = sources.nextSetBit(v + 1)) {
      distance[v] = 0;
      heap.add(0, v);
    }
    while (!heap.isEmpty()) {
      long near = heap.leastKey();
      int v = heap.removeLeast();
      if (near > distance[v]) {
        continue;
      }
      if (goals != null && goals.get(v)) {
        return v;
      }
      for (int k = network.start[v]; k < network.start[v + 1]; k++) {
        int u = network.neighbour[k];
        long far = near + network.cost[network.tie[k]] + groups.nodeCost()[u];
        if (far < distance[u] && groups.allowed().get(u)) {
          distance[u] = far;
          through[u] = network.tie[k];
          heap.add(far, u);
        }
      }
    }
    return -1;
  }

  /** Adds the way to a node. */
  void trace(int to, BitSet nodes, BitSet ties) {
    int v = to;
    nodes.set(v);
    while (through[v] >= 0) {
      ties.set(through[v]);
      v = network.other(through[v], v);
      nodes.set(v);
    }
  }
}
