package praya.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import praya.json.Json;

class RoundEngineTest {
  private static final int TRIES = 300;

  /** Whoever has the file and the answer can check it without our code. */
  @Test
  void prices_proveTheBound() {
    Random random = new Random(1);
    for (int i = 0; i < TRIES; i++) {
      boolean twoSided = i % 2 == 0;
      RoundRequest request = RoundSamples.random(random, twoSided, 5 + random.nextInt(30), .3);
      RoundResult result = RoundEngine.solve(request);
      Map<String, Long> prices = new HashMap<>();
      result.participants().forEach(s -> prices.put(s.participant().id(), s.price()));
      RoundResult.Head head = result.head();
      long bound = -2 * head.floors().bonus() * head.floors().kept();
      for (Candidate c : request.candidates()) {
        bound += Math.max(0, 2 * c.score() - prices.get(c.from()) - prices.get(c.to()));
      }
      for (Participant p : request.participants()) {
        long price = prices.get(p.id());
        bound += p.floor() * Math.max(0, 2 * head.floors().bonus() + price);
        bound += (p.slots() - p.floor()) * Math.max(0, price);
      }
      assertThat(head.relaxed()).isEqualTo(bound).isGreaterThanOrEqualTo(2 * head.objective());
      assertThat(head.gap()).isZero();
      if (twoSided) {
        assertThat(bound).isEqualTo(2 * head.objective());
      }
      long sum = result.pairs().stream().mapToLong(RoundResult.Introduction::score).sum();
      assertThat(head.objective()).isEqualTo(sum);
    }
  }

  @Test
  void losses_areNotMoreThanForcingThePairCosts() {
    Random random = new Random(2);
    for (int i = 0; i < 40; i++) {
      RoundRequest request = RoundSamples.random(random, i % 2 == 0, 12, .4);
      RoundResult result = RoundEngine.solve(request);
      for (RoundResult.Refusal refusal : result.open()) {
        Map<String, Integer> slots = new HashMap<>();
        request.participants().forEach(p -> slots.put(p.id(), p.slots()));
        if (slots.get(refusal.pair().first()) == 0 || slots.get(refusal.pair().second()) == 0) {
          continue;
        }
        RoundResult forced =
            RoundEngine.solve(request.with(rules(Set.of(refusal.pair()), Set.of(), Set.of())));
        long floorsLost = result.head().floors().kept() - forced.head().floors().kept();
        long lost =
            floorsLost * result.head().floors().bonus()
                + result.head().objective()
                - forced.head().objective();
        long slack = result.head().relaxed() - 2 * result.head().adjusted();
        assertThat(2 * lost).isGreaterThanOrEqualTo(refusal.loss() - slack);
      }
    }
  }

  @Test
  void answer_doesNotDependOnTheOrderAndIsTheSameAgain() {
    Random random = new Random(3);
    for (int i = 0; i < 60; i++) {
      RoundRequest request =
          RoundSamples.random(random, i % 2 == 0, 20, .4)
              .with(new RoundRequest.Settings("v", i, null, List.of(2, 1)));
      String first = text(request);
      List<Participant> participants = new ArrayList<>(request.participants());
      List<Candidate> candidates = new ArrayList<>(request.candidates());
      Collections.shuffle(participants, random);
      Collections.shuffle(candidates, random);
      RoundRequest shuffled = RoundRequest.of(participants, candidates).with(request.settings());
      assertThat(text(shuffled)).isEqualTo(first).isEqualTo(text(request));
    }
  }

  @Test
  void rules_areKept() {
    Random random = new Random(4);
    LocalDate on = LocalDate.parse("2026-11-23");
    for (int i = 0; i < TRIES; i++) {
      RoundRequest request = RoundSamples.random(random, false, 14, .6);
      List<Pair> pairs = request.candidates().stream().map(Candidate::pair).toList();
      if (pairs.size() < 8) {
        continue;
      }
      Set<String> group = Set.of("p0", "p1", "p2", "p3");
      Map<Pair, LocalDate> met =
          Map.of(pairs.get(0), on.minusDays(89), pairs.get(1), on.minusDays(90));
      Rules rules =
          new Rules(Set.of(), Set.of(), Set.of(pairs.get(2)), List.of(group), met, on, 90);
      RoundResult result = RoundEngine.solve(request.with(rules));
      List<Pair> chosen = result.pairs().stream().map(RoundResult.Introduction::pair).toList();
      assertThat(chosen).doesNotContain(pairs.get(0), pairs.get(2));
      assertThat(chosen)
          .noneMatch(pair -> group.contains(pair.first()) && group.contains(pair.second()));
      Map<Pair, String> reasons = new HashMap<>();
      result.open().forEach(r -> reasons.put(r.pair(), String.valueOf(r.rule())));
      assertThat(reasons.getOrDefault(pairs.get(1), "null")).isIn("null", "conflict");
      assertThat(reasons.get(pairs.get(0))).isIn("met 2026-08-26", "conflict");
    }
  }

