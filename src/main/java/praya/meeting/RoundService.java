package praya.meeting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import praya.domain.Action;
import praya.domain.Actor;
import praya.domain.Permission;
import praya.domain.Problem;
import praya.introduction.IntroductionService;
import praya.json.Json;
import praya.round.Fairness;
import praya.round.Pair;
import praya.store.Database;
import praya.store.Journal;

/** Rounds from draft to publication. A published one is never changed. */
public final class RoundService {
  private final Database database;
  private final Journal journal;
  private final RoundScores scores;
  private final Preparation preparation;
  private final Supplier<UUID> ids;
  private final Clock clock;
  private final RoundStore store;
  private final PublishedStore published;

  /** Where ids and moments come from. */
  public record Stamps(Supplier<UUID> ids, Clock clock) {}

  public RoundService(
      Database database,
      Journal journal,
      RoundScores scores,
      IntroductionService introductions,
      Stamps stamps) {
    this.database = database;
    this.journal = journal;
    this.scores = scores;
    this.ids = stamps.ids();
    this.clock = stamps.clock();
    this.store = new RoundStore(database);
    this.published = new PublishedStore(database);
    this.preparation = new Preparation(scores, introductions, published, clock);
  }

  /** All rounds, the latest first. */
  public List<Round> list(Actor actor) {
    Permission.require(actor, Action.READ_ROUNDS);
    return store.list();
  }

  /**
   * A round with all that belongs to it.
   *
   * @throws Problem.NotFound when there is none
   */
  public Review get(UUID id, Actor actor) {
    Permission.require(actor, Action.READ_ROUNDS);
    return database.inTransaction(() -> store.whole(store.find(id).orElseThrow(() -> none(id))));
  }

  private static Problem none(UUID id) {
    return new Problem.NotFound(
        "There is no round (" + id + "). Maybe it was discarded; see the list of rounds.");
  }

  /**
   * Sets a round up.
   *
   * @param values what stands in the fields of {@link RoundForm}
   * @throws Problem.InvalidInput with everything that is wrong with them
   */
  public Round create(Map<String, String> values, Actor actor) {
    Permission.require(actor, Action.RUN_ROUNDS);
    RoundForm.Written written = RoundForm.read(values, scores.sheets(), scores.today());
    var round =
        new Round(
            ids.get(),
            1,
            written.setting(),
            Round.State.DRAFT,
            new Round.Stamp(clock.instant(), actor.name()),
            null,
            null);
    return database.inTransaction(() -> {
      store.insert(new Review(round, written.guests(), written.rules(), List.of(), List.of()));
      note(round, null, "made", actor);
      return round;
    });
  }

  /**
   * What staff want of a solution.
   *
   * @param version the version of the round that they looked at
   * @param locked pairs that stay
   * @param removed pairs that do not meet
   * @param anew whether the scores are read again from the directory
   */
  public record Order(
      long version, Round.How how, Set<Pair> locked, Set<Pair> removed, boolean anew) {
    public Order {
      locked = Set.copyOf(locked);
      removed = Set.copyOf(removed);
    }
  }

  /**
   * Computes a round. A first time, and when it is asked for, scores are read from the directory;
   * otherwise those that it has stand, and as few pairs as possible change.
   *
   * @throws Problem.Conflict when it is no longer the one that was looked at, or it is published
   */
  public Round solve(UUID id, Order order, Actor actor) {
    Permission.require(actor, Action.RUN_ROUNDS);
    Review seen = get(id, actor);
    Round before = seen.round();
    requireSame(before, order.version());
    Review ready = preparation.roomy(Preparation.decided(seen, order));
    Round.Solution known = before.solution();
    LocalDate on = scores.today();
    String weights;
    if (order.anew() || known == null) {
      Preparation.Scored scored = preparation.score(ready);
      ready = scored.review();
      weights = scored.weights();
    } else {
      on = known.basis().on();
      weights = known.basis().weights();
    }
    // Nothing is locked while it computes; whoever writes meanwhile wins.
    Solver.Answer answer = Solver.solve(ready, order.how(), weights, on);
    var basis = new Round.Basis(clock.instant(), on, weights, answer.snapshot());
    Review solved = solved(ready, new Round.Solution(order.how(), basis, answer.proof()), answer);
    return database.inTransaction(() -> {
      requireVersion(id, order.version());
      store.solved(solved);
      note(solved.round(), before, "solved", actor);
      return solved.round();
    });
  }

  private static Review solved(Review ready, Round.Solution solution, Solver.Answer answer) {
    Round before = ready.round();
    var round =
        new Round(
            before.id(),
            before.version() + 1,
            before.setting(),
            Round.State.SOLVED,
            before.made(),
            solution,
            null);
    return new Review(
        round,
        ready.guests(),
        ready.rules(),
        ready.pairs().stream()
            .map(each -> each.chosen(answer.chosen().contains(each.pair())))
            .toList(),
        answer.curve());
  }

