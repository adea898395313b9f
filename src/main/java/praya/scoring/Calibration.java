package praya.scoring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a one-sided score is worth as a probability of a yes: a rising curve through points, level
 * outside them, straight between them.
 *
 * <p>Fitted by pooling adjacent violators (Ayer and others, 1955); each pool is drawn towards the
 * share of all by {@link #PRIOR} imagined outcomes, so that few outcomes claim little. The straight
 * lines keep apart scores that a step would make level.
 *
 * @param points by rising score; at least one; probabilities above 0 and below 1 that never fall
 */
public record Calibration(List<Point> points) {
  /** Imagined outcomes in each pool: the m of the m-estimate (Cestnik, 1990). */
  public static final int PRIOR = 3;

  /** A score and how often it became a yes. */
  public record Point(double score, double probability) {}

  /** What somebody decided at a score. */
  public record Choice(double score, boolean chosen) {}

  public Calibration {
    points = List.copyOf(points);
    if (points.isEmpty()) {
      throw new IllegalArgumentException("A calibration needs a point.");
    }
  }

  /** The curve of these choices, whose order means nothing; one half for none. */
  public static Calibration fit(List<Choice> choices) {
    double yes = choices.stream().filter(Choice::chosen).count();
    // Half an outcome of each kind keeps 0 and 1 for what can never or must happen.
    double share = (yes + 0.5) / (choices.size() + 1);
    List<Pool> pools = new ArrayList<>();
    for (Pool pool : byScore(choices)) {
      pools.add(pool);
      while (pools.size() > 1 && pools.get(pools.size() - 2).rate() >= pools.getLast().rate()) {
        Pool last = pools.removeLast();
        pools.set(pools.size() - 1, pools.getLast().with(last));
      }
    }
    List<Point> points = new ArrayList<>();
    double floor = 0;
    for (Pool pool : pools) {
      // Drawing pools of unlike size towards the share of all may turn their order.
      floor = Math.max(floor, (pool.yes() + PRIOR * share) / (pool.count() + PRIOR));
      points.add(new Point(pool.scores() / pool.count(), floor));
    }
    return new Calibration(points.isEmpty() ? List.of(new Point(0, share)) : points);
  }

  private record Pool(double scores, double yes, double count) {
    double rate() {
      return yes / count;
    }

    Pool with(Pool other) {
      return new Pool(scores + other.scores, yes + other.yes, count + other.count);
    }
  }

  private static List<Pool> byScore(List<Choice> choices) {
    List<Choice> sorted =
        choices.stream().sorted(Comparator.comparingDouble(Choice::score)).toList();
    List<Pool> pools = new ArrayList<>();
    for (int i = 0; i < sorted.size(); ) {
      double score = sorted.get(i).score();
      int yes = 0;
      int begin = i;
      for (; i < sorted.size() && sorted.get(i).score() == score; i++) {
        yes += sorted.get(i).chosen() ? 1 : 0;
      }
      pools.add(new Pool(score * (i - begin), yes, i - begin));
    }
    return pools;
  }

  /** The probability of a yes at a score. */
  public double probability(double score) {
    Point below = points.getFirst();
    if (score <= below.score()) {
      return below.probability();
    }
    for (Point above : points.subList(1, points.size())) {
      if (score <= above.score()) {
        double part = (score - below.score()) / (above.score() - below.score());
        return below.probability() + part * (above.probability() - below.probability());
      }
      below = above;
    }
    return below.probability();
  }
}
