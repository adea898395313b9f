package praya.scoring;

import java.util.Optional;

/**
 * All numbers of the engine, in one place. The version is told with every list, so that a score can
 * be understood later; a changed number is another version.
 *
 * @param calibration what a fit is worth as the probability of a yes; empty as long as too few
 *     answers are known, and then a fit stands for itself
 */
public record Weights(
    String version,
    Maxima maxima,
    Known known,
    Likeness likeness,
    Scale scale,
    Optional<Calibration> calibration) {

  /** What holds until staff save another version. */
  public static final Weights FIRST =
      new Weights(
          "2026-11-1", Maxima.FIRST, Known.FIRST, Likeness.FIRST, Scale.FIRST, Optional.empty());

  /** The same numbers as another version with its own curve. */
  public Weights as(String other, Optional<Calibration> curve) {
    return new Weights(other, maxima, known, likeness, scale, curve);
  }

  /**
   * The probability in percent that a side with this fit says yes. A fit of 0 is a veto and stays
   * 0, whatever others with little fit answered.
   *
   * @param fit 0 to 100
   */
  public double chance(int fit) {
    return fit == 0 ? 0 : calibration.map(curve -> 100 * curve.probability(fit)).orElse(1.0 * fit);
  }

  /** This share of the points, as a whole number. */
  static int part(int points, double share) {
    return (int) Math.round(points * share);
  }

  /**
   * The most points that each place can give to one side. They sum to 100.
   *
   * @param needOffer a need of the side meets an offer: what the side is here for, hence the most
   * @param needProfile the other's entry covers the need: weaker than an offer, since nobody said
   *     that it is for sale, yet it bears out an offer that there is
   * @param taker an offer of the side is wanted: a supplier gains a customer, but it pays with work
   * @param sector knows the trade: helps, decides nothing alone
   * @param sharedRelation known to the same people: a link predictor on its own (Zhou, Lü and
   *     Zhang, 2009)
   * @param compute a compute need and a holder: rare and a matter of rules, so few points
   * @param freshness a need stated lately is likelier to be still alive
   */
  public record Maxima(
      int needOffer,
      int needProfile,
      int taker,
      int sector,
      int sharedRelation,
      int compute,
      int freshness) {
    static final Maxima FIRST = new Maxima(30, 15, 25, 10, 10, 5, 5);

    public Maxima {
      int sum = needOffer + needProfile + taker + sector + sharedRelation + compute + freshness;
      if (sum != 100) {
        throw new IllegalArgumentException("The maxima (%d) must sum to 100.".formatted(sum));
      }
    }
  }

  /**
   * The most points where a side has stated nothing, each in the place of a stated criterion. What
   * nobody stated is a guess from the entry: layers and capabilities give no more than the weakest
   * stated fit, and no guess more than half of its place.
   *
   * @param layer in the place of {@code needOffer}: the other's layer serves the side's
   * @param capability in the place of {@code needProfile}: a neighbouring capability in the sector
   * @param taker in the place of {@code taker}: the side's layer serves the other's
   * @param sector in the place of {@code sector}: both work in it
   * @param confirmed in the place of {@code freshness}: both entries were confirmed lately
   * @param servedLayer the layer that all other layers serve, as the ecosystem describes itself; a
   *     code of the taxonomy, and nothing is known from layers where the taxonomy lacks it
   */
  public record Known(
      int layer, int capability, int taker, int sector, int confirmed, String servedLayer) {
    static final Known FIRST = new Known(10, 5, 8, 5, 2, "industry-application");
  }

  /**
   * How near two capabilities are, and how much of a need has to be covered, 0 to 1.
   *
   * @param groupOfTerm one is the group of the other: the source was not more precise
   * @param sameGroup two terms of one group: akin, rarely a substitute
   * @param enough the least coverage that counts at all; below a third the likeness is chance
   * @param unspecified coverage of a need that names no capability by an offer of the same kind
   * @param profileOnly share of {@code taker} when the entry covers the need but no offer does
   */
  public record Likeness(
      double groupOfTerm, double sameGroup, double enough, double unspecified, double profileOnly) {
    static final Likeness FIRST = new Likeness(0.6, 0.35, 1.0 / 3, 0.5, 0.6);
  }

  /**
   * Where measures reach their full points.
   *
   * @param sharedRelation resource allocation of one shared neighbour that knows only these two; a
   *     hub with forty relations then rounds to no point
   * @param freshDays a need this young has full points: one round of monthly meetings
   * @param staleDays a need or confirmation this old has none: everything is asked again each year
   */
  public record Scale(double sharedRelation, int freshDays, int staleDays) {
    static final Scale FIRST = new Scale(0.5, 30, 365);
  }
}
