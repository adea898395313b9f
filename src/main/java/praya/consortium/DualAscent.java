package praya.consortium;

import java.util.Arrays;
import java.util.BitSet;

/**
 * A bound from below on the cost of every tree: costs are taken off the ways into growing pieces
 * around each group, as long as the rarest group cannot reach it for nothing (Wong).
 */
final class DualAscent {
  private final Network network;
  private final Groups groups;

  /** What is left of the cost of going over a place of the network's arrays, out of its node. */
  private final long[] left;

  /** What is left of beginning at a node. */
  private final long[] begin;

  /** The place of the same relation in the other direction. */
  private final int[] reverse;

  private DualAscent(Network network, Groups groups) {
    this.network = network;
    this.groups = groups;
    left = new long[network.neighbour.length];
    reverse = new int[network.neighbour.length];
    int[] first = new int[network.from.length];
    Arrays.fill(first, -1);
    for (int v = 0; v < network.size(); v++) {
      for (int k = network.start[v]; k < network.start[v + 1]; k++) {
        int e = network.tie[k];
        left[k] = network.cost[e] + groups.nodeCost()[network.neighbour[k]];
        if (first[e] < 0) {
          first[e] = k;
        } else {
          reverse[k] = first[e];
          reverse[first[e]] = k;
        }
      }
    }
    begin = groups.nodeCost().clone();
  }

  static long bound(Network network, Groups groups) {
    return new DualAscent(network, groups).run();
  }

  private long run() {
    int root = 0;
    for (int g = 1; g < groups.size(); g++) {
      root = groups.holders()[g].length < groups.holders()[root].length ? g : root;
    }
    BitSet begins = new BitSet();
    Arrays.stream(groups.holders()[root]).forEach(begins::set);
    long bound = 0;
    BitSet open = new BitSet();
    open.set(0, groups.size());
    // The smallest piece grows first: this is what makes the bound good.
    while (!open.isEmpty()) {
      BitSet smallest = new BitSet();
      int group = -1;
      for (int g = open.nextSetBit(0); g >= 0; g = open.nextSetBit(g + 1)) {
        BitSet piece = piece(g, begins);
        if (piece.isEmpty()) {
          open.clear(g);
        } else if (group < 0 || piece.cardinality() < smallest.cardinality()) {
          smallest = piece;
          group = g;
        }
      }
      if (group >= 0) {
        bound += raise(smallest, begins);
      }
    }
    return bound;
  }

  /** Who reaches a group for nothing; empty when the root does. */
  private BitSet piece(int g, BitSet begins) {
    BitSet piece = new BitSet();
    int[] queue = new int[network.size()];
    int size = 0;
    for (int v : groups.holders()[g]) {
      piece.set(v);
      queue[size++] = v;
    }
    for (int at = 0; at < size; at++) {
      int v = queue[at];
      if (begins.get(v) && begin[v] == 0) {
        return new BitSet();
      }
      for (int k = network.start[v]; k < network.start[v + 1]; k++) {
        int u = network.neighbour[k];
        if (left[reverse[k]] == 0 && !piece.get(u) && groups.allowed().get(u)) {
          piece.set(u);
          queue[size++] = u;
        }
      }
    }
    return piece;
  }

  private long raise(BitSet piece, BitSet begins) {
    long least = Long.MAX_VALUE;
    for (int v = piece.nextSetBit(0); v >= 0; v = piece.nextSetBit(v + 1)) {
      least = begins.get(v) ? Math.min(least, begin[v]) : least;
      for (int k = network.start[v]; k < network.start[v + 1]; k++) {
        if (enters(piece, k)) {
          least = Math.min(least, left[reverse[k]]);
        }
      }
    }
    for (int v = piece.nextSetBit(0); v >= 0; v = piece.nextSetBit(v + 1)) {
      begin[v] -= begins.get(v) ? least : 0;
      for (int k = network.start[v]; k < network.start[v + 1]; k++) {
        if (enters(piece, k)) {
          left[reverse[k]] -= least;
        }
      }
    }
    return least;
  }

  /** Whether the other end of a place is outside of a piece, among the nodes allowed. */
  private boolean enters(BitSet piece, int k) {
    int u = network.neighbour[k];
    return !piece.get(u) && groups.allowed().get(u);
  }
}
