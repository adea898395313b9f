package praya.scoring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import praya.domain.Match;
import praya.domain.Reason;
import praya.domain.Reason.Beneficiary;

/**
 * Judges one pair of organisations from both sides.
 *
 * <p>Complementarity. What counts is that one side needs what the other gives. That both are alike
 * gives nothing: two that seek the same are rivals, and two that offer the same have no reason to
 * talk.
 *
 * <p>Both sides. Each side has its own fit, the sum of the points that the criteria give it, 0 to
 * 100. The score is the harmonic mean of what both fits are worth as probabilities of a yes, so it
 * is high only when both gain and 0 when one gains nothing (Pizzato et al., RECON, 2010). Swapping
 * the two swaps the fits and leaves the score.
 *
 * <p>Stated before known. Where a side has stated no need or no offer, what its entry tells takes
 * the place, for fewer points, under a code that starts with {@code known-} and with a sentence
 * that says so.
 *
 * <p>Points are whole numbers from the start, so they add up without a remainder. Immutable and
 * safe for any number of threads.
 */
public final class Scorer {
  private static final Comparator<Reason> MOST_POINTS_FIRST =
      Comparator.comparing(Reason::beneficiary)
          .thenComparing(Comparator.comparingInt(Reason::points).reversed());

  private final Pairing.Grounds grounds;
  private final Pairing.Grounds silent;

  public Scorer(Surroundings surroundings, Weights weights) {
    this.grounds =
        new Pairing.Grounds(
            surroundings,
            weights,
            new CapabilityLikeness(surroundings.taxonomy(), weights.likeness()),
            false);
    this.silent = grounds.silenced();
  }

  /** The match with the reasons that gave points. */
  public Match score(VisibleSheet you, VisibleSheet them) {
    return match(
        them, pairings(you, them, grounds).flatMap(pairing -> judge(pairing).stream()).toList());
  }

  /** The score alone, without the sentences that tell why: many times as fast. */
  double points(VisibleSheet you, VisibleSheet them) {
    int[] fits = new int[2];
    pairings(you, them, silent)
        .forEach(pairing -> {
          int side = pairing.beneficiary() == Beneficiary.YOU ? 0 : 1;
          for (Criterion criterion : Criterion.ALL) {
            fits[side] += criterion.judge(pairing).map(Reason::points).orElse(0);
          }
        });
    return harmonicMean(grounds.weights().chance(fits[0]), grounds.weights().chance(fits[1]));
  }

  /** The same match with every criterion for each side, also those that gave 0 points and why. */
  public Match explain(VisibleSheet you, VisibleSheet them) {
    return match(
        them,
        pairings(you, them, grounds).flatMap(pairing -> judgeAll(pairing).stream()).toList());
  }

  private Stream<Pairing> pairings(
      VisibleSheet you, VisibleSheet them, Pairing.Grounds on) {
    Meetings yourNeeds = meetings(you, them);
    Meetings theirNeeds = meetings(them, you);
    return Stream.of(
        new Pairing(Beneficiary.YOU, you, them, yourNeeds, theirNeeds, on),
        new Pairing(Beneficiary.THEM, them, you, theirNeeds, yourNeeds, on));
  }

  private Meetings meetings(VisibleSheet seeker, VisibleSheet giver) {
    return Meetings.of(seeker, giver, grounds.likeness(), grounds.weights().likeness());
  }

  private static List<Reason> judge(Pairing pairing) {
    List<Reason> reasons = new ArrayList<>();
    for (Criterion criterion : Criterion.ALL) {
      criterion.judge(pairing).ifPresent(reasons::add);
    }
    return reasons;
  }

  private static List<Reason> judgeAll(Pairing pairing) {
    return Criterion.ALL.stream()
        .map(criterion -> criterion.judge(pairing).orElseGet(() -> criterion.whyNot(pairing)))
        .toList();
  }

  private Match match(VisibleSheet them, List<Reason> reasons) {
    int fitForYou = fit(reasons, Beneficiary.YOU);
    int fitForThem = fit(reasons, Beneficiary.THEM);
    return new Match(
        them.organisation(),
        fitForYou,
        fitForThem,
        harmonicMean(grounds.weights().chance(fitForYou), grounds.weights().chance(fitForThem)),
        reasons.stream().sorted(MOST_POINTS_FIRST).toList());
  }

  private static int fit(List<Reason> reasons, Beneficiary beneficiary) {
    return reasons.stream()
        .filter(reason -> reason.beneficiary() == beneficiary)
        .mapToInt(Reason::points)
        .sum();
  }

  /** Rounded to two decimals; 0 if one is 0. */
  static double harmonicMean(double a, double b) {
    return a == 0 || b == 0 ? 0 : Math.round(200.0 * a * b / (a + b)) / 100.0;
  }

  /** Changes of your data that concern the other, the smallest first. */
  List<Change> changes(VisibleSheet you, VisibleSheet them) {
    return new Changes(you, them, grounds.surroundings()).all();
  }

  String weightsVersion() {
    return grounds.weights().version();
  }

  LocalDate asOf() {
    return grounds.surroundings().asOf();
  }

  boolean related(UUID a, UUID b) {
    return grounds.surroundings().graph().related(a, b);
  }
}
