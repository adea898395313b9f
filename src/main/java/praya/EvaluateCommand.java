package praya;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import praya.evaluation.Evaluation;
import praya.evaluation.Figures;
import praya.evaluation.Report;
import praya.json.Json;
import praya.seed.TaxonomyFile;

/** {@code praya evaluate}: how good something is, judged by somebody's own files. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    description = "Judge the search and the matchmaking by files of your own.",
    subcommands = {EvaluateCommand.Search.class, EvaluateMatchCommand.class})
final class EvaluateCommand implements Callable<Integer> {
  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return Main.WRONG_CALL;
  }

  /** {@code praya evaluate search}. */
  @Command(
      name = "search",
      mixinStandardHelpOptions = true,
      description = {
        "Index documents as the directory is indexed, ask judged queries as people ask, and print"
            + " how good the answers are. Needs no database and no server, and changes nothing.",
        "",
        "A document: {\"id\": \"d1\"} with any fields of an organisation (nameEn, nameZhHant,"
            + " nameZhHans, aliases, kind, summaryEn, summaryZhHant, summaryZhHans, layers,"
            + " sectors, capabilities, website, offers, needs), or with free text: {\"id\": \"d1\","
            + " \"text\": {\"en\": \"…\", \"zh-Hant\": \"…\", \"zh-Hans\": \"…\"}}.",
        "A query: {\"q\": \"fraud detection\", \"lang\": \"en\", \"relevant\": {\"d1\": 2}}.",
        "",
        "nDCG@10 has the grade as gain and log2(rank + 1) as discount, as in trec_eval; MRR looks"
            + " at the first 200 hits."
      })
  static final class Search implements Callable<Integer> {
    /** As the table's header. */
    private static final String ROW = "%-12s %8s %9s %9s %10s %10s %11s%n";

    /** What of a query fits on a line. */
    private static final int SHOWN = 80;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Option(
        names = "--documents",
        required = true,
        paramLabel = "FILE",
        description = "The collection, one JSON object in each line.")
    private Path documents = Path.of("");

    @Option(
        names = "--queries",
        required = true,
        paramLabel = "FILE",
        description = "The judged queries, one JSON object in each line.")
    private Path queries = Path.of("");

    @Option(
        names = "--fields",
        split = ",",
        paramLabel = "FIELD",
        description =
            "Search only these of the documents' fields, such as summaryEn or text.zh-Hant.")
    private List<String> fields = new ArrayList<>();

    @Option(
        names = "--taxonomy",
        paramLabel = "FILE",
        description = "Terms and synonyms to search with (default: seed-data/taxonomy.json).")
    private @Nullable Path taxonomy;

    @Option(names = "--json", description = "Print the figures as JSON.")
    private boolean json;

    @Option(
        names = "--worst",
        paramLabel = "N",
        description = "Also name the N queries that are answered worst.")
    private int worst;

    @Override
    public Integer call() {
      PrintWriter out = spec.commandLine().getOut();
      PrintWriter err = spec.commandLine().getErr();
      Path terms =
          taxonomy == null ? Config.programFolder().resolve("seed-data/taxonomy.json") : taxonomy;
      Report report =
          Evaluation.run(
              TaxonomyFile.read(terms), new Evaluation.Request(documents, queries, fields));
      report.remarks().forEach(err::println);
      err.flush();
      if (json) {
        out.println(Json.text(tree(report)));
      } else {
        table(report, out);
      }
      out.flush();
      return 0;
    }

    private void table(Report report, PrintWriter out) {
      out.printf("%d documents%n%n", report.documents());
      out.printf(
          ROW, "language", "queries", "nDCG@10", "MRR", "success@1", "recall@10", "recall@200");
      report.perLanguage().forEach((language, figures) -> row(language, figures, out));
      row("all", report.all(), out);
      for (Report.Answer answer : report.worst(worst)) {
        String query = answer.query().replaceAll("\\s+", " ");
        out.printf(
            "%n%.4f  %s  %s%n        %s",
            answer.figures().ndcg10(),
            answer.language(),
            query.length() > SHOWN ? query.substring(0, SHOWN) + "…" : query,
            String.join(" ", answer.hits().subList(0, Math.min(10, answer.hits().size()))));
      }
      if (worst > 0) {
        out.println();
      }
    }

    private static void row(String language, Figures figures, PrintWriter out) {
      out.printf(
          ROW,
          language,
          figures.queries(),
          decimal(figures.ndcg10()),
          decimal(figures.mrr()),
          decimal(figures.success1()),
          decimal(figures.recall10()),
          decimal(figures.recall200()));
    }

    private static String decimal(double value) {
      return "%.4f".formatted(value);
    }

    private static Map<String, Object> tree(Report report) {
      Map<String, Object> languages = new LinkedHashMap<>();
      report.perLanguage().forEach((language, figures) -> languages.put(language, tree(figures)));
      Map<String, Object> tree = new LinkedHashMap<>();
      tree.put("all", tree(report.all()));
      tree.put("perLanguage", languages);
      return tree;
    }

    private static Map<String, Object> tree(Figures figures) {
      Map<String, Object> tree = new LinkedHashMap<>();
      tree.put("ndcg10", figures.ndcg10());
      tree.put("mrr", figures.mrr());
      tree.put("success1", figures.success1());
      tree.put("recall10", figures.recall10());
      tree.put("recall200", figures.recall200());
      tree.put("queries", figures.queries());
      return tree;
    }
  }
}
