package praya;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import praya.evaluation.ChoiceEvaluation;
import praya.evaluation.Interval;
import praya.evaluation.LinkEvaluation;
import praya.evaluation.LinkFigures;
import praya.json.Json;

/** {@code praya evaluate match}. */
@Command(
    name = "match",
    mixinStandardHelpOptions = true,
    description = {
      "Judge the matchmaking by what came after. Changes nothing.",
      "",
      "Without a file: the directory's own introductions, each asked for again as of its day, under"
          + " the weights that hold; with --weights also under others, such as"
          + " {\"needOffer\": 25, \"taker\": 30}, and with what is gained. Nothing else of these"
          + " needs a database.",
      "--edges FILE: a network with a history, as rows of from,to,date. What is dated before --at"
          + " is known; for each later tie between two known nodes, all that were not tied are"
          + " ranked. Without --at, --hide hides a share by chance, and no date is needed.",
      "--choices FILE: what two sides scored and chose, as rows of from,to,score,chosen (1 or 0),"
          + " a pair as two rows (a,b and b,a). Tells which way of making one number of two scores"
          + " finds the pairs in which both said yes.",
      "",
      "Files are UTF-8, separated by comma, semicolon, tab or blanks, with or without a header;"
          + " lines that begin with # are remarks. Intervals are of 95 %."
    })
final class EvaluateMatchCommand implements Callable<Integer> {
  private static final String LINKS = "%-20s %7s %7s %17s %7s %7s %7s %17s %7s %6s %6s%n";
  private static final String FUSIONS = "%-12s %7s %17s %11s %17s%n";

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @CommandLine.ArgGroup(multiplicity = "0..1")
  private @Nullable Source source;

  @Mixin private Settings settings = new Settings();

  @Option(
      names = "--weights",
      paramLabel = "FILE",
      description = "Numbers to compare with those that hold; what is not named stays as it is.")
  private @Nullable Path weights;

  /** Which data to judge by. */
  static final class Source {
    @Option(names = "--edges", paramLabel = "FILE", description = "Ties: from,to,date.")
    private @Nullable Path edges;

    @Option(
        names = "--choices",
        paramLabel = "FILE",
        description = "Choices: from,to,score,chosen.")
    private @Nullable Path choices;
  }

  @Option(
      names = "--at",
      paramLabel = "DATE",
      description = "The day that splits the ties into known and later, such as 2026-01-01.")
  private @Nullable LocalDate at;

  @Option(
      names = "--hide",
      paramLabel = "SHARE",
      defaultValue = "0.1",
      description = "Without --at: which share of the ties is hidden (default: ${DEFAULT-VALUE}).")
  private double hide;

  @Option(
      names = "--from-asks",
      description = "Only the end named first asks for the other; by default each of both does.")
  private boolean fromAsks;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Of whatever is taken by chance (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(names = "--json", description = "Print the figures as JSON.")
  private boolean json;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    if (!(hide > 0 && hide < 1)) {
      throw new CommandLine.ParameterException(
          spec.commandLine(),
          "The share of --hide (%s) must be between 0 and 1, such as 0.1.".formatted(hide));
    }
    if (weights != null && source != null) {
      throw new CommandLine.ParameterException(
          spec.commandLine(),
          "--weights (%s) is for the directory's own past, which needs no other file."
              .formatted(weights));
    }
    if (source == null) {
      var outcome = new ReplayReport(settings.read(), seed).run(weights);
      if (json) {
        out.println(Json.text(ReplayReport.tree(outcome)));
      } else {
        ReplayReport.print(outcome, out);
      }
      out.flush();
      return 0;
    }
    Path choices = source.choices;
    if (choices != null) {
      var outcome = ChoiceEvaluation.run(choices, seed);
      if (json) {
        out.println(Json.text(tree(outcome)));
      } else {
        table(outcome, out);
      }
    } else {
      Path edges = java.util.Objects.requireNonNull(source.edges);
      var outcome =
          LinkEvaluation.run(new LinkEvaluation.Request(edges, at, hide, !fromAsks, seed));
      if (json) {
        out.println(Json.text(tree(outcome)));
      } else {
        table(outcome, out);
      }
    }
    out.flush();
    return 0;
  }

