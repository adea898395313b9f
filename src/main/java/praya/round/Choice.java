package praya.round;

/**
 * The pairs that a solver chose, with what certifies them.
 *
 * @param chosen per pair of the market
 * @param prices twice the price of a slot, per participant
 * @param relaxed twice the bound that follows from the prices, floors counted at the bonus
 * @param bound the least bound that is proven, floors counted at the bonus
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Choice(boolean[] chosen, long[] prices, long relaxed, long bound) {
  /** What a choice is worth: weights, and the bonus for each unit of a floor that is kept. */
  static long worth(Market market, boolean[] chosen) {
    long sum = 0;
    for (int e = 0; e < chosen.length; e++) {
      sum += chosen[e] ? market.weight[e] : 0;
    }
    return sum + market.bonus * reached(market, chosen);
  }

  static long reached(Market market, boolean[] chosen) {
    int[] load = load(market, chosen);
    long reached = 0;
    for (int i = 0; i < load.length; i++) {
      reached += Math.min(load[i], market.floor[i]);
    }
    return reached;
  }

  static int[] load(Market market, boolean[] chosen) {
    int[] load = new int[market.size()];
    for (int e = 0; e < chosen.length; e++) {
      if (chosen[e]) {
        load[market.from[e]]++;
        load[market.to[e]]++;
      }
    }
    return load;
  }

  /**
   * Twice what no choice can exceed, for any prices at all: every pair pays the prices of its two
   * slots and keeps what is over, every slot earns its price or stays empty.
   */
  static long bound(Market market, long[] prices) {
    long sum = 0;
    for (int e = 0; e < market.pairs(); e++) {
      sum += Math.max(0, 2 * market.weight[e] - prices[market.from[e]] - prices[market.to[e]]);
    }
    for (int i = 0; i < market.size(); i++) {
      sum += market.floor[i] * Math.max(0, 2 * market.bonus + prices[i]);
      sum += (market.slots[i] - market.floor[i]) * Math.max(0, prices[i]);
    }
    return sum;
  }
}
