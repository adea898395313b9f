package praya;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import praya.json.Json;
import tools.jackson.databind.JsonNode;

class EvaluateCommandTest {
  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path documents = Path.of("");
  private Path queries = Path.of("");

  @BeforeEach
  void writeFiles() throws IOException {
    documents = Files.writeString(folder.resolve("d.jsonl"), "{\"id\": \"a\", \"text\": \"kite\"}");
    queries =
        Files.writeString(
            folder.resolve("q.jsonl"),
            "{\"q\": \"kite\", \"lang\": \"en\", \"relevant\": {\"a\": 1}}\n"
                + "{\"q\": \"hill\", \"lang\": \"fr\", \"relevant\": {\"a\": 1}}\n");
  }

  @Test
  void search_json_hasAllAndPerLanguageOnly() {
    assertThat(run("--json")).isZero();
    JsonNode json = Json.read(out.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    assertThat(json.propertyNames()).containsExactly("all", "perLanguage");
    assertThat(json.path("perLanguage").propertyNames()).containsExactly("en", "fr");
    assertThat(json.path("all").propertyNames())
        .containsExactly("ndcg10", "mrr", "success1", "recall10", "recall200", "queries");
    assertThat(json.path("all").path("ndcg10").doubleValue()).isEqualTo(0.5);
    assertThat(json.path("perLanguage").path("en").path("recall200").doubleValue()).isEqualTo(1);
  }

  @Test
  void search_table_hasARowForEachLanguageAndOneForAll() {
    assertThat(run("--worst", "1")).isZero();
    assertThat(out.toString().lines().map(line -> line.replaceFirst(" .*", "")))
        .contains("language", "en", "fr", "all");
    assertThat(out.toString()).contains("nDCG@10").contains("0.0000  fr  hill");
  }

  @Test
  void search_faults_endWith2AndTellEach() throws IOException {
    Files.writeString(documents, "{\"id\": \"a\"}\n{\"id\": \"a\"}");
    assertThat(run("--fields", "colour")).isEqualTo(2);
    assertThat(err.toString()).contains("d.jsonl:2 id (a)").contains("--fields (colour)");
    assertThat(out.toString()).isEmpty();
  }

  private int run(String... more) {
    CommandLine command = Main.commandLine();
    command.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    String[] arguments = new String[6 + more.length];
    System.arraycopy(
        new String[] {
          "evaluate", "search", "--documents", documents.toString(), "--queries", queries.toString()
        },
        0,
        arguments,
        0,
        6);
    System.arraycopy(more, 0, arguments, 6, more.length);
    return command.execute(arguments);
  }
}
