package praya.round;

import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * The best choice where anybody may meet anybody. The flow in the double cover, in which everybody
 * stands on both sides, is the best choice by halves and a bound; where it is not whole, branch and
 * bound on single pairs goes on until it is proven or the work allowed is done.
 */
final class Pool {
  /** Nodes of the search, for small rounds. */
  private static final int MOST_NODES = 5_000;

  private static final int FEWEST_NODES = 24;

  /** Pairs looked at in all nodes together: some seconds, and at most some hundred megabytes. */
  private static final int WORK = 20_000_000;

  private final Market market;
  private boolean[] best = new boolean[0];
  private long worth = Long.MIN_VALUE;

  private Pool(Market market) {
    this.market = market;
  }

  /** A place in the search, with the bound that it inherits or has. */
  private record Node(Residual state, long bound, int branch, int depth) {}

  static Choice solve(Market market) {
    return new Pool(market).run();
  }

  private Choice run() {
    int n = market.size();
    int m = market.pairs();
    Arcs arcs = new Arcs(2 * n + 1, 2 * m + 4 * n);
    for (int e = 0; e < m; e++) {
      arcs.add(1 + market.from[e], 1 + n + market.to[e], 1, -market.weight[e]);
    }
    for (int e = 0; e < m; e++) {
      arcs.add(1 + market.to[e], 1 + n + market.from[e], 1, -market.weight[e]);
    }
    for (int i = 0; i < n; i++) {
      int spare = market.slots[i] - market.floor[i];
      arcs.add(0, 1 + i, market.floor[i], -market.bonus);
      arcs.add(0, 1 + i, spare, 0);
      arcs.add(1 + n + i, 0, market.floor[i], -market.bonus);
      arcs.add(1 + n + i, 0, spare, 0);
    }
    NetworkSimplex solved = new NetworkSimplex(arcs, 4 * market.bonus).solve();
    long[] prices = new long[n];
    for (int i = 0; i < n; i++) {
      long[] potential = solved.potential();
      prices[i] =
          Math.max(potential[1 + i] - potential[0], -market.bonus)
              + Math.max(potential[0] - potential[1 + n + i], -market.bonus);
    }
    long bound = search(new Residual(arcs, m, solved));
    return new Choice(best, prices, Choice.bound(market, prices), bound);
  }

  private long search(Residual root) {
    int limit = Math.clamp(WORK / (market.pairs() + 1), FEWEST_NODES, MOST_NODES);
    PriorityQueue<Node> open =
        new PriorityQueue<>(
            Comparator.comparingLong((Node node) -> -node.bound())
                .thenComparingInt(node -> -node.depth()));
    visit(root, 0, open);
    for (int nodes = 1; !open.isEmpty() && open.peek().bound() > worth; nodes++) {
      if (nodes >= limit) {
        return open.peek().bound();
      }
      Node node = open.remove();
      Residual without = node.state().copy();
      if (node.state().settle(node.branch(), true)) {
        visit(node.state(), node.depth() + 1, open);
      }
      if (without.settle(node.branch(), false)) {
        visit(without, node.depth() + 1, open);
      }
    }
    return worth;
  }

  private void visit(Residual state, int depth, PriorityQueue<Node> open) {
    long bound = Math.floorDiv(state.worth(), 2);
    if (bound <= worth) {
      return;
    }
    Halves halves = new Halves(market, state.halves());
    long found = Choice.worth(market, halves.chosen());
    if (found > worth) {
      worth = found;
      best = halves.chosen();
    }
    if (bound > worth && halves.branch() >= 0) {
      open.add(new Node(state, bound, halves.branch(), depth));
    }
  }
}
