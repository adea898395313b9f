package praya.round;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A round as it can be published: everybody can check it. Scores, prices and losses are in
 * ten-thousandths; prices in twenty-thousandths, because in one pool they may be halves.
 *
 * @param participants by id
 * @param pairs who meets, by ids
 * @param open candidates that do not meet
 */
public record RoundResult(
    Head head,
    List<Share> participants,
    List<Introduction> pairs,
    List<Refusal> open,
    List<Fairness> fairness,
    StableVariant stable,
    @Nullable Plan plan) {

  /**
   * What the whole rests on.
   *
   * @param objective the sum of the scores of all pairs
   * @param adjusted the objective without settled pairs and with the cost of change in it: what
   *     bound and prices speak of
   * @param bound no round that keeps as many floors has a higher adjusted objective
   * @param relaxed twice the bound that the prices alone prove
   * @param floors how the floors are kept
   * @param churn pairs that are not as in the previous round; null without one
   */
  public record Head(
      Origin origin,
      long objective,
      long adjusted,
      long bound,
      long relaxed,
      Floors floors,
      @Nullable Churn churn) {
    public long gap() {
      return bound - adjusted;
    }
  }

  /**
   * Where a result comes from.
   *
   * @param snapshot SHA-256 of the input in an order of its own
   */
  public record Origin(
      String solver, String weights, long seed, String snapshot, boolean twoSided) {}

  /**
   * Units of floors: a floor of 2 has two.
   *
   * @param most what is proven to be the most that can be kept
   * @param bonus what each counted in the search, in ten-thousandths
   */
  public record Floors(long wanted, long kept, long most, long bonus) {}

  public record Churn(int kept, int dropped, int added) {
    public int moved() {
      return dropped + added;
    }
  }

  /**
   * A participant and what it gets.
   *
   * @param price twice what one more slot would be worth; below 0 where its floor is paid for
   * @param without why its floor is not kept; null when it is
   */
  public record Share(
      Participant participant, int introductions, long price, @Nullable String without) {}

  /**
   * @param settled {@code must} or {@code locked}; null for what was chosen
   */
  public record Introduction(Pair pair, long score, @Nullable String settled) {}

  /**
   * A candidate that does not meet.
   *
   * @param rule the rule that excludes it; null when it could have met
   * @param loss twice what the round would lose at least, if it had to meet
   * @param full who has no slot left
   */
  public record Refusal(
      Pair pair, long score, @Nullable String rule, long loss, List<String> full) {}

  /** The round in which no two would rather have each other, beside the best one. */
  public record StableVariant(
      String method, Set<Pair> pairs, long objective, int blocking, int blockingOfBest, int none) {}

  /**
   * The meetings of a day.
   *
   * @param slots slot number, from 1 -> who meets, with the room where rooms are named
   * @param least no plan has fewer slots
   */
  public record Plan(EventDay day, SortedMap<Integer, List<Seat>> slots, int least) {
    public int used() {
      return slots.isEmpty() ? 0 : slots.lastKey();
    }
  }

  public record Seat(Pair pair, @Nullable String room) {}
}
