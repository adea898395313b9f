package praya.evaluation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import praya.domain.Problem;
import praya.scoring.Calibration;
import praya.scoring.Calibration.Choice;

/**
 * Judges how two one-sided scores become one, on any data in which both sides scored and chose: is
 * a pair in which both said yes ranked above the others?
 *
 * <p>Every pair is judged with probabilities that were fitted on other pairs, in {@link #FOLDS}
 * parts, so nothing knows the answer that it gives.
 */
public final class ChoiceEvaluation {
  private static final int FOLDS = 5;

  /** Bars of the calibration; ten is the usual number. */
  private static final int BINS = 10;

  /**
   * What came out.
   *
   * @param curve of the scores alone over all choices
   */
  public record Outcome(
      Counts counts, Map<Fusion, Figures> fusions, Reliability reliability, Calibration curve) {}

  /**
   * Sizes of the file.
   *
   * @param pairs with a choice of both sides, and {@code matches} with two yeses
   * @param alone choices whose other side is missing; the probabilities are fitted on them, too
   */
  public record Counts(int choices, int pairs, int matches, int alone) {}

  /**
   * How good a fusion is.
   *
   * @param auc chance that a match scores above another pair, level ones counting half
   * @param success1 share of those with a match whose best is one; level bests count their share
   */
  public record Figures(
      double auc, Interval aucInterval, double success1, Interval success1Interval) {}

  /**
   * Whether probabilities are what they say.
   *
   * @param brier mean squared distance from what happened
   * @param error mean distance of the bars from what happened, weighted by their size
   */
  public record Reliability(double brier, double error, List<Bar> bars) {
    public Reliability {
      bars = List.copyOf(bars);
    }
  }

  /** Choices of about one probability: what was said, and what share became a yes. */
  public record Bar(double said, double happened, int choices) {}

  /** One side's part of a pair that has two; the probabilities are of a yes. */
  record Sided(String from, String to, double own, double theirs, boolean match) {}

  private record Pair(String first, String second) {
    static Pair of(String a, String b) {
      return a.compareTo(b) <= 0 ? new Pair(a, b) : new Pair(b, a);
    }
  }

  private final Map<String, Map<String, Choice>> choices;
  private final long seed;
  private final Map<Pair, ChoiceModel> models = new HashMap<>();

  private ChoiceEvaluation(Map<String, Map<String, Choice>> choices, long seed) {
    this.choices = choices;
    this.seed = seed;
  }

  /**
   * Runs an evaluation.
   *
   * @throws Problem.InvalidInput with every fault of the file
   */
  public static Outcome run(Path file, long seed) {
    Faults faults = new Faults();
    var choices = new ChoiceReader(faults).read(file);
    faults.requireNone();
    var evaluation = new ChoiceEvaluation(choices, seed);
    List<Sided> sided = evaluation.sided();
    if (sided.stream().map(Sided::match).distinct().count() < 2) {
      faults.add(
          "file",
          file.toString(),
          "There must be pairs with two yeses and pairs without, each as two rows: A,B and B,A.");
      faults.requireNone();
    }
    return evaluation.judge(sided);
  }

  private List<Sided> sided() {
    fitEachPart();
    List<Sided> sided = new ArrayList<>();
    choices.forEach((from, row) ->
        row.forEach((to, own) -> {
          Choice theirs = choices.getOrDefault(to, Map.of()).get(from);
          if (theirs != null && !from.equals(to)) {
            sided.add(
                new Sided(
                    from,
                    to,
                    probability(from, to, own),
                    probability(to, from, theirs),
                    own.chosen() && theirs.chosen()));
          }
        }));
    return sided;
  }

  private double probability(String from, String to, Choice choice) {
    return Objects.requireNonNull(models.get(Pair.of(from, to)))
        .probability(new ChoiceModel.Row(from, choice));
  }

  /** Both choices of a pair are in one part, or each would tell of the other. */
  private void fitEachPart() {
    Map<Pair, List<ChoiceModel.Row>> byPair =
        new TreeMap<>(Comparator.comparing(Pair::first).thenComparing(Pair::second));
    choices.forEach((from, row) ->
        row.forEach((to, choice) ->
            byPair
                .computeIfAbsent(Pair.of(from, to), pair -> new ArrayList<>())
                .add(new ChoiceModel.Row(from, choice))));
    List<Pair> shuffled = new ArrayList<>(byPair.keySet());
    Collections.shuffle(shuffled, new Random(seed));
    for (int fold = 0; fold < FOLDS; fold++) {
      List<ChoiceModel.Row> others = new ArrayList<>();
      for (int i = 0; i < shuffled.size(); i++) {
        if (i % FOLDS != fold) {
          others.addAll(byPair.getOrDefault(shuffled.get(i), List.of()));
        }
      }
      ChoiceModel model = ChoiceModel.fit(choices, others);
      for (int i = fold; i < shuffled.size(); i += FOLDS) {
        models.put(shuffled.get(i), model);
      }
    }
  }

  private Outcome judge(List<Sided> sided) {
    Map<Fusion, Figures> fusions = new EnumMap<>(Fusion.class);
    for (Fusion fusion : Fusion.values()) {
      fusions.put(fusion, new FusionRanks(sided, fusion).figures(seed));
    }
    List<Choice> all = choices.values().stream().flatMap(row -> row.values().stream()).toList();
    int matches = (int) sided.stream().filter(Sided::match).count() / 2;
    return new Outcome(
        new Counts(all.size(), sided.size() / 2, matches, all.size() - sided.size()),
        fusions,
        reliability(),
        Calibration.fit(all));
  }

  private Reliability reliability() {
    double[] said = new double[BINS];
    double[] happened = new double[BINS];
    int[] counts = new int[BINS];
    double brier = 0;
    int all = 0;
    for (var row : choices.entrySet()) {
      for (var cell : row.getValue().entrySet()) {
        double probability = probability(row.getKey(), cell.getKey(), cell.getValue());
        double truth = cell.getValue().chosen() ? 1 : 0;
        int bin = Math.min(BINS - 1, (int) (probability * BINS));
        said[bin] += probability;
        happened[bin] += truth;
        counts[bin]++;
        brier += (probability - truth) * (probability - truth);
        all++;
      }
    }
    List<Bar> bars = new ArrayList<>();
    double error = 0;
    for (int bin = 0; bin < BINS; bin++) {
      if (counts[bin] > 0) {
        bars.add(new Bar(said[bin] / counts[bin], happened[bin] / counts[bin], counts[bin]));
        error += Math.abs(said[bin] - happened[bin]);
      }
    }
    return new Reliability(brier / all, error / all, bars);
  }
}