  @Test
  void previousRound_movesNoMoreThanItMust() {
    RoundRequest request = even();
    Set<Pair> before = Set.of(new Pair("a", "c"), new Pair("b", "d"));
    RoundResult again = RoundEngine.solve(request.with(new RoundRequest.Previous(before, 1)));
    assertThat(again.head().churn()).isEqualTo(new RoundResult.Churn(2, 0, 0));
    assertThat(again.head().objective()).isEqualTo(20_000);
    Rules locked = rules(Set.of(), Set.of(new Pair("a", "d")), Set.of());
    RoundResult moved =
        RoundEngine.solve(request.with(new RoundRequest.Previous(before, 1)).with(locked));
    assertThat(moved.head().churn()).isEqualTo(new RoundResult.Churn(0, 2, 2));
    assertThat(moved.pairs().getFirst().settled()).isEqualTo("locked");
  }

  @Test
  void seed_decidesBetweenEquals() {
    Set<Object> answers = new HashSet<>();
    for (int seed = 0; seed < 30; seed++) {
      answers.add(RoundEngine.solve(even().with(RoundRequest.Settings.of(seed))).pairs());
    }
    assertThat(answers).hasSize(2);
  }

  @Test
  void floors_whoCannotBeHelpedIsToldWhy() {
    RoundRequest request =
        RoundRequest.of(
            List.of(
                new Participant("hub", "x", 1, 1),
                new Participant("one", "y", 1, 1),
                new Participant("two", "y", 1, 1),
                new Participant("off", "y", 1, 1)),
            List.of(Candidate.of("hub", "one", 5), Candidate.of("hub", "two", 9)));
    RoundResult result = RoundEngine.solve(request);
    assertThat(result.head().floors()).isEqualTo(new RoundResult.Floors(4, 2, 2, 15));
    Map<String, String> without = new HashMap<>();
    result
        .participants()
        .forEach(s -> without.put(s.participant().id(), String.valueOf(s.without())));
    assertThat(without.get("one")).contains("needed for the floors of others");
    assertThat(without.get("off")).isEqualTo("It is in no pair that could meet.");
    assertThat(without.get("two")).isEqualTo("null");
  }

  @Test
  void caps_giveUpScoreForAMoreEvenRound() {
    List<Participant> people = new ArrayList<>();
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      people.add(new Participant("s" + i, "start-up", 2, 0));
      people.add(new Participant("i" + i, "investor", 100, 0));
      for (int j = 0; j < 10; j++) {
        candidates.add(Candidate.of("s" + i, "i" + j, 100 - j));
      }
    }
    RoundResult result =
        RoundEngine.solve(
            RoundRequest.of(people, candidates)
                .with(new RoundRequest.Settings("", 0, null, List.of(2, 5))));
    assertThat(result.fairness()).extracting(Fairness::cap).containsExactly(null, 5, 2);
    assertThat(result.fairness()).extracting(Fairness::most).containsExactly(10, 5, 2);
    assertThat(result.fairness().getLast().gini()).isZero();
    assertThat(result.fairness()).isSortedAccordingTo((a, b) -> Long.compare(b.score(), a.score()));
  }

  @Test
  void gini_ofOneWhoHasAll_isAllButItsShare() {
    assertThat(Fairness.gini(new int[] {0, 0, 0, 8})).isEqualTo(.75);
    assertThat(Fairness.gini(new int[] {2, 2})).isZero();
    assertThat(Fairness.gini(new int[0])).isZero();
  }

  private static RoundRequest even() {
    List<Participant> people = new ArrayList<>();
    for (String id : List.of("a", "b")) {
      people.add(new Participant(id, "x", 1, 1));
    }
    for (String id : List.of("c", "d")) {
      people.add(new Participant(id, "y", 1, 1));
    }
    List<Candidate> candidates = new ArrayList<>();
    for (String from : List.of("a", "b")) {
      for (String to : List.of("c", "d")) {
        candidates.add(Candidate.of(from, to, 10_000));
      }
    }
    return RoundRequest.of(people, candidates);
  }

  private static Rules rules(Set<Pair> must, Set<Pair> locked, Set<Pair> never) {
    return new Rules(must, locked, never, List.of(), Map.of(), null, 90);
  }

  private static String text(RoundRequest request) {
    return Json.text(RoundTree.of(request, RoundEngine.solve(request)));
  }
}
