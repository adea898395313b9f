package praya.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import praya.domain.Fault;
import praya.domain.Problem;
import praya.evaluation.Evaluation.Request;
import praya.seed.TaxonomyFile;

class EvaluationTest {
  private static final String GOOD_DOCUMENT = "{\"id\": \"d1\", \"nameEn\": \"Harbour Lights\"}";
  private static final String GOOD_QUERY =
      "{\"q\": \"harbour\", \"lang\": \"en\", \"relevant\": {\"d1\": 1}}";

  @TempDir private Path folder;

  @Test
  void run_tinyCollection_figuresAreThoseComputedByHand() {
    Report report =
        run(
            lines(
                "{\"id\": \"ferry\", \"nameEn\": \"Ferry\", \"summaryEn\": \"Ships of the"
                    + " harbour.\"}",
                "{\"id\": \"wharf\", \"summaryEn\": \"A wharf, a wharf, and a ferry.\"}",
                "{\"id\": 3, \"text\": {\"zh-Hant\": \"簽證申請自動化\"}}",
                "{\"id\": \"plain\", \"text\": \"Kites over the hill\"}"),
            lines(
                // The name outweighs the mention, so the order is ferry, wharf: the judge says
                // otherwise. (1 + 2 / log2(3)) / (2 + 1 / log2(3)) = 0.8597186998.
                "{\"q\": \"ferry\", \"lang\": \"en\", \"relevant\": {\"ferry\": 1, \"wharf\": 2}}",
                "{\"q\": \"kite\", \"lang\": \"en\", \"relevant\": {\"plain\": 1, \"ferry\": 0}}",
                "{\"q\": \"签证\", \"lang\": \"zh-Hans\", \"relevant\": {\"3\": 2.5}}",
                "{\"q\": \"zeppelin\", \"relevant\": {\"plain\": 1}}"));
    assertThat(report.documents()).isEqualTo(4);
    assertThat(report.remarks()).isEmpty();
    assertThat(report.perLanguage().keySet()).containsExactly("en", "und", "zh-Hans");
    Figures english = report.perLanguage().get("en");
    assertThat(english).isNotNull();
    assertThat(english.ndcg10())
        .isEqualTo((0.8597186998 + 1) / 2, org.assertj.core.api.Assertions.within(1e-9));
    assertThat(english.queries()).isEqualTo(2);
    assertThat(report.perLanguage()).containsEntry("zh-Hans", new Figures(1, 1, 1, 1, 1, 1));
    assertThat(report.perLanguage()).containsEntry("und", new Figures(0, 0, 0, 0, 0, 1));
    assertThat(report.all().mrr()).isEqualTo(0.75);
    assertThat(report.all().queries()).isEqualTo(4);
    assertThat(report.worst(1)).first().returns("zeppelin", Report.Answer::query);
  }

  @Test
  void run_fields_onlyTheyAreSearched() {
    Path documents =
        lines(
            "{\"id\": \"a\", \"name_en\": \"Kite\", \"text\": {\"en\": \"kite\", \"zh-HK\":"
                + " \"風箏\"}}");
    Path queries = lines("{\"q\": \"kite\", \"lang\": \"en\", \"relevant\": {\"a\": 1}}");
    assertThat(mrr(documents, queries)).isEqualTo(1);
    assertThat(mrr(documents, queries, "name")).isEqualTo(1);
    assertThat(mrr(documents, queries, "text.en")).isEqualTo(1);
    assertThat(mrr(documents, queries, "text")).isEqualTo(1);
    assertThat(mrr(documents, queries, "text.zh-HK", "summary")).isZero();
  }

  @Test
  void run_everyFieldOfAnOrganisation_isFound() {
    Path documents =
        lines(
            "{\"id\": \"a\", \"aliases\": [\"Aliasword\"], \"kind\": \"startup\", \"sectors\":"
                + " [\"fintech\"], \"website\": \"https://webword.example\", \"offers\":"
                + " [{\"titleEn\": \"Offerword\", \"textZhHans\": \"风筝\"}], \"needs\":"
                + " \"Needword\", \"computeReported\": {\"factEn\": \"Computeword\"},"
                + " \"cyberport\": {\"relation\": \"Campusword\"}, \"slug\": \"a\", \"sources\":"
                + " []}");
    for (String word :
        List.of(
            "aliasword",
            "webword",
            "offerword",
            "風箏",
            "needword",
            "computeword",
            "campusword",
            "financial technology")) {
      Path queries = lines("{\"q\": \"" + word + "\", \"relevant\": {\"a\": 1}}");
      assertThat(mrr(documents, queries)).as(word).isEqualTo(1);
    }
  }

  @Test
  void run_moreHitsThanAPage_reachesTheTwoHundredth() {
    StringBuilder documents = new StringBuilder();
    StringBuilder relevant = new StringBuilder();
    for (int i = 0; i < 250; i++) {
      documents.append("{\"id\": \"d").append(i).append("\", \"text\": \"kite\"}\n");
      relevant.append(i == 0 ? "" : ",").append("\"d").append(i).append("\": 1");
    }
    Report report =
        run(
            file(documents.toString()),
            lines("{\"q\": \"kite\", \"relevant\": {" + relevant + "}}"));
    assertThat(report.all().recall200()).isEqualTo(200.0 / 250);
  }

