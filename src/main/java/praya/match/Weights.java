package praya.match;

/**
 * All numbers of the engine, in one place. The version is told with every list, so that a score can
 * be understood later; whoever changes a number changes it.
 *
 * @param likeness how near two capabilities are
 */
public record Weights(String version, Maxima maxima, Known known, Likeness likeness) {

  public static final Weights CURRENT =
      new Weights("2026-11-1", Maxima.CURRENT, Known.CURRENT, Likeness.CURRENT);

  /**
   * The most points that each place can give to one side. They sum to 100.
   *
   * @param needOffer a need of the side meets an offer: what the side is here for, hence the most
   * @param needProfile the other's entry covers the need: weaker than an offer, since nobody said
   *     that it is for sale, yet it bears out an offer that there is
   * @param taker an offer of the side is wanted: a supplier gains a customer, but it pays with work
   * @param sector knows the trade: helps, decides nothing alone
   * @param sharedRelation known to the same people: a link predictor on its own (MATCHING.md 1.3)
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
    static final Maxima CURRENT = new Maxima(30, 15, 25, 10, 10, 5, 5);

    public Maxima {
      int sum = needOffer + needProfile + taker + sector + sharedRelation + compute + freshness;
      if (sum != 100) {
        throw new IllegalArgumentException("The maxima (%d) must sum to 100.".formatted(sum));
      }
    }
  }

  /**
   * The most points where a side has stated nothing, each in the place of a stated criterion and
   * never more than that. All are below half: what nobody stated is a guess from the entry.
   *
   * @param layer in the place of {@code needOffer}: the other's layer serves the side's
   * @param capability in the place of {@code needProfile}: a neighbouring capability in the sector
   * @param taker in the place of {@code taker}: the side's layer serves the other's
   * @param confirmed in the place of {@code freshness}: both entries were confirmed lately
   */
  public record Known(int layer, int capability, int taker, int confirmed) {
    static final Known CURRENT = new Known(12, 7, 10, 2);
  }

  /**
   * How near two capabilities of the two-level taxonomy are, 0 to 1.
   *
   * @param groupOfTerm one is the group of the other: the source was not more precise
   * @param sameGroup two terms of one group: akin, rarely a substitute
   * @param enough the least coverage of a need that counts at all; below it the likeness is chance
   * @param profileOnly share of {@code taker} when the entry covers the need but no offer does
   */
  public record Likeness(double groupOfTerm, double sameGroup, double enough, double profileOnly) {
    static final Likeness CURRENT = new Likeness(0.6, 0.35, 0.34, 0.6);
  }
}
