package praya.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import praya.domain.Fault;
import praya.domain.Language;
import praya.domain.Problem;
import praya.domain.Side;
import praya.domain.Viewer;
import praya.domain.Vocabulary;
import praya.testkit.TestCore;

/** Files come in whole or not at all, and say everything that is wrong with them. */
class ImporterTest {
  private static final String FIRST =
      "{\"slug\":\"first-firm\",\"name_en\":\"First Firm\",\"kind\":\"startup\","
          + "\"layers\":[\"industry-application\"],\"sectors\":[\"fintech\"],"
          + "\"capabilities\":[\"computer-vision\"],\"founded_or_intake_year\":2020,"
          + "\"cyberport\":{\"member\":true,\"relation\":null},"
          + "\"compute_reported\":{\"fact_en\":\"Uses it\",\"date\":\"2026-01-02\"},"
          + "\"fictional\":true,\"sources\":[\"test\"]}";
  private static final String SECOND =
      "{\"slug\":\"second-firm\",\"name_zh_hant\":\"第二\",\"kind\":\"startup\","
          + "\"fictional\":true,\"sources\":[\"test\"]}";

  private final TestCore test = TestCore.withTaxonomy();

  @TempDir Path folder;

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void seed_importedTwice_changesNothingTheSecondTime() {
    try (var empty = TestCore.empty()) {
      List<Importer.Counts> first = run(empty, TestCore.seedFiles(), false);
      assertThat(first).hasSize(13).allMatch(file -> file.created() > 0 && file.unchanged() == 0);
      assertThat(empty.count("organisation")).isEqualTo(455);
      assertThat(empty.count("need")).isEqualTo(128);
      assertThat(empty.count("offer")).isEqualTo(162);
      assertThat(empty.count("relation")).isEqualTo(201);
      assertThat(empty.count("allocation")).isEqualTo(48);
      assertThat(empty.count("usage")).isEqualTo(1194);
      long changes = empty.count("change");
      long audit = empty.count("audit");
      long statements = empty.count("statement");

      List<Importer.Counts> second = run(empty, TestCore.seedFiles(), false);
      assertThat(second).allMatch(file -> file.created() == 0 && file.changed() == 0);
      assertThat(second).extracting(Importer.Counts::total).doesNotContain(0);
      assertThat(empty.count("change")).isEqualTo(changes);
      assertThat(empty.count("audit")).isEqualTo(audit);
      assertThat(empty.count("statement")).isEqualTo(statements);
    }
  }

  @Test
  void check_storesNothing() throws IOException {
    Path file = write("organisations.jsonl", FIRST, SECOND);
    long changes = test.count("change");
    assertThat(run(test, List.of(file), true).getFirst().created()).isEqualTo(2);
    assertThat(test.count("organisation")).isZero();
    assertThat(test.count("change")).isEqualTo(changes);
    assertThat(test.count("audit")).isEqualTo(changes);
  }

  @Test
  void check_taxonomy_isTakenBackInMemoryToo() throws IOException {
    Path file = folder.resolve("taxonomy.json");
    String seed = Files.readString(TestCore.SEED.resolve("taxonomy.json"));
    Files.writeString(file, seed.replace("\"Financial technology\"", "\"Money\""));
    assertThat(Files.readString(file)).as("the label is in the seed").isNotEqualTo(seed);
    assertThat(run(test, List.of(file), true).getFirst().changed()).isEqualTo(1);
    assertThat(label("fintech")).isEqualTo("Financial technology");
    assertThat(run(test, List.of(file), false).getFirst().changed()).isEqualTo(1);
    assertThat(label("fintech")).isEqualTo("Money");
  }

  @Test
  void check_whatOnlyTheEndOfATransactionShows_isTold() throws IOException {
    run(test, List.of(write("organisations.jsonl", FIRST)), false);
    run(test, List.of(write("allocations.jsonl", allocation(2000))), false);
    Path centre = folder.resolve("centre.json");
    String seed = Files.readString(TestCore.SEED.resolve("demo/centre.json"));
    Files.writeString(centre, seed.replace("\"pflops\": 3000", "\"pflops\": 1999"));
    for (boolean check : List.of(true, false)) {
      assertThat(faults(List.of(centre), check))
          .as("check %s", check)
          .singleElement()
          .extracting(Fault::message)
          .asString()
          .contains("2000 PFLOPS", "1999");
    }
  }

