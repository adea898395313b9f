package praya.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import praya.contract.Answer;
import praya.contract.ResponseCheck;
import praya.testkit.RunningApp;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whatever is sent, the answer is a refusal that a program can read, names the field where there is
 * one, and is never our fault. The tables have a request, the statuses that will do, and the field;
 * the field may have an index or a name behind it.
 */
class HostileInputTest {
  private static final ResponseCheck CONTRACT = ResponseCheck.ofProject();
  private static final String LONG = "a".repeat(5_000);

  private final RunningApp app = RunningApp.shared();
  private final List<String> faults = new ArrayList<>();

  @Test
  void addresses_areRefusedWithTheParameterNamed() throws IOException {
    for (String[] row : rows(HostileInputs.ADDRESSES)) {
      refused(RawRequest.get(row[0].replace("LONG", LONG)), row[1], row[2]);
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void values_tooMany_areRefused() throws IOException {
    String kinds = "kind=startup&".repeat(51);
    refused(RawRequest.get("/api/v1/organisations?" + kinds + "limit=1"), "400", "kind");
    assertThat(faults).isEmpty();
  }

  @Test
  void oddWords_areSearchedForAsTheyAre() throws IOException {
    for (String target : HostileInputs.ODD_BUT_GOOD.strip().split("\\s+")) {
      Answer answer = RawRequest.get(target).send(app.baseUri());
      expect(answer.status() == 200, answer, "status 200");
      faults.addAll(CONTRACT.faults(answer));
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void methods_thatAreNotServed_areRefused() throws IOException {
    for (String[] row : rows(HostileInputs.METHODS)) {
      String[] words = row[0].split(" ");
      RawRequest request = RawRequest.get(words[1]);
      refused(
          new RawRequest(words[0], words[1], request.headers(), request.body()), row[1], row[2]);
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void bodies_areRefusedWithTheFieldNamed() throws IOException {
    for (String[] row : rows(HostileInputs.BODIES)) {
      String[] words = row[0].split(" ", 2);
      refused(json(words[0], HostileInputs.bytes(words[1])), row[1], row[2]);
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void bodies_deepOrHuge_areRefused() throws IOException {
    String deep = "[".repeat(5_000) + "]".repeat(5_000);
    refused(json("organisations", "{\"aliases\":" + deep + "}"), "400", "body");
    String objects = "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000);
    refused(json("offers", objects), "400", "body");
    String digits = "{\"foundedOrIntakeYear\":" + "9".repeat(100_000) + "}";
    refused(json("organisations", digits), "400/422", "-");
    byte[] huge = new byte[2 << 20];
    Arrays.fill(huge, (byte) ' ');
    RawRequest large = json("organisations", huge);
    refused(large, "413", "-");
    refused(large.with("Transfer-Encoding", "chunked"), "413", "-");
    assertThat(faults).isEmpty();
  }

  @Test
  void bodies_thatAreNotUtf8_areRefused() throws IOException {
    byte[] broken = "{\"nameEn\":\"??\"}".getBytes(StandardCharsets.US_ASCII);
    broken[11] = (byte) 0xC3;
    broken[12] = (byte) 0x28;
    refused(json("organisations", broken), "400", "body");
    byte[] control = "{\"nameEn\":\"?\"}".getBytes(StandardCharsets.US_ASCII);
    control[11] = 0;
    refused(json("organisations", control), "400", "body");
    assertThat(faults).isEmpty();
  }

  @Test
  void headers_areRefusedWithTheirName() throws IOException {
    RawRequest good = json("organisations", "{}");
    for (String[] row : rows(HostileInputs.HEADERS)) {
      String[] header = row[0].split(": ?", 2);
      refused(good.with(header[0], header[1].replace("LONG", LONG)), row[1], row[2]);
    }
    refused(good.without("Content-Type"), "415", "Content-Type");
    refused(good.without("Authorization"), "401", "-");
    assertThat(faults).isEmpty();
  }

  @Test
  void requests_thatAreNotHttp_areRefusedWithoutAStackTrace() throws IOException {
    for (String target : List.of("no-slash", "/a b", "/api/v1/stats\u0001", "*")) {
      Answer answer = RawRequest.get(target).send(app.baseUri());
      expect(answer.status() >= 400 && answer.status() < 500, answer, "a refusal");
      expect(!answer.body().contains("Exception"), answer, "no stack trace");
    }
    assertThat(faults).isEmpty();
  }

  private void refused(RawRequest request, String statuses, String field) throws IOException {
    Answer answer = request.send(app.baseUri());
    String status = Integer.toString(answer.status());
    expect(Arrays.asList(statuses.split("/")).contains(status), answer, "status " + statuses);
    expect(!answer.body().contains("Exception"), answer, "no stack trace");
    if (!field.equals("-")) {
      expect(names(answer, field), answer, "the field " + field);
    }
    faults.addAll(CONTRACT.faults(answer));
  }

  private static boolean names(Answer answer, String field) {
    if (!answer.headers().getOrDefault("Content-Type", "").contains("json")) {
      return false;
    }
    JsonNode errors = JsonMapper.shared().readTree(answer.body()).path("errors");
    return errors.values().stream()
        .map(error -> error.path("field").asString())
        .anyMatch(name -> name.equals(field) || name.matches("\\Q" + field + "\\E[.\\[].*"));
  }

  private void expect(boolean holds, Answer answer, String wanted) {
    if (!holds) {
      String start = answer.toString().substring(0, Math.min(200, answer.toString().length()));
      faults.add(start + " needs " + wanted + ": " + answer.body());
    }
  }

  private RawRequest json(String collection, String body) {
    return json(collection, body.getBytes(StandardCharsets.UTF_8));
  }

  private RawRequest json(String collection, byte[] body) {
    return RawRequest.post("/api/v1/" + collection, "application/json", body)
        .with("Authorization", "Bearer " + app.staffKey());
  }

  /** Request, statuses and field of each line. */
  private static List<String[]> rows(String table) {
    return table
        .lines()
        .filter(line -> !line.isBlank())
        .map(line -> line.split(" +\\| +"))
        .toList();
  }
}
