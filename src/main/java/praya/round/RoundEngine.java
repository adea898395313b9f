package praya.round;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Computes a whole round at once, with all that lets somebody check it. */
public final class RoundEngine {
  private final RoundRequest request;
  private final Market market;
  private final Choice choice;
  private final int[] load;

  private RoundEngine(RoundRequest request) {
    this.request = request;
    market = new Market(request);
    choice = solve(market);
    load = load(choice.chosen());
  }

  public static RoundResult solve(RoundRequest request) {
    return new RoundEngine(request).result();
  }

  private static Choice solve(Market market) {
    return market.twoSided ? TwoSided.solve(market) : Pool.solve(market);
  }

  private RoundResult result() {
    List<RoundResult.Introduction> pairs = meetings(choice.chosen());
    Set<Pair> met = new TreeSet<>();
    pairs.forEach(m -> met.add(m.pair()));
    return new RoundResult(
        head(met),
        shares(),
        pairs,
        open(),
        fairness(),
        stable(),
        request.day() == null ? null : Timetable.plan(met, request.day()));
  }

  /** Introductions of each, with those that were settled before. */
  private int[] load(boolean[] chosen) {
    int[] all = Choice.load(market, chosen);
    for (int i = 0; i < all.length; i++) {
      all[i] += market.settled[i];
    }
    return all;
  }

  private long settledScore() {
    return market.fixed.stream().mapToLong(Candidate::score).sum();
  }

  private long score(boolean[] chosen) {
    long sum = settledScore();
    for (int e = 0; e < chosen.length; e++) {
      sum += chosen[e] ? market.score[e] : 0;
    }
    return sum;
  }

  private RoundResult.Head head(Set<Pair> met) {
    long reached = Choice.reached(market, choice.chosen());
    long worth = Choice.worth(market, choice.chosen());
    long wanted = Arrays.stream(market.floor).asLongStream().sum();
    // Weights come to no less than most + 1 - bonus.
    long mostKept =
        choice.bound() == worth
            ? reached
            : Math.min(
                wanted,
                Math.floorDiv(choice.bound() + market.bonus - 1 - market.most, market.bonus));
    boolean floorsProven = mostKept == reached;
    long bound = floorsProven ? choice.bound() - market.bonus * reached : market.most;
    long relaxed = choice.relaxed() - 2 * market.bonus * reached;
    long before = settledFloors();
    return new RoundResult.Head(
        new RoundResult.Origin(
            market.twoSided
                ? "network simplex on the flow between two sides, exact"
                : "network simplex on the double cover, branch and bound",
            request.settings().weights(),
            request.settings().seed(),
            Snapshot.of(request),
            market.twoSided),
        score(choice.chosen()),
        worth - market.bonus * reached,
        bound,
        relaxed,
        new RoundResult.Floors(wanted + before, reached + before, mostKept + before, market.bonus),
        churn(met));
  }

  /** Units of floors that settled pairs keep. */
  private long settledFloors() {
    long all = request.participants().stream().mapToLong(Participant::floor).sum();
    return all - Arrays.stream(market.floor).asLongStream().sum();
  }

  private RoundResult.@Nullable Churn churn(Set<Pair> met) {
    if (request.previous() == null) {
      return null;
    }
    Set<Pair> before = request.previous().pairs();
    int kept = (int) before.stream().filter(met::contains).count();
    return new RoundResult.Churn(kept, before.size() - kept, met.size() - kept);
  }

