package praya.round;

/** The best choice between two sides: one flow, which is whole by nature. */
final class TwoSided {
  private TwoSided() {}

  static Choice solve(Market market) {
    int n = market.size();
    int m = market.pairs();
    Arcs arcs = new Arcs(n + 1, m + 2 * n);
    for (int e = 0; e < m; e++) {
      arcs.add(1 + market.from[e], 1 + market.to[e], 1, -market.weight[e]);
    }
    for (int i = 0; i < n; i++) {
      boolean first = market.side[i] == 0;
      int spare = market.slots[i] - market.floor[i];
      arcs.add(first ? 0 : 1 + i, first ? 1 + i : 0, market.floor[i], -market.bonus);
      arcs.add(first ? 0 : 1 + i, first ? 1 + i : 0, spare, 0);
    }
    NetworkSimplex solved = new NetworkSimplex(arcs, 4 * market.bonus).solve();
    int[] flow = solved.flow();
    boolean[] chosen = new boolean[m];
    for (int e = 0; e < m; e++) {
      chosen[e] = flow[e] == 1;
    }
    long[] prices = new long[n];
    for (int i = 0; i < n; i++) {
      long potential = solved.potential()[1 + i] - solved.potential()[0];
      long price = market.side[i] == 0 ? potential : -potential;
      prices[i] = 2 * Math.max(price, -market.bonus);
    }
    long bound = Choice.bound(market, prices);
    return new Choice(chosen, prices, bound, bound / 2);
  }
}
