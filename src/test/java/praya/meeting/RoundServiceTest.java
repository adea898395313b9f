package praya.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import praya.domain.Actor;
import praya.domain.Audience;
import praya.domain.Problem;
import praya.domain.Role;
import praya.domain.Viewer;
import praya.graph.EcosystemGraph;
import praya.match.PartnerService;
import praya.match.WholeDirectory;
import praya.round.Pair;
import praya.scoring.Weights;
import praya.testkit.TestCore;

/** Rounds over the seed, from draft to publication, with the laws that a stored result keeps. */
class RoundServiceTest {
  private static final Actor STAFF = TestCore.TESTER;
  private static final Round.How WELFARE = new Round.How(Round.Variant.WELFARE, 0);

  private final TestCore test = TestCore.seeded();
  private RoundService rounds;

  @BeforeEach
  void join() {
    rounds = service(test);
  }

  @AfterEach
  void close() {
    test.close();
  }

  private static RoundService service(TestCore test) {
    var core = test.core();
    var graph = EcosystemGraph.of(core.relations().listAll(Viewer.STAFF));
    var views =
        new PartnerService.Views() {
          @Override
          public EcosystemGraph graph(Audience audience) {
            return graph;
          }

          @Override
          public long position() {
            return 0;
          }

          @Override
          public void await(long position) {}

          @Override
          public long revision() {
            return 0;
          }
        };
    var scores =
        new RoundScores(
            new WholeDirectory(core.organisations(), core.exchanges()),
            core.taxonomy(),
            views,
            () -> Weights.FIRST,
            Clock.systemUTC());
    return new RoundService(
        core.database(),
        core.journal(),
        scores,
        core.introductions(),
        new RoundService.Stamps(UUID::randomUUID, Clock.systemUTC()));
  }

  private static Map<String, String> fields(String... more) {
    Map<String, String> values =
        new HashMap<>(
            Map.of(
                "name",
                "Autumn",
                "who",
                "needs",
                "slots",
                "3",
                "floor",
                "1",
                "mostOpen",
                "4",
                "seed",
                "7"));
    for (int i = 0; i < more.length; i += 2) {
      values.put(more[i], more[i + 1]);
    }
    return values;
  }

  private Review solved(String... more) {
    Round round = rounds.create(fields(more), STAFF);
    rounds.solve(round.id(), order(1, WELFARE), STAFF);
    return rounds.get(round.id(), STAFF);
  }

  private static RoundService.Order order(long version, Round.How how) {
    return new RoundService.Order(version, how, Set.of(), Set.of(), false);
  }

  @Test
  void round_isSolvedWithinItsRules_andTheStoredResultKeepsTheLaws() {
    Review review = solved();
    assertThat(review.chosen()).hasSizeGreaterThan(10);
    Map<String, Integer> loads =
        Solver.loads(review.chosen().stream().map(Considered::pair).toList());
    review
        .guests()
        .forEach(guest ->
            assertThat(loads.getOrDefault(guest.key(), 0)).isLessThanOrEqualTo(guest.slots()));
    Round.Proof proof = review.round().solution().proof();
    assertThat(review.chosen().stream().mapToLong(Considered::score).sum())
        .isEqualTo(proof.objective());
    assertThat(proof.gap()).isNotNegative();
    assertThat(proof.floorsKept())
        .isEqualTo(
            review.guests().stream()
                .mapToInt(guest -> Math.min(1, loads.getOrDefault(guest.key(), 0)))
                .sum());
    assertThat(review.curve().getFirst().kept()).isEqualTo(1.0);
    assertThat(review.curve()).hasSize(3);
    assertThat(review.chosen())
        .as("nobody meets again too soon")
        .allMatch(each -> each.met() == null);
    Solver.Answer again =
        Solver.solve(
            review,
            WELFARE,
            review.round().solution().basis().weights(),
            review.round().solution().basis().on());
    assertThat(again.snapshot()).isEqualTo(review.round().solution().basis().snapshot());
    assertThat(again.proof()).isEqualTo(proof);
    assertThat(again.chosen())
        .isEqualTo(review.chosen().stream().map(Considered::pair).collect(Collectors.toSet()));
  }

  @Test
  void round_setUpTwice_comesOutTheSame() {
    Review one = solved();
    Review other = solved();
    assertThat(other.pairs()).isEqualTo(one.pairs());
    assertThat(other.curve()).isEqualTo(one.curve());
    assertThat(other.round().solution().basis().snapshot())
        .isEqualTo(one.round().solution().basis().snapshot());
  }

  @Test
  void pairs_thatAreLockedAndRemoved_areSo_andLittleElseChanges() {
    Review before = solved();
    Pair locked = before.chosen().getFirst().pair();
    Pair removed = before.chosen().getLast().pair();
    rounds.solve(
        before.round().id(),
        new RoundService.Order(2, WELFARE, Set.of(locked), Set.of(removed), false),
        STAFF);
    Review after = rounds.get(before.round().id(), STAFF);
    Set<Pair> now = after.chosen().stream().map(Considered::pair).collect(Collectors.toSet());
    assertThat(now).contains(locked).doesNotContain(removed);
    Set<Pair> gone = before.chosen().stream().map(Considered::pair).collect(Collectors.toSet());
    gone.removeAll(now);
    assertThat(gone.size()).isLessThan(before.chosen().size() / 4);
    rounds.solve(
        before.round().id(),
        new RoundService.Order(
            3, new Round.How(Round.Variant.STABLE, 1), Set.of(), Set.of(removed), true),
        STAFF);
    Review stable = rounds.get(before.round().id(), STAFF);
    assertThat(stable.round().solution().proof().blocking()).isZero();
    assertThat(stable.round().solution().proof().bound()).isNull();
    assertThat(Solver.loads(stable.chosen().stream().map(Considered::pair).toList()).values())
        .allMatch(load -> load == 1);
    assertThat(stable.chosen()).noneMatch(each -> each.pair().equals(removed));
  }