  private List<RoundResult.Share> shares() {
    Map<String, Participant> byId = new HashMap<>();
    request.participants().forEach(p -> byId.put(p.id(), p));
    Map<String, List<String>> refused = new HashMap<>();
    market.excluded.forEach((pair, rule) -> {
      refused.computeIfAbsent(pair.first(), id -> new ArrayList<>()).add(rule);
      refused.computeIfAbsent(pair.second(), id -> new ArrayList<>()).add(rule);
    });
    int[] open = new int[market.size()];
    for (int e = 0; e < market.pairs(); e++) {
      open[market.from[e]]++;
      open[market.to[e]]++;
    }
    List<RoundResult.Share> shares = new ArrayList<>();
    for (int i = 0; i < market.size(); i++) {
      Participant participant = byId.get(market.ids[i]);
      if (participant == null) {
        continue;
      }
      List<String> rules = refused.getOrDefault(market.ids[i], List.of());
      String without =
          load[i] >= participant.floor()
              ? null
              : Reasons.without(open[i], rules, load[i] - market.settled[i]);
      shares.add(new RoundResult.Share(participant, load[i], choice.prices()[i], without));
    }
    shares.sort(Comparator.comparing(share -> share.participant().id()));
    return shares;
  }

  private List<RoundResult.Introduction> meetings(boolean[] chosen) {
    List<RoundResult.Introduction> pairs = new ArrayList<>();
    for (Candidate fixed : market.fixed) {
      boolean must = request.rules().must().contains(fixed.pair());
      pairs.add(
          new RoundResult.Introduction(fixed.pair(), fixed.score(), must ? "must" : "locked"));
    }
    for (int e = 0; e < chosen.length; e++) {
      if (chosen[e]) {
        pairs.add(new RoundResult.Introduction(market.pair(e), market.score[e], null));
      }
    }
    pairs.sort(Comparator.comparing(RoundResult.Introduction::pair));
    return pairs;
  }

  private List<RoundResult.Refusal> open() {
    List<RoundResult.Refusal> open = new ArrayList<>();
    Map<Pair, Long> scores = new HashMap<>();
    request.candidates().forEach(c -> scores.put(c.pair(), c.score()));
    market.excluded.forEach((pair, rule) ->
        open.add(new RoundResult.Refusal(pair, scores.getOrDefault(pair, 0L), rule, 0, List.of())));
    for (int e = 0; e < market.pairs(); e++) {
      if (!choice.chosen()[e]) {
        int a = market.from[e];
        int b = market.to[e];
        long loss = Math.max(0, choice.prices()[a] + choice.prices()[b] - 2 * market.weight[e]);
        Set<String> full = new TreeSet<>();
        for (int i : new int[] {a, b}) {
          if (load[i] >= market.slots[i] + market.settled[i]) {
            full.add(market.ids[i]);
          }
        }
        open.add(
            new RoundResult.Refusal(
                market.pair(e), market.score[e], null, loss, List.copyOf(full)));
      }
    }
    open.sort(Comparator.comparing(RoundResult.Refusal::pair));
    return open;
  }

  private List<Fairness> fairness() {
    long whole = score(choice.chosen());
    List<Fairness> curve = new ArrayList<>();
    curve.add(Fairness.of(null, exposure(load), whole, whole));
    int widest = 0;
    for (int i = 0; i < market.size(); i++) {
      widest = Math.max(widest, market.slots[i] + market.settled[i]);
    }
    for (int cap : new TreeSet<>(request.settings().caps()).descendingSet()) {
      boolean[] chosen = cap >= widest ? choice.chosen() : solve(market.capped(cap)).chosen();
      curve.add(Fairness.of(cap, exposure(load(chosen)), score(chosen), whole));
    }
    return curve;
  }

  /** Introductions of those who can have any. */
  private int[] exposure(int[] all) {
    return IntStream.range(0, all.length)
        .filter(i -> market.slots[i] + market.settled[i] > 0)
        .map(i -> all[i])
        .toArray();
  }

  private RoundResult.StableVariant stable() {
    boolean[] held = Stable.solve(market, request.settings().seed());
    Set<Pair> pairs = new TreeSet<>();
    meetings(held).forEach(m -> pairs.add(m.pair()));
    int[] shares = exposure(load(held));
    return new RoundResult.StableVariant(
        market.twoSided
            ? "deferred acceptance"
            : "highest score first; stable when both of a pair want it alike",
        pairs,
        score(held),
        Stable.blocking(market, held),
        Stable.blocking(market, choice.chosen()),
        (int) Arrays.stream(shares).filter(l -> l == 0).count());
  }
}