  private static void table(LinkEvaluation.Outcome outcome, PrintWriter out) {
    var split = outcome.split();
    out.printf(
        "%d nodes and %d ties known; %d nodes ask for %d later ties.%n",
        split.nodes(), split.edges(), split.asking(), split.ties());
    out.printf(
        "Left out: %d later ties with an end that was unknown, %d that were tied already.%n%n",
        split.strangers(), split.repeated());
    out.printf(
        LINKS, "measure", "AUC", "MRR", "", "hit@1", "hit@5", "hit@10", "", "nDCG@10", "Gini",
        "shown");
    outcome.measures().forEach((measure, figures) -> row(measure.code(), figures, out));
    row("blend", outcome.blended(), out);
    out.printf("%nblend: %s; chosen within what was known.%n", shares(outcome));
  }

  private static String shares(LinkEvaluation.Outcome outcome) {
    return outcome.blend().shares().entrySet().stream()
        .map(entry -> entry.getValue() + " × " + entry.getKey().code())
        .collect(Collectors.joining(", "));
  }

  private static void row(String name, LinkFigures figures, PrintWriter out) {
    out.printf(
        LINKS,
        name,
        decimal(figures.auc()),
        decimal(figures.mrr()),
        interval(figures.intervals().mrr()),
        decimal(figures.success().at1()),
        decimal(figures.success().at5()),
        decimal(figures.success().at10()),
        interval(figures.intervals().success10()),
        decimal(figures.ndcg10()),
        "%.3f".formatted(figures.exposure().gini()),
        figures.exposure().shown());
  }

  private static void table(ChoiceEvaluation.Outcome outcome, PrintWriter out) {
    var counts = outcome.counts();
    out.printf(
        "%d choices; %d pairs chose both ways, %d with two yeses; %d choices stand alone.%n%n",
        counts.choices(), counts.pairs(), counts.matches(), counts.alone());
    out.printf(FUSIONS, "fusion", "AUC", "", "success@1", "");
    outcome
        .fusions()
        .forEach((fusion, figures) ->
            out.printf(
                FUSIONS,
                fusion.code(),
                decimal(figures.auc()),
                interval(figures.aucInterval()),
                decimal(figures.success1()),
                interval(figures.success1Interval())));
    var reliability = outcome.reliability();
    out.printf(
        "%nProbabilities: Brier %s, calibration error %s%n%8s %9s %8s%n",
        decimal(reliability.brier()), decimal(reliability.error()), "said", "happened", "choices");
    for (var bar : reliability.bars()) {
      out.printf("%8s %9s %8d%n", decimal(bar.said()), decimal(bar.happened()), bar.choices());
    }
  }

  private static Map<String, Object> tree(LinkEvaluation.Outcome outcome) {
    Map<String, Object> measures = new LinkedHashMap<>();
    outcome.measures().forEach((measure, figures) -> measures.put(measure.code(), tree(figures)));
    measures.put("blend", tree(outcome.blended()));
    Map<String, Integer> shares = new LinkedHashMap<>();
    outcome.blend().shares().forEach((measure, share) -> shares.put(measure.code(), share));
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("split", outcome.split());
    tree.put("measures", measures);
    tree.put("blend", shares);
    return tree;
  }

  private static Map<String, Object> tree(LinkFigures figures) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("auc", figures.auc());
    tree.put("mrr", figures.mrr());
    tree.put("success1", figures.success().at1());
    tree.put("success5", figures.success().at5());
    tree.put("success10", figures.success().at10());
    tree.put("ndcg10", figures.ndcg10());
    tree.put("gini", figures.exposure().gini());
    tree.put("shown", figures.exposure().shown());
    tree.put("intervals", figures.intervals());
    return tree;
  }

  private static Map<String, Object> tree(ChoiceEvaluation.Outcome outcome) {
    Map<String, Object> fusions = new LinkedHashMap<>();
    outcome.fusions().forEach((fusion, figures) -> fusions.put(fusion.code(), figures));
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("counts", outcome.counts());
    tree.put("fusions", fusions);
    tree.put("reliability", outcome.reliability());
    tree.put("calibration", outcome.curve().points());
    return tree;
  }

  private static String interval(Interval interval) {
    return "[%s, %s]".formatted(decimal(interval.low()), decimal(interval.high()));
  }

  private static String decimal(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }
}