  @Test
  void faults_areToldTogetherWithTheirPlaces_andNothingIsStored() throws IOException {
    List<Path> files =
        List.of(
            write(
                "organisations.jsonl",
                FIRST,
                "",
                SECOND.replace("startup", "no-such-kind").replace("second", "third"),
                SECOND.replace("\"test\"", "").replace("second", "Bad_Slug")),
            write(
                "needs.jsonl",
                need("need-1", "first-firm", "2026-01-01"),
                need("need-2", "nobody", "2026-01-01"),
                need("need-3", "first-firm", "tomorrow")),
            write("relations.jsonl", relation("first-firm", "not-there")),
            write(
                "usage.jsonl",
                "{\"allocation\":\"none\",\"week\":\"2026-01-05\","
                    + "\"available_card_hours\":1,\"used_card_hours\":1}"));
    List<Fault> faults = faults(files, false);
    assertThat(faults)
        .extracting(Fault::field)
        .containsExactly(
            "organisations.jsonl:3 kind",
            "organisations.jsonl:4 slug",
            "organisations.jsonl:4 sources",
            "relations.jsonl:1 to",
            "needs.jsonl:2 organisation",
            "needs.jsonl:3 opens",
            "usage.jsonl:1 allocation");
    assertThat(faults)
        .extracting(Fault::value)
        .contains("no-such-kind", "not-there", "nobody", "tomorrow");
    assertThat(test.count("organisation")).isZero();
    assertThat(test.count("need")).isZero();
  }

  @Test
  void line_thatIsNotJson_isToldWithItsNumberBesideOthers() throws IOException {
    Path file = write("organisations.jsonl", FIRST, "{\"slug\": ", "[1]", "\"x\"", SECOND);
    assertThat(faults(List.of(file), false))
        .extracting(Fault::field)
        .allMatch(field -> field.matches("organisations\\.jsonl:[234].*"))
        .hasSize(3);
  }

  @Test
  void line_withBytesThatAreNoUtf8_isAFault() throws IOException {
    Path file = folder.resolve("organisations.jsonl");
    byte[] bytes = FIRST.replace("First Firm", "F\u00ffrm").getBytes("ISO-8859-1");
    Files.write(file, bytes);
    assertThat(faults(List.of(file), false)).hasSize(1);
  }

  @Test
  void file_withAnUnknownName_isToldWithTheKnownOnes() throws IOException {
    Path file = write("organisation.jsonl", FIRST);
    assertThat(faults(List.of(file), false))
        .singleElement()
        .satisfies(fault -> {
          assertThat(fault.value()).isEqualTo("organisation.jsonl");
          assertThat(fault.message()).contains("organisations.jsonl", "usage.jsonl");
        });
  }

  @Test
  void fields_inSnakeCase_areReadAndCamelCaseIsRefused() throws IOException {
    run(test, List.of(write("organisations.jsonl", FIRST)), false);
    var first = test.core().organisations().get("first-firm", Viewer.STAFF).entry();
    assertThat(first.profile().name().en()).isEqualTo("First Firm");
    assertThat(first.profile().foundedOrIntakeYear()).isEqualTo(2020);
    assertThat(first.campus().member()).isTrue();
    assertThat(first.computeReported().fact().en()).isEqualTo("Uses it");

    Path camel = write("organisations.jsonl", SECOND.replace("name_zh_hant", "nameZhHant"));
    assertThat(faults(List.of(camel), false))
        .extracting(Fault::field)
        .contains("organisations.jsonl:1 nameZhHant");
  }

