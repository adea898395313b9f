package praya.round;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import praya.domain.Problem;

/**
 * A round in arrays, after the rules: participants and the pairs that are open, in an order that
 * follows from the seed and the ids alone. What is settled has been taken from slots and floors.
 */
final class Market {
  final String[] ids;

  /** 0 or 1; all 0 in one pool. */
  final int[] side;

  final int[] slots;
  final int[] floor;
  final int[] settled;
  final int[] from;
  final int[] to;
  final long[] score;
  final long[] forth;
  final long[] back;

  /** The score with the cost of change in it. */
  final long[] weight;

  /** Worth more than all scores together: what a kept floor counts. */
  final long bonus;

  /** Scores lie between the two, whatever is chosen. */
  final long most;

  final boolean twoSided;
  final List<Candidate> fixed;
  final TreeMap<Pair, String> excluded;

  Market(RoundRequest request) {
    long seed = request.settings().seed();
    Rules rules = request.rules();
    twoSided = request.isTwoSided();
    List<Participant> people = new ArrayList<>(request.participants());
    Map<String, Long> luck = new HashMap<>();
    people.forEach(p -> luck.put(p.id(), Seeded.of(seed, p.id())));
    people.sort(
        Comparator.comparing((Participant p) -> luck.getOrDefault(p.id(), 0L))
            .thenComparing(Participant::id));
    int n = people.size();
    ids = new String[n];
    side = new int[n];
    slots = new int[n];
    floor = new int[n];
    settled = new int[n];
    Map<String, Integer> number = new HashMap<>();
    String second = firstSide(request);
    for (int i = 0; i < n; i++) {
      Participant p = people.get(i);
      ids[i] = p.id();
      slots[i] = p.slots();
      floor[i] = p.floor();
      side[i] = p.side() == null || p.side().equals(second) ? 0 : 1;
      number.put(p.id(), i);
    }
    Map<Pair, Candidate> open = new HashMap<>();
    excluded = new TreeMap<>();
    Map<Pair, Candidate> settledPairs = new TreeMap<>();
    for (Candidate candidate : request.candidates()) {
      Pair pair = candidate.pair();
      String reason = rules.excludes(pair);
      if (rules.fixes(pair)) {
        settledPairs.put(pair, candidate);
      } else if (reason != null) {
        excluded.put(pair, reason);
      } else {
        open.put(pair, candidate);
      }
    }
    for (Set<Pair> pairs : List.of(rules.must(), rules.locked())) {
      pairs.forEach(p -> settledPairs.putIfAbsent(p, Candidate.of(p.first(), p.second(), 0)));
    }
    fixed = List.copyOf(settledPairs.values());
    for (Pair pair : settledPairs.keySet()) {
      for (String id : List.of(pair.first(), pair.second())) {
        int i = number.getOrDefault(id, -1);
        settled[i]++;
        slots[i]--;
        floor[i] = Math.max(0, floor[i] - 1);
      }
    }
    int m = open.size();
    from = new int[m];
    to = new int[m];
    score = new long[m];
    forth = new long[m];
    back = new long[m];
    weight = new long[m];
    fill(open.values(), number, request.previous());
    long[] range = range();
    most = range[1];
    bonus = range[1] - range[0] + 1;
    requireRoom();
  }

  private static @Nullable String firstSide(RoundRequest request) {
    if (request.settings().proposers() != null) {
      return request.settings().proposers();
    }
    TreeSet<String> sides = new TreeSet<>();
    for (Participant participant : request.participants()) {
      if (participant.side() != null) {
        sides.add(participant.side());
      }
    }
    return sides.isEmpty() ? null : sides.first();
  }

  private void fill(
      Iterable<Candidate> open, Map<String, Integer> number, RoundRequest.@Nullable Previous past) {
    List<Candidate> sorted = new ArrayList<>();
    open.forEach(c -> {
      int a = number.getOrDefault(c.from(), -1);
      int b = number.getOrDefault(c.to(), -1);
      boolean turn = side[a] != side[b] ? side[a] == 1 : a > b;
      sorted.add(turn ? new Candidate(c.to(), c.from(), c.score(), c.back(), c.forth()) : c);
    });
    sorted.sort(
        Comparator.comparing((Candidate c) -> number.getOrDefault(c.from(), -1))
            .thenComparing(c -> number.getOrDefault(c.to(), -1)));
    for (int e = 0; e < from.length; e++) {
      Candidate c = sorted.get(e);
      from[e] = number.getOrDefault(c.from(), -1);
      to[e] = number.getOrDefault(c.to(), -1);
      score[e] = c.score();
      forth[e] = c.forth();
      back[e] = c.back();
      weight[e] = c.score();
      if (past != null) {
        weight[e] += past.pairs().contains(c.pair()) ? past.change() : -past.change();
      }
    }
  }

  /** The least and the most that weights can come to. */
  private long[] range() {
    long least = 0;
    long greatest = 0;
    long best = 0;
    for (long w : weight) {
      least += Math.min(0, w);
      greatest += Math.max(0, w);
      best = Math.max(best, w);
    }
    long room = Arrays.stream(slots).asLongStream().sum() / 2 + 1;
    if (best > 0 && room < greatest / best) {
      greatest = room * best;
    }
    return new long[] {least, greatest};
  }

  private void requireRoom() {
    long floors = Arrays.stream(floor).asLongStream().sum() + 8;
    if (bonus > Long.MAX_VALUE / 8 / floors) {
      throw new Problem.InvalidInput(
          "scores",
          Long.toString(most / Candidate.SCALE),
          "The scores are too large for so many floors. Divide all of them by the same number.");
    }
  }

  int size() {
    return ids.length;
  }

  int pairs() {
    return from.length;
  }

  Pair pair(int e) {
    return new Pair(ids[from[e]], ids[to[e]]);
  }

  /** The same market with fewer slots for everybody; what is settled stays. */
  Market capped(int cap) {
    return new Market(this, cap);
  }

  private Market(Market other, int cap) {
    ids = other.ids;
    side = other.side;
    settled = other.settled;
    from = other.from;
    to = other.to;
    score = other.score;
    forth = other.forth;
    back = other.back;
    weight = other.weight;
    bonus = other.bonus;
    most = other.most;
    twoSided = other.twoSided;
    fixed = other.fixed;
    excluded = other.excluded;
    slots = new int[ids.length];
    floor = new int[ids.length];
    for (int i = 0; i < ids.length; i++) {
      slots[i] = Math.min(other.slots[i], Math.max(0, cap - settled[i]));
      floor[i] = Math.min(other.floor[i], slots[i]);
    }
  }
}
