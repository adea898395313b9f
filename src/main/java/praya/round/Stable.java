package praya.round;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;
import java.util.TreeSet;

/**
 * The variant in which no two would rather have each other. Between two sides by deferred
 * acceptance with several slots, the side named first proposing, which is best for that side; in
 * one pool by taking the pair with the highest score first, which is stable as long as both of a
 * pair want it alike, and counted honestly where they do not. A want of 0 is none. Floors play no
 * part.
 */
final class Stable {
  private final Market market;
  private final long[] luck;

  private Stable(Market market, long seed) {
    this.market = market;
    luck = new long[market.pairs()];
    for (int e = 0; e < luck.length; e++) {
      Pair pair = market.pair(e);
      luck[e] = Seeded.of(seed, pair.first(), pair.second());
    }
  }

  static boolean[] solve(Market market, long seed) {
    Stable stable = new Stable(market, seed);
    return market.twoSided ? stable.deferred() : stable.greedy();
  }

  private static boolean wanted(Market market, int e) {
    return market.forth[e] > 0 && market.back[e] > 0;
  }

  private boolean[] deferred() {
    boolean[] held = new boolean[market.pairs()];
    List<List<Integer>> wishes = new ArrayList<>();
    List<PriorityQueue<Integer>> holds = new ArrayList<>();
    for (int i = 0; i < market.size(); i++) {
      wishes.add(new ArrayList<>());
      holds.add(new PriorityQueue<>((x, y) -> order(market.back, y, x)));
    }
    for (int e = 0; e < held.length; e++) {
      if (wanted(market, e)) {
        wishes.get(market.from[e]).add(e);
      }
    }
    TreeSet<Integer> free = new TreeSet<>();
    int[] next = new int[market.size()];
    int[] load = new int[market.size()];
    for (int i = 0; i < market.size(); i++) {
      wishes.get(i).sort((x, y) -> order(market.forth, x, y));
      free.add(i);
    }
    while (!free.isEmpty()) {
      int proposer = free.first();
      if (load[proposer] >= market.slots[proposer]
          || next[proposer] == wishes.get(proposer).size()) {
        free.pollFirst();
        continue;
      }
      int e = wishes.get(proposer).get(next[proposer]++);
      PriorityQueue<Integer> others = holds.get(market.to[e]);
      others.add(e);
      held[e] = true;
      load[proposer]++;
      if (others.size() > market.slots[market.to[e]]) {
        int refused = others.remove();
        held[refused] = false;
        load[market.from[refused]]--;
        free.add(market.from[refused]);
      }
    }
    return held;
  }

  private boolean[] greedy() {
    boolean[] held = new boolean[market.pairs()];
    List<Integer> order = new ArrayList<>();
    for (int e = 0; e < held.length; e++) {
      if (wanted(market, e)) {
        order.add(e);
      }
    }
    order.sort((x, y) -> order(market.score, x, y));
    int[] load = new int[market.size()];
    for (int e : order) {
      int a = market.from[e];
      int b = market.to[e];
      if (load[a] < market.slots[a] && load[b] < market.slots[b]) {
        held[e] = true;
        load[a]++;
        load[b]++;
      }
    }
    return held;
  }

  /** The higher want first; equal ones by luck, then by place. */
  private int order(long[] want, int x, int y) {
    int byWant = Long.compare(want[y], want[x]);
    int byLuck = byWant != 0 ? byWant : Long.compare(luck[x], luck[y]);
    return byLuck != 0 ? byLuck : Integer.compare(x, y);
  }

  /** Pairs that do not meet though both have room for each other or want each other more. */
  static int blocking(Market market, boolean[] chosen) {
    int[] load = Choice.load(market, chosen);
    long[] worst = new long[market.size()];
    Arrays.fill(worst, Long.MAX_VALUE);
    for (int e = 0; e < chosen.length; e++) {
      if (chosen[e]) {
        worst[market.from[e]] = Math.min(worst[market.from[e]], market.forth[e]);
        worst[market.to[e]] = Math.min(worst[market.to[e]], market.back[e]);
      }
    }
    int blocking = 0;
    for (int e = 0; e < chosen.length; e++) {
      int a = market.from[e];
      int b = market.to[e];
      boolean first =
          market.slots[a] > 0 && (load[a] < market.slots[a] || market.forth[e] > worst[a]);
      boolean second =
          market.slots[b] > 0 && (load[b] < market.slots[b] || market.back[e] > worst[b]);
      blocking += !chosen[e] && wanted(market, e) && first && second ? 1 : 0;
    }
    return blocking;
  }
}
