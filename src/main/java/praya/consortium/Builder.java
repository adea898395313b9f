package praya.consortium;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Good trees quickly: from a start the nearest holder of something missing is joined again and
 * again, then the cheapest tree over those found is taken; starts are the holders of the rarest
 * capability, and then whoever is in the best tree, until that helps no more.
 */
final class Builder {
  private static final int STARTS = 24;
  private static final int PASSES = 6;

  private final Network network;
  private final Groups groups;
  private final BitSet[] covers;
  private final Search search;
  private @Nullable Tree best;

  private Builder(Network network, Groups groups) {
    this.network = network;
    this.groups = groups;
    covers = groups.covers(network.size());
    search = new Search(network, groups);
  }

  /** A tree, or null when nothing connects them. */
  static @Nullable Tree build(Network network, Groups groups) {
    return new Builder(network, groups).run();
  }

  private @Nullable Tree run() {
    int[] rarest =
        Arrays.stream(groups.holders())
            .min(Comparator.comparingInt(h -> h.length))
            .orElse(new int[0]);
    int step = Math.max(1, rarest.length / STARTS);
    for (int i = 0; i < rarest.length; i += step) {
      grow(rarest[i]);
    }
    for (int i = 0; best == null && i < rarest.length; i++) {
      grow(rarest[i]);
    }
    for (int pass = 0; pass < PASSES && best != null; pass++) {
      Tree before = best;
      before.nodes().stream().forEach(this::grow);
      exchange(before);
      if (best.cost() == before.cost()) {
        break;
      }
    }
    return best;
  }

  private void grow(int start) {
    BitSet nodes = new BitSet();
    nodes.set(start);
    complete(nodes, new BitSet());
  }

  /** Joins what is missing, and keeps the result if it is the best so far. */
  private void complete(BitSet nodes, BitSet ties) {
    BitSet missing = new BitSet();
    missing.set(0, groups.size());
    nodes.stream().forEach(v -> missing.andNot(covers[v]));
    while (!missing.isEmpty()) {
      BitSet goals = new BitSet();
      missing.stream().forEach(g -> Arrays.stream(groups.holders()[g]).forEach(goals::set));
      int goal = search.run(nodes, goals);
      if (goal < 0) {
        return;
      }
      search.trace(goal, nodes, ties);
      nodes.stream().forEach(v -> missing.andNot(covers[v]));
    }
    // Among the nodes found there may be better relations than those of the ways.
    for (int v = nodes.nextSetBit(0); v >= 0; v = nodes.nextSetBit(v + 1)) {
      for (int k = network.start[v]; k < network.start[v + 1]; k++) {
        if (nodes.get(network.neighbour[k])) {
          ties.set(network.tie[k]);
        }
      }
    }
    Tree tree = Tree.of(network, groups, nodes, ties);
    if (best == null || tree.cost() < best.cost()) {
      best = tree;
    }
  }

  /** Leaves out one member, keeps the largest piece, and completes it again. */
  private void exchange(Tree tree) {
    for (int out : tree.nodes().stream().toArray()) {
      BitSet left = (BitSet) tree.nodes().clone();
      left.clear(out);
      while (!left.isEmpty()) {
        BitSet piece = new BitSet();
        BitSet ties = new BitSet();
        gather(tree, left.nextSetBit(0), left, new BitSet[] {piece, ties});
        left.andNot(piece);
        complete(piece, ties);
      }
    }
  }

  private void gather(Tree tree, int v, BitSet left, BitSet[] found) {
    found[0].set(v);
    for (int k = network.start[v]; k < network.start[v + 1]; k++) {
      int u = network.neighbour[k];
      if (tree.ties().get(network.tie[k]) && left.get(u) && !found[0].get(u)) {
        found[1].set(network.tie[k]);
        gather(tree, u, left, found);
      }
    }
  }
}
