package praya.scoring;

import java.util.List;
import java.util.Optional;
import praya.domain.LocalText;
import praya.domain.Match;
import praya.domain.Reason;
import praya.domain.Reason.Beneficiary;

/**
 * How one candidate stands: why it is where it is, and what would change that.
 *
 * @param match with every criterion for each side, also those without points
 * @param excluded why it is on no list at all, if so
 * @param rank 1 for the best; 0 when it is excluded
 * @param fitting how many fit at all
 * @param lifts changes of the asking organisation's own data after which the candidate is among the
 *     first, the smallest first; none when it is there, or when no single change does it
 */
public record Comparison(
    Match match, Optional<Exclusion> excluded, int rank, int fitting, List<Lift> lifts) {
  public Comparison {
    lifts = List.copyOf(lifts);
  }

  /** A change, with the score and rank that came out when it was tried. */
  public record Lift(Change change, double score, int rank) {
    public LocalText text() {
      return change.text();
    }
  }

  /**
   * What holds the score down most: of the side with the smaller fit, the weightiest criterion that
   * gives no points.
   */
  public Optional<Reason> missing() {
    Beneficiary weaker =
        match.fitForYou() <= match.fitForThem() ? Beneficiary.YOU : Beneficiary.THEM;
    // Criteria without points keep the order of their weight.
    return match.reasons().stream()
        .filter(reason -> reason.beneficiary() == weaker && reason.points() == 0)
        .findFirst();
  }
}