  @Test
  void run_longDocument_isFound() {
    String filler = "nothing of interest stands in these words ".repeat(2000);
    Path documents =
        lines(
            "{\"id\": \"a\", \"nameEn\": \""
                + "風箏".repeat(20_000)
                + "\", \"text\": \""
                + filler
                + "zeppelin\"}",
            "{\"id\": \"b\", \"text\": \"" + filler + "\"}");
    Path queries = lines("{\"q\": \"zeppelin\", \"relevant\": {\"a\": 1}}");
    assertThat(mrr(documents, queries)).isEqualTo(1);
  }

  @Test
  void run_longQuestion_isRankedByItsMostTellingWords() {
    String filler = "nothing of interest stands in these words ".repeat(200);
    Path documents =
        lines(
            "{\"id\": \"a\", \"text\": \"A zeppelin over the harbour\"}",
            "{\"id\": \"b\", \"text\": \"" + filler + "\"}",
            "{\"id\": \"c\", \"text\": \"" + filler + "\"}");
    Path queries = lines("{\"q\": \"" + filler + "zeppelin harbour\", \"relevant\": {\"a\": 1}}");
    assertThat(run(documents, queries).all().recall10()).isEqualTo(1);
    Path sentence =
        lines(
            "{\"q\": \"how would a zeppelin cross the harbour of Macau\", \"relevant\": {\"a\":"
                + " 1}}");
    assertThat(mrr(documents, sentence)).isEqualTo(1);
  }

  @Test
  void run_whatLooksOdd_isRemarked() {
    Report report =
        run(
            lines("{\"id\": \"d1\", \"titel\": \"Kite\"}"),
            lines(
                "{\"q\": \"kite\", \"relevant\": {\"d2\": 1}}",
                "{\"q\": \"kite\", \"relevant\": {\"d1\": 0}}"));
    assertThat(report.remarks()).hasSize(3);
    assertThat(report.remarks().get(0)).contains("(titel)").contains("nameEn");
    assertThat(report.remarks().get(1)).startsWith("1 of 2 queries");
    assertThat(report.remarks().get(2)).startsWith("1 relevant documents are not in");
    assertThat(report.all().queries()).isEqualTo(1);
  }

  @Test
  void run_faultsOfBothFiles_allAreToldWithTheirPlaces() {
    Path documents =
        lines(
            "{\"id\": \"a\", \"nameEn\": 7}",
            "",
            "{\"id\": \"a\"}",
            "{\"nameEn\": \"no id\"}",
            "not JSON",
            "{\"id\": \"b\", \"text\": [1]}");
    Path queries =
        lines(
            "{\"q\": \"\", \"lang\": \"en\", \"relevant\": {}}",
            "{\"q\": \"kite\", \"lang\": 3, \"relevant\": {\"a\": \"high\"}}",
            "{\"q\": \"kite\"}");
    String d = documents.getFileName() + ":";
    String q = queries.getFileName() + ":";
    assertThatThrownBy(() -> run(documents, queries, "summaryEn", "colour"))
        .asInstanceOf(type(Problem.InvalidInput.class))
        .satisfies(problem ->
            assertThat(problem.faults())
                .extracting(Fault::field)
                .containsExactlyInAnyOrder(
                    "--fields",
                    q + "1 q",
                    q + "2 lang",
                    q + "2 relevant.a",
                    q + "3 relevant",
                    d + "3 id",
                    d + "4 id",
                    d + "5",
                    d + "6 text"));
  }

  @Test
  void run_missingOrEmptyFile_isAFault() {
    assertThatThrownBy(() -> run(folder.resolve("nowhere"), lines(GOOD_QUERY)))
        .isInstanceOf(Problem.InvalidInput.class)
        .hasMessageContaining("cannot be read");
    assertThatThrownBy(() -> run(lines(GOOD_DOCUMENT), lines("")))
        .isInstanceOf(Problem.InvalidInput.class)
        .hasMessageContaining("holds no query");
    assertThatThrownBy(() -> run(lines(""), lines(GOOD_QUERY)))
        .isInstanceOf(Problem.InvalidInput.class)
        .hasMessageContaining("holds no document");
  }

  @Test
  void run_manyFaults_endsWithTheirNumber() {
    assertThatThrownBy(() -> run(file("x\n".repeat(150)), lines(GOOD_QUERY)))
        .asInstanceOf(type(Problem.InvalidInput.class))
        .satisfies(problem -> {
          assertThat(problem.faults()).hasSize(101);
          assertThat(problem.faults().getLast().value()).isEqualTo("50");
        });
  }

  @Test
  void run_leavesNothingBehind() throws IOException {
    long before = leftovers();
    run(lines(GOOD_DOCUMENT), lines(GOOD_QUERY));
    assertThat(leftovers()).isEqualTo(before);
  }

  private static long leftovers() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir", "/tmp")))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("praya-evaluation"))
          .count();
    }
  }

  private static double mrr(Path documents, Path queries, String... fields) {
    return run(documents, queries, fields).all().mrr();
  }

  private static Report run(Path documents, Path queries, String... fields) {
    return Evaluation.run(
        TaxonomyFile.read(Path.of("seed-data/taxonomy.json")),
        new Request(documents, queries, List.of(fields)));
  }

  private Path lines(String... lines) {
    return file(String.join("\n", lines));
  }

  private Path file(String text) {
    try {
      return Files.writeString(Files.createTempFile(folder, "file", ".jsonl"), text);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
