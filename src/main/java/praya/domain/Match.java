package praya.domain;

import java.util.List;

/**
 * Two organisations with how well each serves the other.
 *
 * @param fitForYou 0 to 100, the sum of the points of the reasons for you
 * @param fitForThem likewise for them
 * @param score the harmonic mean of what both fits are worth as probabilities of a yes, 0 to 100
 */
public record Match(
    Organisation organisation, int fitForYou, int fitForThem, double score, List<Reason> reasons) {
  public Match {
    reasons = List.copyOf(reasons);
  }
}
