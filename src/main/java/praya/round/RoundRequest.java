package praya.round;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Everything that a round is computed from. */
public record RoundRequest(
    List<Participant> participants,
    List<Candidate> candidates,
    Rules rules,
    @Nullable Previous previous,
    Settings settings,
    @Nullable EventDay day) {
  /**
   * A round that was published or reviewed before.
   *
   * @param change what each dropped and each new pair costs, in ten-thousandths
   */
  public record Previous(Set<Pair> pairs, long change) {}

  /**
   * How to solve.
   *
   * @param weights the version of the weights that made the scores, only passed on
   * @param seed decides between answers of the same worth
   * @param proposers the side that proposes in the stable variant; null for the first by name
   * @param caps limits of introductions to try for the fairness curve
   */
  public record Settings(
      String weights, long seed, @Nullable String proposers, List<Integer> caps) {
    public static Settings of(long seed) {
      return new Settings("", seed, null, List.of());
    }
  }

  public static RoundRequest of(List<Participant> participants, List<Candidate> candidates) {
    return new RoundRequest(participants, candidates, Rules.none(), null, Settings.of(0), null);
  }

  public RoundRequest with(Rules other) {
    return new RoundRequest(participants, candidates, other, previous, settings, day);
  }

  public RoundRequest with(@Nullable Previous other) {
    return new RoundRequest(participants, candidates, rules, other, settings, day);
  }

  public RoundRequest with(Settings other) {
    return new RoundRequest(participants, candidates, rules, previous, other, day);
  }

  public boolean isTwoSided() {
    return !participants.isEmpty() && participants.getFirst().side() != null;
  }
}
