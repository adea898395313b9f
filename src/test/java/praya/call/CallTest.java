package praya.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import praya.domain.Fault;
import praya.domain.Problem;
import praya.domain.Viewer;
import praya.seed.Importer;
import praya.testkit.TestCore;

/** Calls from a file into the database and out again. */
class CallTest {
  private static final String GOOD =
      """
      {"id":"one","title_en":"One","title_zh_hant":"一","required_capabilities":["ocr"],\
      "organiser":"great-fig-bank","min_members":2,"max_members":3,"fictional":true}
      """;

  @TempDir Path folder;

  @Test
  void seed_isListedOpenOnesFirst() {
    try (TestCore test = TestCore.seeded()) {
      List<CallService.Seen> calls = test.core().calls().list(Viewer.ANYONE);
      assertThat(calls).hasSize(6);
      assertThat(calls)
          .extracting(CallService.Seen::open)
          .isSortedAccordingTo(Comparator.reverseOrder());
      assertThat(calls.getFirst().organiser()).isNotNull();
    }
  }

  @Test
  void sameFile_changesNothing_andAChangedLineOneCall() throws Exception {
    try (TestCore test = TestCore.seeded()) {
      assertThat(load(test, GOOD).created()).isEqualTo(1);
      assertThat(load(test, GOOD).unchanged()).isEqualTo(1);
      assertThat(load(test, GOOD.replace("\"One\"", "\"Two\"")).changed()).isEqualTo(1);
      assertThat(test.core().calls().get("one", Viewer.ANYONE).call().wording().title().en())
          .isEqualTo("Two");
      assertThat(
              test.query("select count(*) from audit where entity = 'call' and entity_id = 'one'"))
          .containsExactly("2");
    }
  }

  @Test
  void faults_areToldTogether() throws Exception {
    try (TestCore test = TestCore.seeded()) {
      String bad =
          """
          {"id":"one","required_capabilities":["magic"],"min_members":5,"max_members":3}
          {"id":"two","title_en":"T","required_capabilities":[],"organiser":"nobody-here","fictional":true}
          {"id":"three","title_en":"T","required_capabilities":["ocr"],"organiser":"nobody-here","fictional":true}
          {"id":"four","title_en":"T","required_capabilities":["ocr"],"organiser":"cyberport","fictional":true}
          """;
      var problem = catchThrowableOfType(Problem.InvalidInput.class, () -> load(test, bad));
      assertThat(problem.faults())
          .extracting(Fault::field)
          .map(field -> String.valueOf(field).replaceAll(".*/", ""))
          .contains(
              "calls.jsonl:1 title_en",
              "calls.jsonl:1 source",
              "calls.jsonl:1 required_capabilities",
              "calls.jsonl:1 max_members",
              "calls.jsonl:2 required_capabilities",
              "calls.jsonl:3 organiser",
              "calls.jsonl:4 fictional");
      assertThat(test.core().calls().list(Viewer.ANYONE)).hasSize(6);
    }
  }

  @Test
  void unknownCall_isTold() {
    try (TestCore test = TestCore.empty()) {
      var problem =
          catchThrowableOfType(
              Problem.NotFound.class, () -> test.core().calls().get("x", Viewer.ANYONE));
      assertThat(problem).hasMessageContaining("(x)");
    }
  }

  private Importer.Counts load(TestCore test, String lines) throws Exception {
    Path file = Files.writeString(folder.resolve("calls.jsonl"), lines);
    var request = new Importer.Request(List.of(file), false, TestCore.TESTER);
    return test.core().importer(true).run(request, (name, done, total) -> {}).getFirst();
  }
}
