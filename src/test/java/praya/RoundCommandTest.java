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

class RoundCommandTest {
  private static final String GOOD =
      """
      {"participants": [{"id": "ant", "slots": 2}, {"id": "bee"}, {"id": "cat", "slots": 3, "floor": 0},
                        {"id": "dog", "slots": 2}],
       "pairs": [{"from": "bee", "to": "ant", "score": 0.75},
                 {"from": "ant", "to": "cat", "forth": 0.5, "back": 0.9},
                 {"from": "bee", "to": "cat", "score": 0.8}, {"from": "cat", "to": "dog", "score": 0.2}],
       "must": [["dog", "cat"]], "never": [["bee", "dog"]], "conflicts": [["ant", "dog"]],
       "on": "2026-11-23", "met": [{"from": "ant", "to": "bee", "on": ["2026-05-01"]}],
       "previous": {"pairs": [["ant", "cat"]], "changeCost": 0.05}, "weights": "v3", "seed": 7,
       "event": {"starts": "2026-12-01T09:00:00+08:00", "rooms": 2, "absences": {"ant": [1]}}}
      """;

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void json_tellsAllThatIsNeededToCheckIt() throws IOException {
    assertThat(run(GOOD, "--json", "--caps", "1")).isZero();
    JsonNode json = Json.read(out.toString().getBytes(StandardCharsets.UTF_8));
    assertThat(json.path("objective").decimalValue()).isEqualByComparingTo("1.6429");
    assertThat(json.path("gap").intValue()).isZero();
    assertThat(json.path("exact").booleanValue()).isTrue();
    assertThat(json.path("seed").intValue()).isEqualTo(7);
    assertThat(json.path("weights").stringValue()).isEqualTo("v3");
    assertThat(json.path("snapshot").stringValue()).hasSize(64);
    assertThat(json.path("churn").path("moved").intValue()).isEqualTo(2);
    assertThat(json.path("pairs")).hasSize(3);
    assertThat(json.path("fairness")).hasSize(2);
    assertThat(json.path("open").get(0).path("from").stringValue()).isEqualTo("bee");
    assertThat(json.path("plan").path("slots").intValue()).isEqualTo(3);
  }

  @Test
  void table_tellsBoundWhyNotAndCalendars() throws IOException {
    Path calendars = folder.resolve("calendars");
    assertThat(run(GOOD, "--why", "bee", "--calendar", calendars.toString())).isZero();
    assertThat(out.toString())
        .contains("the objective is the best possible", "3 of 3, at most 3", "why not, for bee")
        .contains("no slot left: bee", "slots of the day     3, no plan has fewer");
    assertThat(Files.readString(calendars.resolve("ant.ics"))).contains("SUMMARY:cat");
  }

  @Test
  void faults_areAllToldWithTheirPlace() throws IOException {
    String bad =
        """
        {"participants": [{"id": "a", "slot": 2}, {"id": "a", "floor": 3}, {"id": "b"}, {"id": "c"}],
         "pairs": [{"from": "a", "to": "x", "score": 1.00001}, {"from": "a", "to": "a", "score": 1},
                   {"from": "a", "to": "b", "score": 1}, {"from": "b", "to": "a", "score": 1},
                   {"from": "b", "to": "c", "forth": 1}],
         "must": [["a", "b"], ["b", "c"]], "never": [["b", "a"], ["q", "r"]],
         "met": [{"from": "a", "to": "b", "on": "yesterday"}], "seed": "x", "extra": 1,
         "event": {"starts": "noon", "rooms": ["A", "A"], "absences": {"z": [0]}}}
        """;
    assertThat(run(bad)).isEqualTo(2);
    assertThat(err.toString())
        .contains(
            "round.json /extra", "round.json /participants/0/slot", "/participants/1/floor (3)")
        .contains("/participants/1/id (\"a\")", "/pairs/0/score (1.00001)", "/pairs/0 (x)")
        .contains(
            "/pairs/1", "/pairs/3", "given twice, before at (round.json /pairs/2)", "/pairs/4")
        .contains(
            "/must (a – b): The pair is also in never", "/must, /locked (b): These settle 2 pairs")
        .contains("/met/0/on (\"yesterday\")", "/seed (\"x\")", "/event/starts (\"noon\")")
        .contains("/event/rooms/1", "/event/absences (z)", "/event/absences/z/0 (0)");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void brokenJson_isToldWithLineAndColumn() throws IOException {
    assertThat(run("{\"participants\": [}")).isEqualTo(2);
    assertThat(err.toString()).contains("line 1, column 19");
  }

  @Test
  void sides_mustBeTwoAndGivenToAll() throws IOException {
    assertThat(
            run(
                "{\"participants\": [{\"id\": \"a\", \"side\": \"x\"}, {\"id\": \"b\"}], \"pairs\":"
                    + " []}"))
        .isEqualTo(2);
    assertThat(err.toString()).contains("Give all a side, or none.");
  }

  @Test
  void missingFile_andWrongOptions_endWith2() throws IOException {
    assertThat(execute("round", folder.resolve("none.json").toString())).isEqualTo(2);
    assertThat(err.toString()).contains("cannot be read");
    String small = "{\"participants\": [{\"id\": \"a\"}], \"pairs\": []}";
    assertThat(run(small, "--caps", "0", "--why", "b", "--calendar", "x")).isEqualTo(2);
    assertThat(err.toString()).contains("--why (b)", "--caps (0)", "--calendar (x)");
  }

  private int run(String json, String... options) throws IOException {
    Path file = Files.writeString(folder.resolve("round.json"), json);
    String[] arguments = new String[options.length + 2];
    arguments[0] = "round";
    arguments[1] = file.toString();
    System.arraycopy(options, 0, arguments, 2, options.length);
    return execute(arguments);
  }

  private int execute(String... arguments) {
    CommandLine command = Main.commandLine();
    command.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    return command.execute(arguments);
  }
}
