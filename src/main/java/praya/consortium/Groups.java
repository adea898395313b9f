package praya.consortium;

import java.util.Arrays;
import java.util.BitSet;

/**
 * What is to be connected: for each capability those who hold it, among the nodes that are allowed,
 * and what it costs to take a node in.
 *
 * @param holders capability -> nodes, in order
 * @param allowed nodes that may be used
 * @param nodeCost what each node costs
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Groups(int[][] holders, BitSet allowed, long[] nodeCost) {
  int size() {
    return holders.length;
  }

  /** Without some nodes. */
  Groups without(BitSet nodes) {
    BitSet left = (BitSet) allowed.clone();
    left.andNot(nodes);
    return within(left);
  }

  Groups within(BitSet nodes) {
    int[][] kept = new int[holders.length][];
    for (int g = 0; g < kept.length; g++) {
      kept[g] = Arrays.stream(holders[g]).filter(nodes::get).toArray();
    }
    return new Groups(kept, nodes, nodeCost);
  }

  /** With something to pay for each node besides. */
  Groups dearer(long each) {
    return new Groups(holders, allowed, Arrays.stream(nodeCost).map(c -> c + each).toArray());
  }

  boolean isPossible() {
    return Arrays.stream(holders).allMatch(h -> h.length > 0);
  }

  /** The capabilities of a node as bits. */
  BitSet[] covers(int nodes) {
    BitSet[] covers = new BitSet[nodes];
    Arrays.setAll(covers, v -> new BitSet());
    for (int g = 0; g < holders.length; g++) {
      for (int v : holders[g]) {
        covers[v].set(g);
      }
    }
    return covers;
  }
}
