package praya.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import praya.evaluation.Replay.Trial;

/**
 * How some weights would have done in the past.
 *
 * @param introductions how many were asked for again, and {@code accepted} of them with a yes
 * @param ranks of those that were accepted
 */
public record ReplayFigures(
    int introductions,
    int accepted,
    Figure auc,
    Ranks ranks,
    Reliability reliability,
    Exposure exposure,
    Seen seen) {

  /** A figure with its 95 % interval over the introductions. */
  public record Figure(double value, Interval interval) {}

  /**
   * Where those who said yes stood.
   *
   * @param mrr mean of 1 through the rank
   * @param ndcg10 with one right answer for each introduction
   */
  public record Ranks(
      Figure mrr, double success1, double success5, Figure success10, Figure ndcg10) {}

  /**
   * How far the probability of the asked side's yes was from its answer, as the Brier score.
   *
   * @param plain when a fit stands for itself
   * @param learned by the answers that were known on the day of each request
   * @param error mean distance of the learned probabilities from what happened, over ten bars
   */
  public record Reliability(double plain, double learned, double error) {}

  /**
   * Who was shown in first tens.
   *
   * @param gini 0 when all are shown alike, to 1 when a single one is
   * @param never share of those who could have been shown and never were
   */
  public record Exposure(double gini, double never) {}

  /** What the figures were made of, to compare two of them introduction by introduction. */
  record Seen(List<Trial> trials, long seed) {}

  static ReplayFigures of(List<Trial> trials, int candidates, long seed) {
    return new ReplayFigures(
        trials.size(),
        (int) trials.stream().filter(Trial::accepted).count(),
        figure(trials, seed, area(trials)::of),
        new Ranks(
            figure(trials, seed, ReplayFigures::mrr),
            within(trials, 1),
            within(trials, 5),
            figure(trials, seed, (drawn, of) -> perYes(of, drawn, rank -> rank <= 10 ? 1 : 0)),
            figure(trials, seed, ReplayFigures::ndcg)),
        reliability(trials),
        exposure(trials, candidates),
        new Seen(List.copyOf(trials), seed));
  }

  /** How much better other weights do on the same introductions, with intervals of the gain. */
  public Gain to(ReplayFigures other) {
    Area own = area(seen.trials());
    Area others = area(other.seen.trials());
    return new Gain(
        figure(seen.trials(), seen.seed(), drawn -> others.of(drawn) - own.of(drawn)),
        gain(other, ReplayFigures::mrr),
        gain(other, (drawn, of) -> perYes(of, drawn, rank -> rank <= 10 ? 1 : 0)),
        gain(other, ReplayFigures::ndcg));
  }

  /** What is gained; an interval that holds 0 may be chance. */
  public record Gain(Figure auc, Figure mrr, Figure success10, Figure ndcg10) {}

  /** A figure of trials that are drawn so and so often. */
  private interface Measure {
    double of(int[] drawn, List<Trial> trials);
  }

  private static Figure figure(List<Trial> trials, long seed, Measure measure) {
    return figure(trials, seed, drawn -> measure.of(drawn, trials));
  }

  private static Figure figure(List<Trial> trials, long seed, ToDoubleFunction<int[]> value) {
    return new Figure(value.applyAsDouble(once(trials)), Interval.of(trials.size(), seed, value));
  }

  private Figure gain(ReplayFigures other, Measure measure) {
    List<Trial> own = seen.trials();
    return figure(
        own, seen.seed(), drawn -> measure.of(drawn, other.seen.trials()) - measure.of(drawn, own));
  }

  private static Area area(List<Trial> trials) {
    List<Area.Row> rows = new ArrayList<>();
    for (int i = 0; i < trials.size(); i++) {
      rows.add(new Area.Row(trials.get(i).score(), trials.get(i).accepted(), i));
    }
    return new Area(rows);
  }

  private static int[] once(List<Trial> trials) {
    int[] once = new int[trials.size()];
    Arrays.fill(once, 1);
    return once;
  }

  private static double mrr(int[] drawn, List<Trial> trials) {
    return perYes(trials, drawn, rank -> 1 / rank);
  }

  private static double ndcg(int[] drawn, List<Trial> trials) {
    return perYes(trials, drawn, rank -> rank <= 10 ? Math.log(2) / Math.log(rank + 1) : 0);
  }

  private static double within(List<Trial> trials, int most) {
    return perYes(trials, once(trials), rank -> rank <= most ? 1 : 0);
  }

  private static double perYes(List<Trial> trials, int[] drawn, DoubleUnaryOperator value) {
    double sum = 0;
    double yes = 0;
    for (int i = 0; i < drawn.length; i++) {
      if (trials.get(i).accepted()) {
        sum += drawn[i] * value.applyAsDouble(trials.get(i).rank());
        yes += drawn[i];
      }
    }
    return yes == 0 ? 0 : sum / yes;
  }

  private static Reliability reliability(List<Trial> trials) {
    double plain = 0;
    double learned = 0;
    double[] distance = new double[10];
    for (Trial trial : trials) {
      double truth = trial.accepted() ? 1 : 0;
      plain += (trial.plain() - truth) * (trial.plain() - truth);
      learned += (trial.learned() - truth) * (trial.learned() - truth);
      distance[Math.min(9, (int) (trial.learned() * 10))] += trial.learned() - truth;
    }
    double all = Math.max(1, trials.size());
    double error = Arrays.stream(distance).map(Math::abs).sum();
    return new Reliability(plain / all, learned / all, error / all);
  }

  private static Exposure exposure(List<Trial> trials, int candidates) {
    Map<UUID, Integer> shown = new HashMap<>();
    trials.forEach(trial -> trial.shown().forEach(one -> shown.merge(one, 1, Integer::sum)));
    int never = Math.max(0, candidates - shown.size());
    int[] counts =
        IntStream.concat(
                shown.values().stream().mapToInt(Integer::intValue),
                IntStream.generate(() -> 0).limit(never))
            .toArray();
    return new Exposure(
        LinkFigures.gini(counts), candidates == 0 ? 0 : (double) never / candidates);
  }
}
