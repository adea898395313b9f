package praya.round;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Turns a best choice by halves into a whole one. Half pairs are walked along: every other pair is
 * taken, the rest dropped. That costs nothing but on closed walks of odd length, where one
 * participant gets one more or one less; the place where this is cheapest is taken, and what then
 * still fits is added.
 */
final class Halves {
  private final Market market;
  private final boolean[] chosen;
  private final int[] load;

  /** The half pairs around each participant, and how many of them are walked already. */
  private final int[] start;

  private final int[] incident;
  private final int[] next;
  private final boolean[] walked;

  /**
   * Who has an odd number of halves. Each is joined to a place outside, so that everybody has an
   * even number and all walks are closed.
   */
  private final int[] uneven;

  private final int outside;

  /** A pair of the shortest odd walk, to branch on; -1 when there is none. */
  private int branch = -1;

  private int shortest = Integer.MAX_VALUE;

  Halves(Market market, byte[] halves) {
    this.market = market;
    int m = halves.length;
    outside = market.size();
    chosen = new boolean[m];
    int[] degree = new int[outside];
    for (int e = 0; e < m; e++) {
      chosen[e] = halves[e] == 2;
      if (halves[e] == 1) {
        degree[market.from[e]]++;
        degree[market.to[e]]++;
      }
    }
    uneven = IntStream.range(0, outside).filter(i -> degree[i] % 2 == 1).toArray();
    walked = new boolean[m + uneven.length];
    for (int e = 0; e < m; e++) {
      walked[e] = halves[e] != 1;
    }
    start = new int[outside + 2];
    for (int e = 0; e < walked.length; e++) {
      if (!walked[e]) {
        start[end(e) + 1]++;
        start[otherEnd(e) + 1]++;
      }
    }
    for (int i = 0; i <= outside; i++) {
      start[i + 1] += start[i];
    }
    incident = new int[start[outside + 1]];
    next = Arrays.copyOf(start, outside + 1);
    for (int e = 0; e < walked.length; e++) {
      if (!walked[e]) {
        incident[next[end(e)]++] = e;
        incident[next[otherEnd(e)]++] = e;
      }
    }
    System.arraycopy(start, 0, next, 0, outside + 1);
    List<int[]> odd = walk();
    load = Choice.load(market, chosen);
    odd.forEach(this::roundOdd);
    complete();
  }

  boolean[] chosen() {
    return chosen;
  }

  int branch() {
    return branch;
  }

  private int end(int e) {
    return e < chosen.length ? market.from[e] : outside;
  }

  private int otherEnd(int e) {
    return e < chosen.length ? market.to[e] : uneven[e - chosen.length];
  }

  private int other(int e, int i) {
    return end(e) == i ? otherEnd(e) : end(e);
  }

  /** Walks everything; what has no end outside and an odd length comes back. */
  private List<int[]> walk() {
    List<int[]> odd = new ArrayList<>();
    alternate(circuit(outside));
    for (int i = 0; i < outside; i++) {
      int[] circuit = circuit(i);
      if (circuit.length % 2 == 0) {
        alternate(circuit);
      } else {
        odd.add(circuit);
      }
    }
    return odd;
  }

  /** All that can be walked from here, as one closed walk (Hierholzer). */
  private int[] circuit(int from) {
    List<Integer> way = new ArrayList<>();
    List<int[]> open = new ArrayList<>();
    open.add(new int[] {from, -1});
    while (!open.isEmpty()) {
      int[] top = open.getLast();
      int e = take(top[0]);
      if (e >= 0) {
        open.add(new int[] {other(e, top[0]), e});
      } else {
        open.removeLast();
        if (top[1] >= 0) {
          way.add(top[1]);
        }
      }
    }
    return way.stream().mapToInt(Integer::intValue).toArray();
  }

  private int take(int i) {
    while (next[i] < start[i + 1]) {
      int e = incident[next[i]++];
      if (!walked[e]) {
        walked[e] = true;
        return e;
      }
    }
    return -1;
  }

  /** Takes every other pair; beyond the place outside a new walk begins. */
  private void alternate(int[] pairs) {
    boolean taken = true;
    for (int e : pairs) {
      if (e >= chosen.length) {
        taken = true;
      } else {
        chosen[e] = taken;
        taken = !taken;
      }
    }
  }

  /** Tries every begin on the odd walk, with one more and with one less there. */
  private void roundOdd(int[] walk) {
    int length = walk.length;
    if (length < shortest) {
      shortest = length;
      branch = walk[0];
      for (int e : walk) {
        branch = market.weight[e] > market.weight[branch] ? e : branch;
      }
    }
    // The sum over every other pair, beginning at the first.
    long taken = 0;
    long all = 0;
    for (int k = 0; k < length; k++) {
      taken += k % 2 == 0 ? market.weight[walk[k]] : 0;
      all += market.weight[walk[k]];
    }
    long best = Long.MIN_VALUE;
    int begin = 0;
    boolean more = false;
    // Loads hold only whole pairs yet; on this walk each passage adds one half twice.
    int[] passes = passages(walk);
    Map<Integer, Integer> count = new HashMap<>();
    for (int at : passes) {
      count.merge(at, 1, Integer::sum);
    }
    for (int k = 0; k < length; k++) {
      int at = passes[k];
      int before = load[at] + count.getOrDefault(at, 0);
      long plus =
          before < market.slots[at]
              ? taken + (before < market.floor[at] ? market.bonus : 0)
              : Long.MIN_VALUE;
      long minus = all - taken - (before <= market.floor[at] ? market.bonus : 0);
      if (plus > best) {
        best = plus;
        begin = k;
        more = true;
      }
      if (minus > best) {
        best = minus;
        begin = k;
        more = false;
      }
      // One step on: what stood at even places stands at odd ones, but for the first.
      taken = all - taken + market.weight[walk[k]];
    }
    for (int k = 0; k < length; k++) {
      if ((k % 2 == 0) == more) {
        int e = walk[(begin + k) % length];
        chosen[e] = true;
        load[market.from[e]]++;
        load[market.to[e]]++;
      }
    }
  }

  /** Where each step of a closed walk begins. */
  private int[] passages(int[] walk) {
    int[] at = new int[walk.length];
    int last = walk[walk.length - 1];
    int here =
        market.from[walk[0]] == market.from[last] || market.from[walk[0]] == market.to[last]
            ? market.from[walk[0]]
            : market.to[walk[0]];
    for (int k = 0; k < walk.length; k++) {
      at[k] = here;
      here = other(walk[k], here);
    }
    return at;
  }

  /** Adds what pays and fits, the dearest first. */
  private void complete() {
    List<Integer> open = new ArrayList<>();
    for (int e = 0; e < chosen.length; e++) {
      if (!chosen[e] && hasRoom(e) && gain(e) > 0) {
        open.add(e);
      }
    }
    open.sort((x, y) -> Long.compare(gain(y), gain(x)));
    for (int e : open) {
      if (hasRoom(e) && gain(e) > 0) {
        chosen[e] = true;
        load[market.from[e]]++;
        load[market.to[e]]++;
      }
    }
  }

  private boolean hasRoom(int e) {
    return load[market.from[e]] < market.slots[market.from[e]]
        && load[market.to[e]] < market.slots[market.to[e]];
  }

  private long gain(int e) {
    long floors = load[market.from[e]] < market.floor[market.from[e]] ? 1 : 0;
    floors += load[market.to[e]] < market.floor[market.to[e]] ? 1 : 0;
    return market.weight[e] + floors * market.bonus;
  }
}