  @Test
  void organisation_changed_isReplacedAndKeepsItsConfirmation() throws IOException {
    String confirmed =
        FIRST.replace("\"fictional\"", "\"confirmed_at\":\"2026-11-01T09:00:00Z\",\"fictional\"");
    run(test, List.of(write("organisations.jsonl", confirmed)), false);
    Path silent = write("organisations.jsonl", FIRST);
    assertThat(run(test, List.of(silent), false).getFirst().unchanged()).isEqualTo(1);
    Path renamed = write("organisations.jsonl", FIRST.replace("First Firm", "Renamed"));
    assertThat(run(test, List.of(renamed), false).getFirst().changed()).isEqualTo(1);
    var present = test.core().organisations().get("first-firm", Viewer.STAFF);
    assertThat(present.version()).isEqualTo(2);
    assertThat(present.entry().origin().confirmedAt()).hasToString("2026-11-01T09:00:00Z");
  }

  @Test
  void file_withTheSameRecordTwice_endsWithTheLast() throws IOException {
    Path file = write("organisations.jsonl", FIRST, FIRST.replace("First Firm", "Last"));
    var counts = run(test, List.of(file), false).getFirst();
    assertThat(List.of(counts.created(), counts.changed())).containsExactly(1, 1);
    assertThat(test.core().organisations().get("first-firm", Viewer.STAFF).profile().name().en())
        .isEqualTo("Last");
  }

  @Test
  void files_inAnyOrder_areLoadedByWhatTheyName() throws IOException {
    List<Path> files =
        List.of(
            write("needs.jsonl", need("need-1", "first-firm", "2026-01-01")),
            write("allocations.jsonl", allocation(10)),
            write("organisations.jsonl", FIRST));
    run(test, files, false);
    assertThat(test.core().exchanges().get(Side.NEED, "need-1", Viewer.ANYONE).version())
        .isEqualTo(1);
  }

  @Test
  void usage_isStoredByWeekAndCorrected() throws IOException {
    run(test, List.of(write("organisations.jsonl", FIRST)), false);
    run(test, List.of(write("allocations.jsonl", allocation(10))), false);
    Path weeks = write("usage.jsonl", usage("2026-01-05", 100), usage("2026-01-12", 200));
    assertThat(run(test, List.of(weeks), false).getFirst().created()).isEqualTo(2);
    assertThat(run(test, List.of(weeks), false).getFirst().unchanged()).isEqualTo(2);
    run(test, List.of(write("usage.jsonl", usage("2026-01-12", 300))), false);
    var used = test.core().allocations().get("alloc-1", Viewer.STAFF).used();
    assertThat(used.usedCardHours()).isEqualTo(400);
    assertThat(used.weeks()).isEqualTo(2);

    List<Fault> faults =
        faults(
            List.of(write("usage.jsonl", usage("2026-01-13", 1), usage("2026-01-19", 2000))),
            false);
    assertThat(faults)
        .extracting(Fault::field)
        .containsExactly("usage.jsonl:1 week", "usage.jsonl:2 usedCardHours");
  }

  @Test
  void centre_withoutDemo_leavesOutWhatOnlyIllustrates() {
    try (var empty = TestCore.empty()) {
      var files =
          List.of(
              TestCore.SEED.resolve("taxonomy.json"), TestCore.SEED.resolve("demo/centre.json"));
      var request = new Importer.Request(files, false, TestCore.TESTER);
      empty.core().importer(false).run(request, (file, done, total) -> {});
      var centre = empty.core().centre().get();
      assertThat(centre.rates()).isEmpty();
      assertThat(centre.phases()).hasSize(2);
      assertThat(centre.facts()).noneMatch(fact -> "illustrative".equals(fact.status()));
    }
    assertThat(test.core().centre().get().rates()).hasSize(1);
  }

  @Test
  void taxonomy_withFaults_tellsEachWithItsPlace() throws IOException {
    Path file =
        write(
            "taxonomy.json",
            "{\"version\":\"x\",\"kinds\":\"startup\",\"flavours\":[],\"layers\":["
                + term("one", null)
                + ","
                + term("one", null)
                + ","
                + term("two", null).replace("\"en\":\"two\",", "")
                + ",5],\"capabilities\":["
                + term("child", "nobody")
                + "]}");
    assertThat(faults(List.of(file), false))
        .extracting(Fault::field)
        .containsExactlyInAnyOrder(
            "taxonomy.json kinds",
            "taxonomy.json flavours",
            "taxonomy.json layers[1] code",
            "taxonomy.json layers[2] en",
            "taxonomy.json layers[3]",
            "taxonomy.json child parent");
  }