  @Test
  void publishedRound_isNeverChanged_andIsNotSuggestedAgain() {
    Review first = solved();
    UUID id = first.round().id();
    rounds.publish(id, 2, STAFF);
    assertThatThrownBy(() -> rounds.publish(id, 3, STAFF)).isInstanceOf(Problem.Conflict.class);
    assertThatThrownBy(() -> rounds.discard(id, 3, STAFF)).isInstanceOf(Problem.Conflict.class);
    assertThatThrownBy(() -> rounds.solve(id, order(3, WELFARE), STAFF))
        .isInstanceOf(Problem.Conflict.class);
    for (String sql :
        List.of(
            "update round set name = 'Other'",
            "delete from round",
            "update round_pair set chosen = not chosen",
            "insert into round_curve values ('" + id + "', 9, 1, 1, 0, 0, 1, 0)")) {
      assertThatThrownBy(() -> test.execute(sql)).hasMessageContaining("never changed");
    }
    Review second = solved();
    Set<Pair> again = new HashSet<>(second.chosen().stream().map(Considered::pair).toList());
    first.chosen().forEach(each -> assertThat(again).doesNotContain(each.pair()));
    Map<String, Integer> loads =
        Solver.loads(first.chosen().stream().map(Considered::pair).toList());
    Solver.loads(again)
        .forEach((guest, load) ->
            assertThat(load + loads.getOrDefault(guest, 0)).as("open").isLessThanOrEqualTo(4));
    RoundService.Spread spread = rounds.spread(STAFF);
    assertThat(spread.organisations()).isEqualTo(first.guests().size());
    assertThat(spread.never()).isEqualTo(first.guests().size() - loads.size());
  }

  @Test
  void limit_thatAnotherRoundUsedUpMeanwhile_refusesPublication() {
    Review one = solved("mostOpen", "3");
    Review other = solved("mostOpen", "3");
    rounds.publish(one.round().id(), 2, STAFF);
    assertThatThrownBy(() -> rounds.publish(other.round().id(), 2, STAFF))
        .isInstanceOf(Problem.Conflict.class)
        .hasMessageContaining("more than (3) open suggestions");
  }

  @Test
  void rules_hold_andWhatIsWrongIsToldTogether() {
    List<String> slugs =
        new ArrayList<>(
            test.query("select slug from organisation where fictional order by slug limit 4"));
    Review review =
        solved(
            "who", "named",
            "organisations", String.join("\n", slugs),
            "must", slugs.get(0) + " " + slugs.get(1),
            "never", slugs.get(1) + " " + slugs.get(2) + ", " + slugs.get(3),
            "exceptions", slugs.get(3) + " 0");
    assertThat(review.rules().must()).hasSize(1);
    assertThat(review.rules().never()).hasSize(3);
    Set<Pair> now = review.chosen().stream().map(Considered::pair).collect(Collectors.toSet());
    assertThat(now)
        .containsAll(review.rules().must())
        .doesNotContainAnyElementsOf(review.rules().never());
    assertThatThrownBy(() ->
            rounds.create(
                fields(
                    "name",
                    "",
                    "slots",
                    "0",
                    "floor",
                    "x",
                    "mostOpen",
                    "501",
                    "who",
                    "named",
                    "organisations",
                    "grey-owl",
                    "must",
                    "a b",
                    "exceptions",
                    "c"),
                STAFF))
        .isInstanceOfSatisfying(
            Problem.InvalidInput.class,
            problem ->
                assertThat(problem.faults().stream().map(fault -> fault.field()).toList())
                    .contains(
                        "name",
                        "slots",
                        "floor",
                        "mostOpen",
                        "organisations",
                        "must",
                        "exceptions"));
  }

  @Test
  void twoStaff_whoPublishOrSolveAtOnce_oneIsRefused() throws Exception {
    Review review = solved();
    UUID id = review.round().id();
    try (ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Boolean>> tasks =
          IntStream.range(0, 4)
              .<Callable<Boolean>>mapToObj(i ->
                  () -> {
                    try {
                      if (i % 2 == 0) {
                        rounds.publish(id, 2, STAFF);
                      } else {
                        rounds.solve(id, order(2, WELFARE), STAFF);
                      }
                      return true;
                    } catch (Problem.Conflict second) {
                      return false;
                    }
                  })
              .toList();
      assertThat(both.invokeAll(tasks).stream().filter(done -> done.resultNow()).count())
          .isEqualTo(1);
    }
  }

  @Test
  void membersAndStrangers_mayNot() {
    for (Actor actor : List.of(Actor.ANYONE, new Actor("account:x", Role.MEMBER))) {
      assertThatThrownBy(() -> rounds.list(actor)).isInstanceOf(Problem.class);
      assertThatThrownBy(() -> rounds.create(fields(), actor)).isInstanceOf(Problem.class);
      assertThatThrownBy(() -> rounds.publish(UUID.randomUUID(), 1, actor))
          .isNotInstanceOf(Problem.NotFound.class);
    }
    assertThatThrownBy(() -> rounds.get(UUID.randomUUID(), STAFF))
        .isInstanceOf(Problem.NotFound.class);
  }
}
