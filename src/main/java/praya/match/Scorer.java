package praya.match;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import praya.domain.Match;

/** Judges one pair. */
public final class Scorer {
  private final Surroundings surroundings;
  private final Weights weights;

  public Scorer(Surroundings surroundings, Weights weights) {
    this.surroundings = surroundings;
    this.weights = weights;
  }

  /** The match with the reasons that gave points. */
  public Match score(VisibleSheet you, VisibleSheet them) {
    return new Match(them.organisation(), 0, 0, 0, List.of());
  }

  /** The same match with every criterion for each side, also those that gave 0 points and why. */
  public Match explain(VisibleSheet you, VisibleSheet them) {
    return score(you, them);
  }

  String weightsVersion() {
    return weights.version();
  }

  LocalDate asOf() {
    return surroundings.asOf();
  }

  boolean related(UUID a, UUID b) {
    return surroundings.graph().related(a, b);
  }
}
