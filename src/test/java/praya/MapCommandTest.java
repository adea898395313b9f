package praya;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import praya.json.Json;
import tools.jackson.databind.JsonNode;

class MapCommandTest {
  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void map_json_tellsCommunitiesAndWhatHoldsThemTogether() throws IOException {
    assertThat(run("a,b\nb,c\nc,a\nc,d\nd,e\ne,f\nf,d\nalone,alone\n", "--json", "--stability"))
        .isZero();
    JsonNode json = Json.read(out.toString().getBytes(StandardCharsets.UTF_8));
    assertThat(json.path("communities").path(0).path("nodes").toString())
        .isEqualTo("[\"a\",\"b\",\"c\"]");
    assertThat(json.path("communities").size()).isEqualTo(3);
    assertThat(json.path("bridges").toString()).isEqualTo("[[\"c\",\"d\"]]");
    assertThat(json.path("brokers").toString()).isEqualTo("[\"c\",\"d\"]");
    assertThat(json.path("isolates").toString()).isEqualTo("[\"alone\"]");
    assertThat(json.path("helpful").path(0).path("to").stringValue()).isEqualTo("alone");
    assertThat(json.path("stability").doubleValue()).isEqualTo(1);
  }

  @Test
  void map_twice_printsTheSame() throws IOException {
    assertThat(run("a,b,2\nb,c,1\nc,a,1\nc,d,1\n")).isZero();
    String first = out.toString();
    assertThat(first).contains("4 nodes, 4 ties, 1 connected parts");
    out.getBuffer().setLength(0);
    assertThat(run("c,d,1\nc,b,1\na,b,1\na,b,1\na,c,1\n")).isZero();
    assertThat(out.toString()).isEqualTo(first);
  }

  @Test
  void map_faults_endWith2AndTellEach() throws IOException {
    assertThat(run("a,b,0\nb,c,-1\nc\n")).isEqualTo(2);
    assertThat(err.toString()).contains("e.csv:1 weight (0)", "e.csv:2 weight (-1)", "e.csv:3");
    assertThat(run("a,b\n", "--resolution", "0")).isEqualTo(2);
    assertThat(out.toString()).isEmpty();
  }

  private int run(String rows, String... more) throws IOException {
    Path file = Files.writeString(folder.resolve("e.csv"), rows);
    List<String> arguments = new ArrayList<>(List.of("map", "--edges", file.toString()));
    arguments.addAll(List.of(more));
    return Main.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments.toArray(String[]::new));
  }
}
