package praya.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import praya.scoring.Calibration;
import praya.scoring.Calibration.Choice;

/**
 * The probability of a yes, from the score and from who gives it: some score high, some say yes to
 * nearly all. A logistic regression over both, then a rising curve over what it says.
 *
 * <p>How somebody scores is known without any answer; how often somebody says yes is taken from the
 * fitted rows, for each of these without itself.
 */
final class ChoiceModel {
  /** Holds the weights where an input is the same in every row. */
  private static final double RIDGE = 1e-3;

  private static final int STEPS = 25;

  /** A choice and who made it. */
  record Row(String from, Choice choice) {}

  /** How somebody scores. */
  private record Manner(double mean, double spread) {}

  private record Answers(int yes, int all) {}

  private final Map<String, Manner> manners;
  private final Map<String, Answers> answers = new HashMap<>();
  private final double share;
  private final double[] weights;
  private final Calibration curve;

  private ChoiceModel(Map<String, Manner> manners, List<Row> rows) {
    this.manners = manners;
    int yes = 0;
    for (Row row : rows) {
      int one = row.choice().chosen() ? 1 : 0;
      yes += one;
      answers.merge(
          row.from(), new Answers(one, 1), (a, b) -> new Answers(a.yes + b.yes, a.all + b.all));
    }
    this.share = (yes + 0.5) / (rows.size() + 1);
    double[][] inputs = new double[rows.size()][];
    double[] outputs = new double[rows.size()];
    for (int i = 0; i < inputs.length; i++) {
      outputs[i] = rows.get(i).choice().chosen() ? 1 : 0;
      inputs[i] = inputs(rows.get(i), (int) outputs[i], 1);
    }
    this.weights = Logistic.fit(inputs, outputs, RIDGE, STEPS);
    List<Choice> said = new ArrayList<>();
    for (int i = 0; i < inputs.length; i++) {
      said.add(new Choice(Logistic.probability(weights, inputs[i]), outputs[i] == 1));
    }
    this.curve = Calibration.fit(said);
  }

  /** Fits to some rows; the manners are of all that anybody scored. */
  static ChoiceModel fit(Map<String, Map<String, Choice>> all, List<Row> rows) {
    Map<String, Manner> manners = new HashMap<>();
    all.forEach((from, choices) -> {
      double mean = choices.values().stream().mapToDouble(Choice::score).average().orElse(0);
      double squares =
          choices.values().stream()
              .mapToDouble(choice -> (choice.score() - mean) * (choice.score() - mean))
              .sum();
      manners.put(from, new Manner(mean, Math.sqrt(squares / choices.size())));
    });
    return new ChoiceModel(manners, rows);
  }

  double probability(Row row) {
    return curve.probability(Logistic.probability(weights, inputs(row, 0, 0)));
  }

  /** The inputs of a row; what is its own answer is taken out. */
  private double[] inputs(Row row, int ownYes, int own) {
    Manner manner = manners.getOrDefault(row.from(), new Manner(row.choice().score(), 0));
    Answers given = answers.getOrDefault(row.from(), new Answers(0, 0));
    double rate =
        (given.yes - ownYes + Calibration.PRIOR * share) / (given.all - own + Calibration.PRIOR);
    double score = row.choice().score();
    double standing = manner.spread() == 0 ? 0 : (score - manner.mean()) / manner.spread();
    return new double[] {1, score, manner.mean(), standing, Math.log(rate / (1 - rate))};
  }
}