  /**
   * Publishes a solved round as suggestions.
   *
   * @throws Problem.Conflict when it is no longer the one that was looked at, or somebody would
   *     have more suggestions than the limit by now
   */
  public Round publish(UUID id, long version, Actor actor) {
    Permission.require(actor, Action.RUN_ROUNDS);
    return database.inTransaction(() -> {
      store.lockPublishing();
      Round before = requireVersion(id, version);
      if (before.solution() == null) {
        throw new Problem.Conflict(
            "The round (" + before.setting().name() + ") is not solved yet. Solve it first.");
      }
      requireWithinLimit(store.whole(before));
      var after =
          new Round(
              id,
              version + 1,
              before.setting(),
              Round.State.PUBLISHED,
              before.made(),
              before.solution(),
              new Round.Stamp(clock.instant(), actor.name()));
      store.update(after);
      note(after, before, "published", actor);
      return after;
    });
  }

  private void requireWithinLimit(Review review) {
    Map<String, Integer> open = published.openSince(preparation.since());
    Map<String, Integer> own =
        Solver.loads(review.chosen().stream().map(Considered::pair).toList());
    int most = review.round().setting().mostOpen();
    long over =
        own.entrySet().stream()
            .filter(each -> each.getValue() + open.getOrDefault(each.getKey(), 0) > most)
            .count();
    if (over > 0) {
      throw new Problem.Conflict(
          "With this round (%d) organisations would have more than (%d) open suggestions. Solve it"
                  .formatted(over, most)
              + " again, or drop pairs that are locked or a must.");
    }
  }

  /** Takes a round away that was not published. */
  public void discard(UUID id, long version, Actor actor) {
    Permission.require(actor, Action.RUN_ROUNDS);
    database.inTransaction(() -> {
      Round before = requireVersion(id, version);
      store.delete(id);
      note(null, before, "discarded", actor);
      return before;
    });
  }

  private Round requireVersion(UUID id, long version) {
    Round now = store.lock(id).orElseThrow(() -> none(id));
    requireSame(now, version);
    return now;
  }

  private static void requireSame(Round now, long version) {
    requireOpen(now);
    if (now.version() != version) {
      throw new Problem.Conflict(
          "Somebody else changed the round ("
              + now.setting().name()
              + ") meanwhile. Look at it again and repeat what is still needed.");
    }
  }

  private static void requireOpen(Round round) {
    if (round.state() == Round.State.PUBLISHED) {
      throw new Problem.Conflict(
          "The round ("
              + round.setting().name()
              + ") is published and never changed. Make another.");
    }
  }

  /** Suggestions of published rounds for the organisations that the actor acts for. */
  List<PublishedStore.Suggested> suggestions(Actor actor) {
    Permission.require(actor, Action.READ_SUGGESTIONS);
    return suggestedTo(actor.organisations());
  }

  private List<PublishedStore.Suggested> suggestedTo(Collection<UUID> organisations) {
    return organisations.isEmpty() ? List.of() : published.suggestedTo(organisations);
  }

  /**
   * How suggestions of all published rounds are spread over those who took part.
   *
   * @param never how many of them were never suggested to anybody
   */
  public record Spread(int organisations, int never, double gini) {}

  public Spread spread(Actor actor) {
    Permission.require(actor, Action.READ_ROUNDS);
    int[] loads = published.exposure().values().stream().mapToInt(Integer::intValue).toArray();
    int never = (int) java.util.Arrays.stream(loads).filter(load -> load == 0).count();
    return new Spread(loads.length, never, Fairness.gini(loads));
  }

  private void note(@Nullable Round after, @Nullable Round before, String done, Actor actor) {
    Round one = Objects.requireNonNull(after == null ? before : after);
    journal.note(
        actor,
        new Journal.Event("round", one.id().toString(), done),
        before == null ? null : text(before),
        after == null ? null : text(after));
  }

  /** Without the name, which staff write freely. */
  private static String text(Round round) {
    var json = new LinkedHashMap<String, Object>();
    json.put("version", round.version());
    json.put("state", round.state().code());
    json.put("seed", round.setting().seed());
    json.put("slots", round.setting().slots());
    Round.Solution solution = round.solution();
    if (solution != null) {
      json.put("variant", solution.how().variant().code());
      json.put("cap", solution.how().cap());
      json.put("weights", solution.basis().weights());
      json.put("snapshot", solution.basis().snapshot());
      json.put("objective", solution.proof().objective());
    }
    return Json.text(json);
  }
}
