package praya;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import praya.domain.Problem;
import praya.evaluation.ReplayFigures;
import praya.evaluation.ReplayFigures.Figure;
import praya.evaluation.ReplayFigures.Gain;
import praya.json.Fields;
import praya.json.Json;
import praya.scoring.WeightTable;
import praya.scoring.Weights;
import praya.weighting.PastRecords;
import praya.weighting.WeightsForm;
import praya.weighting.WeightsService;

/** The directory's own past under the weights that hold, and under others from a file. */
final class ReplayReport {
  private static final String ROW = "%-34s %24s %24s %26s%n";

  private static final Map<String, Function<ReplayFigures, Figure>> FIGURES = new LinkedHashMap<>();
  private static final Map<String, Function<Gain, Figure>> GAINS = new LinkedHashMap<>();
  private static final Map<String, Function<ReplayFigures, Double>> NUMBERS = new LinkedHashMap<>();

  static {
    figure("AUC, yes above no", ReplayFigures::auc, Gain::auc);
    figure("MRR", figures -> figures.ranks().mrr(), Gain::mrr);
    figure("among the first 10", figures -> figures.ranks().success10(), Gain::success10);
    figure("nDCG@10", figures -> figures.ranks().ndcg10(), Gain::ndcg10);
    NUMBERS.put("first", figures -> figures.ranks().success1());
    NUMBERS.put("among the first 5", figures -> figures.ranks().success5());
    NUMBERS.put("Brier, fit as probability", figures -> figures.reliability().plain());
    NUMBERS.put("Brier, learned before each day", figures -> figures.reliability().learned());
    NUMBERS.put("calibration error of the learned", figures -> figures.reliability().error());
    NUMBERS.put("Gini of who is shown", figures -> figures.exposure().gini());
    NUMBERS.put("share that is never shown", figures -> figures.exposure().never());
  }

  private static void figure(
      String name, Function<ReplayFigures, Figure> figure, Function<Gain, Figure> gain) {
    FIGURES.put(name, figure);
    GAINS.put(name, gain);
  }

  private final Config config;
  private final long seed;

  ReplayReport(Config config, long seed) {
    this.config = config;
    this.seed = seed;
  }

  /** What came out; the proposed figures are there when other weights were given. */
  record Outcome(
      String version, Size size, ReplayFigures present, Optional<ReplayFigures> proposed) {}

  /** How many introductions there were, and how many of them were made up. */
  record Size(int introductions, int fictional) {}

  /**
   * Asks the past again.
   *
   * @param file other numbers, as an object of names and numbers; null for none
   * @throws Problem.InvalidInput when the numbers cannot be weights, or nobody was introduced yet
   */
  Outcome run(@Nullable Path file) {
    try (Core core = Core.join(config, Clock.systemUTC(), step -> {})) {
      Weights present = new WeightsService(core.database(), core.journal(), core.clock()).current();
      Optional<Weights> proposed = Optional.ofNullable(file).map(path -> read(path, present));
      var replay = Matching.records(core).replay(PastRecords.WHOLE);
      if (replay.size() == 0) {
        throw new Problem.InvalidInput(
            "introductions", "0", "Nobody was introduced yet, so there is no past to ask.");
      }
      return new Outcome(
          present.version(),
          new Size(replay.size(), replay.fictional()),
          replay.judge(present, seed),
          proposed.map(weights -> replay.judge(weights, seed)));
    }
  }

  private static Weights read(Path file, Weights present) {
    if (!Files.isReadable(file)) {
      throw new Problem.InvalidInput(
          "weights", file.toString(), "The file cannot be read. Maybe the name is misspelt.");
    }
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (IOException failure) {
      throw new UncheckedIOException("The file (" + file + ") cannot be read.", failure);
    }
    var fields = new Fields(Json.parseObject(bytes, file.toString()), Fields.Spelling.CAMEL);
    WeightTable table = WeightsForm.parse(fields, WeightTable.of(present));
    fields.done();
    return table.weights("proposed", present.calibration());
  }

  static void print(Outcome outcome, PrintWriter out) {
    out.printf(
        "%d introductions asked for again as of their day, %d of them fictional; %d were"
            + " accepted.%n%n",
        outcome.size().introductions(), outcome.size().fictional(), outcome.present().accepted());
    Optional<ReplayFigures> other = outcome.proposed();
    Optional<Gain> gain = other.map(outcome.present()::to);
    out.printf(
        ROW,
        "",
        outcome.version(),
        other.map(found -> "proposed").orElse(""),
        gain.map(found -> "gain").orElse(""));
    FIGURES.forEach((name, figure) ->
        out.printf(
            ROW,
            name,
            text(figure.apply(outcome.present())),
            other.map(figure).map(ReplayReport::text).orElse(""),
            gain.map(GAINS.getOrDefault(name, Gain::auc)).map(ReplayReport::text).orElse("")));
    NUMBERS.forEach((name, number) ->
        out.printf(
            ROW,
            name,
            decimal(number.apply(outcome.present())),
            other.map(number).map(ReplayReport::decimal).orElse(""),
            ""));
    out.printf("%nIntervals are of 95 %%; a gain whose interval holds 0 may be chance.%n");
  }

  private static String text(Figure figure) {
    return "%s [%s, %s]"
        .formatted(
            decimal(figure.value()),
            decimal(figure.interval().low()),
            decimal(figure.interval().high()));
  }

  private static String decimal(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  static Map<String, Object> tree(Outcome outcome) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("weightsVersion", outcome.version());
    tree.put("introductions", outcome.size().introductions());
    tree.put("fictional", outcome.size().fictional());
    tree.put("accepted", outcome.present().accepted());
    tree.put("present", tree(outcome.present()));
    outcome
        .proposed()
        .ifPresent(proposed -> {
          tree.put("proposed", tree(proposed));
          tree.put("gain", outcome.present().to(proposed));
        });
    return tree;
  }

  private static Map<String, Object> tree(ReplayFigures figures) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("auc", figures.auc());
    tree.put("ranks", figures.ranks());
    tree.put("reliability", figures.reliability());
    tree.put("exposure", figures.exposure());
    return tree;
  }
}
