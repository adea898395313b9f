package praya.network;

/**
 * The chance that an introduction is passed on over a tie, by how close the two are and how old
 * what is known of them is.
 *
 * <p>Closeness is an inverted U: ties with about ten shared contacts open most doors, weaker ones
 * are strangers, stronger ones know the same people (Rajkumar and others, Science 377, 2022). The
 * figures are set by judgement, not measured: the highest chance, the lowest, and how fast age
 * counts. Only the order of ways rests on them.
 */
public final class TieChance implements IntroductionPaths.Chance {
  /** Shared contacts at which a tie opens most. */
  static final int BEST = 10;

  /** Nobody passes everything on. */
  static final double HIGHEST = 0.8;

  /** A known relation without any shared contact is still one. */
  static final double LOWEST = 0.3;

  /** Years after which a relation is worth half. */
  static final double HALF_LIFE = 8;

  private final Network<?> network;
  private final Age age;

  /** How old what is known of a tie is. */
  public interface Age {
    /** In years; 0 where nothing says when it began, which is then no reproach. */
    double years(int from, int to);
  }

  public TieChance(Network<?> network, Age age) {
    this.network = network;
    this.age = age;
  }

  @Override
  public double of(int from, int index) {
    int to = network.neighbour(index);
    double close = shape(shared(from, to));
    double kept = Math.pow(0.5, age.years(from, to) / HALF_LIFE);
    return (LOWEST + (HIGHEST - LOWEST) * close) * kept;
  }

  /** 1 at the best number of shared contacts, falling to both sides. */
  static double shape(int shared) {
    double part = (shared + 1.0) / (BEST + 1.0);
    return part * Math.exp(1 - part);
  }

  /** How many neighbours both have: two sorted rows, walked once. */
  private int shared(int a, int b) {
    int i = network.begin(a);
    int j = network.begin(b);
    int shared = 0;
    while (i < network.begin(a + 1) && j < network.begin(b + 1)) {
      int difference = network.neighbour(i) - network.neighbour(j);
      shared += difference == 0 ? 1 : 0;
      i += difference <= 0 ? 1 : 0;
      j += difference >= 0 ? 1 : 0;
    }
    return shared;
  }
}
