package praya;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import praya.json.Json;
import tools.jackson.databind.JsonNode;

class ConsortiumCommandTest {
  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void json_tellsTeamsBoundAndGaps() throws IOException {
    String graph = "# known\nfrom,to,cost\nant,bee,2.5\nbee,cat\ncat,dog,1\n";
    assertThat(run(graph, "node;skill\nant;rag|tuning\ncat;vision\ndog;vision\n", "--json"))
        .isZero();
    JsonNode json = Json.read(out.toString().getBytes(StandardCharsets.UTF_8));
    assertThat(json.path("cost").decimalValue()).isEqualByComparingTo("3.5");
    assertThat(json.path("exact").booleanValue()).isTrue();
    assertThat(json.path("nobodyCovers").get(0).stringValue()).isEqualTo("law");
    assertThat(json.path("teams")).hasSize(1);
    assertThat(json.path("teams").get(0).path("members")).hasSize(3);
    assertThat(json.path("teams").get(0).path("relations").get(0).path("from").stringValue())
        .isEqualTo("ant");
  }

  @Test
  void table_namesWhoOnlyJoins() throws IOException {
    assertThat(run("ant\tbee\nbee\tcat\n", "ant,rag\ncat,vision;tuning\n")).isZero();
    assertThat(out.toString()).contains("(joins the others)", "ant – bee, cost 1", "nobody covers");
  }

  @Test
  void faults_areAllToldWithTheirLine() throws IOException {
    assertThat(run("from,to,cost\na,b,-1\na,a,1\nb\n", "a\n", "--best", "0", "--max-size", "0"))
        .isEqualTo(2);
    assertThat(err.toString())
        .contains("graph.csv:2 (-1)", "graph.csv:3 (a)", "graph.csv:4 (b)", "skills.csv:1 (a)")
        .contains("--best (0)", "--max-size (0)");
    assertThat(out.toString()).isEmpty();
  }

  private int run(String graph, String skills, String... options) throws IOException {
    Path graphFile = Files.writeString(folder.resolve("graph.csv"), graph);
    Path skillsFile = Files.writeString(folder.resolve("skills.csv"), skills);
    CommandLine command = Main.commandLine();
    command.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    String[] first = {
      "consortium",
      "--graph",
      graphFile.toString(),
      "--skills",
      skillsFile.toString(),
      "--need",
      "rag,vision,law"
    };
    String[] arguments = java.util.Arrays.copyOf(first, first.length + options.length);
    System.arraycopy(options, 0, arguments, first.length, options.length);
    return command.execute(arguments);
  }
}