  @Test
  void taxonomy_inAnotherOrder_isAChange() throws IOException {
    String seed = Files.readString(TestCore.SEED.resolve("taxonomy.json"));
    var json = (tools.jackson.databind.node.ObjectNode) praya.json.Json.mapper().readTree(seed);
    var sectors = (tools.jackson.databind.node.ArrayNode) json.get("sectors");
    sectors.add(sectors.remove(0));
    Path file = write("taxonomy.json", json.toString());
    assertThat(run(test, List.of(file), false).getFirst().changed()).isEqualTo(1);
    assertThat(test.core().taxonomy().current().list(Vocabulary.SECTORS).getLast().code())
        .isEqualTo("fintech");
  }

  @Test
  void taxonomy_withoutATermInUse_isRefusedAndStaysInMemory() throws IOException {
    run(test, List.of(write("organisations.jsonl", FIRST)), false);
    String seed = Files.readString(TestCore.SEED.resolve("taxonomy.json"));
    var json = (tools.jackson.databind.node.ObjectNode) praya.json.Json.mapper().readTree(seed);
    ((tools.jackson.databind.node.ArrayNode) json.get("sectors")).remove(0);
    Path file = write("taxonomy.json", json.toString());
    assertThat(faults(List.of(file), false))
        .singleElement()
        .extracting(Fault::field)
        .isEqualTo("taxonomy.json");
    assertThat(label("fintech")).isEqualTo("Financial technology");
  }

  @Test
  void progress_reachesTheEndOfEachFile() throws IOException {
    Path file = write("organisations.jsonl", FIRST, SECOND);
    var seen = new ArrayList<String>();
    var request = new Importer.Request(List.of(file), false, TestCore.TESTER);
    test.core()
        .importer(true)
        .run(request, (name, done, total) -> seen.add(name + " " + done + "/" + total));
    assertThat(seen).containsExactly("organisations.jsonl 1/2", "organisations.jsonl 2/2");
  }

  private String label(String sector) {
    return test.core().taxonomy().current().label(Vocabulary.SECTORS, sector, Language.EN);
  }

  private static String need(String id, String organisation, String opens) {
    return "{\"id\":\""
        + id
        + "\",\"organisation\":\""
        + organisation
        + "\",\"exchange\":\"capability\",\"title_en\":\"A need\",\"visibility\":\"public\","
        + "\"opens\":\""
        + opens
        + "\",\"fictional\":true}";
  }

  private static String relation(String from, String to) {
    return "{\"from\":\""
        + from
        + "\",\"to\":\""
        + to
        + "\",\"type\":\"partner\",\"source\":\"test\",\"fictional\":true}";
  }

  private static String allocation(int cards) {
    return "{\"id\":\"alloc-1\",\"organisation\":\"first-firm\",\"project_en\":\"P\","
        + "\"scheme\":\"list-price\",\"cards\":"
        + cards
        + ",\"from\":\"2026-01-01\",\"to\":\"2026-12-31\",\"status\":\"active\","
        + "\"fictional\":true}";
  }

  private static String usage(String week, int used) {
    return "{\"allocation\":\"alloc-1\",\"week\":\""
        + week
        + "\",\"available_card_hours\":1680,\"used_card_hours\":"
        + used
        + "}";
  }

  private static String term(String code, String parent) {
    return "{\"code\":\""
        + code
        + "\",\"parent\":"
        + (parent == null ? "null" : "\"" + parent + "\"")
        + ",\"en\":\""
        + code
        + "\",\"zh_hant\":\"z\",\"zh_hans\":\"z\",\"synonyms\":[]}";
  }

  private Path write(String name, String... lines) throws IOException {
    return Files.writeString(folder.resolve(name), String.join("\n", lines));
  }

  private static List<Importer.Counts> run(TestCore test, List<Path> files, boolean check) {
    var request = new Importer.Request(files, check, TestCore.TESTER);
    return test.core().importer(true).run(request, (file, done, total) -> {});
  }

  private List<Fault> faults(List<Path> files, boolean check) {
    return catchThrowableOfType(Problem.InvalidInput.class, () -> run(test, files, check)).faults();
  }
}
