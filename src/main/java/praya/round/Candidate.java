package praya.round;

/**
 * Two participants who could be introduced, with scores in ten-thousandths.
 *
 * @param score what the introduction is worth to the round
 * @param forth how much {@code from} wants it, for the stable variant
 * @param back how much {@code to} wants it
 */
public record Candidate(String from, String to, long score, long forth, long back) {
  /** Scores have four decimals at most, so that they are whole numbers inside. */
  public static final int SCALE = 10_000;

  /** A pair whose two sides want it alike. */
  public static Candidate of(String from, String to, long score) {
    return new Candidate(from, to, score, score, score);
  }

  /** A pair with two wants, worth their harmonic mean, rounded half up. */
  public static Candidate of(String from, String to, long forth, long back) {
    long sum = forth + back;
    long mean = sum == 0 ? 0 : (4 * forth * back + sum) / (2 * sum);
    return new Candidate(from, to, mean, forth, back);
  }

  public Pair pair() {
    return new Pair(from, to);
  }
}
