package praya.meeting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import praya.round.Candidate;
import praya.round.Fairness;
import praya.round.Pair;
import praya.round.Participant;
import praya.round.RoundEngine;
import praya.round.RoundRequest;
import praya.round.RoundResult;
import praya.round.Rules;

/**
 * Takes what is kept of a round to the engine and back. Nothing else enters, so a round can be
 * computed again from its rows and comes out the same.
 */
final class Solver {
  /** What each pair costs that is not as before: a point of a score of 100. */
  private static final long CHANGE = Candidate.SCALE;

  /** Caps of the fairness curve. */
  private static final List<Integer> CAPS = List.of(20, 10, 5, 3, 2, 1);

  private Solver() {}

  /** What the engine says of a round, under the chosen cap and without one. */
  record Answer(Set<Pair> chosen, Round.Proof proof, String snapshot, List<Fairness> curve) {}

  /**
   * Computes a round.
   *
   * @param on the day from which the last meetings count back
   */
  static Answer solve(Review review, Round.How how, String weights, LocalDate on) {
    RoundRequest request = request(review, weights, on);
    RoundResult whole = RoundEngine.solve(request.with(caps(request)));
    RoundResult result =
        how.cap() == 0 ? whole : RoundEngine.solve(capped(request, how.cap(), review));
    boolean stable = how.variant() == Round.Variant.STABLE;
    Set<Pair> chosen =
        stable
            ? result.stable().pairs()
            : result.pairs().stream()
                .map(RoundResult.Introduction::pair)
                .collect(Collectors.toCollection(TreeSet::new));
    long objective = stable ? result.stable().objective() : result.head().objective();
    int[] floors = floors(result.participants(), chosen);
    return new Answer(
        chosen,
        new Round.Proof(
            objective,
            stable ? null : objective + result.head().gap(),
            floors[0],
            floors[1],
            stable ? result.stable().blocking() : result.stable().blockingOfBest()),
        result.head().origin().snapshot(),
        whole.fairness());
  }

  /** Everything that a round is computed from, without a cap. */
  private static RoundRequest request(Review review, String weights, LocalDate on) {
    int floor = review.round().setting().floor();
    List<Participant> people =
        review.guests().stream()
            .map(guest -> {
              int room = guest.room() == null ? guest.slots() : guest.room();
              return new Participant(guest.key(), null, room, Math.min(floor, room));
            })
            .toList();
    List<Candidate> candidates = new ArrayList<>();
    Set<Pair> locked = new TreeSet<>();
    Set<Pair> never = new TreeSet<>(review.rules().never());
    Set<Pair> earlier = new TreeSet<>();
    Map<Pair, LocalDate> met = new HashMap<>();
    for (Considered each : review.pairs()) {
      // Both sides want it alike: the score is reciprocal already.
      candidates.add(Candidate.of(each.pair().first(), each.pair().second(), each.score()));
      add(locked, each.pair(), each.locked());
      add(never, each.pair(), each.removed());
      add(earlier, each.pair(), each.earlier());
      if (each.met() != null) {
        met.put(each.pair(), each.met());
      }
    }
    var rules = new Rules(review.rules().must(), locked, never, List.of(), met, on, Rules.DAYS);
    return new RoundRequest(
        people,
        candidates,
        rules,
        earlier.isEmpty() ? null : new RoundRequest.Previous(earlier, CHANGE),
        new RoundRequest.Settings(weights, review.round().setting().seed(), null, List.of()),
        null);
  }

  private static void add(Set<Pair> pairs, Pair pair, boolean wanted) {
    if (wanted) {
      pairs.add(pair);
    }
  }

  private static RoundRequest.Settings caps(RoundRequest request) {
    int widest = request.participants().stream().mapToInt(Participant::slots).max().orElse(0);
    var old = request.settings();
    return new RoundRequest.Settings(
        old.weights(),
        old.seed(),
        old.proposers(),
        CAPS.stream().filter(cap -> cap < widest).toList());
  }

  /** Fewer slots for everybody, but never fewer than what is settled already. */
  private static RoundRequest capped(RoundRequest request, int cap, Review review) {
    Map<String, Integer> settled = settled(review);
    List<Participant> fewer =
        request.participants().stream()
            .map(one -> {
              int most = Math.max(cap, settled.getOrDefault(one.id(), 0));
              int slots = Math.min(one.slots(), most);
              return new Participant(one.id(), null, slots, Math.min(one.floor(), slots));
            })
            .toList();
    return new RoundRequest(
        fewer,
        request.candidates(),
        request.rules(),
        request.previous(),
        request.settings(),
        request.day());
  }

  /** How many pairs of each are decided before anything is computed. */
  static Map<String, Integer> settled(Review review) {
    Set<Pair> pairs = new TreeSet<>(review.rules().must());
    review.pairs().stream().filter(Considered::locked).map(Considered::pair).forEach(pairs::add);
    return loads(pairs);
  }

  static Map<String, Integer> loads(Collection<Pair> pairs) {
    Map<String, Integer> loads = new HashMap<>();
    for (Pair pair : pairs) {
      loads.merge(pair.first(), 1, Integer::sum);
      loads.merge(pair.second(), 1, Integer::sum);
    }
    return loads;
  }

  /** Units of floors that are wanted, and that are kept. */
  private static int[] floors(List<RoundResult.Share> shares, Set<Pair> chosen) {
    Map<String, Integer> loads = loads(chosen);
    return IntStream.of(
            shares.stream().mapToInt(share -> share.participant().floor()).sum(),
            shares.stream()
                .mapToInt(share ->
                    Math.min(
                        share.participant().floor(),
                        loads.getOrDefault(share.participant().id(), 0)))
                .sum())
        .toArray();
  }
}
