package praya.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The check lets the documented examples pass and rejects every planted departure from them. */
class ResponseCheckTest {
  private static final OpenApiDocument DOCUMENT = OpenApiDocument.shared();
  private static final String OFFER = "/api/v1/offers/offer-001";
  private static final Map<String, String> JSON =
      Map.of("Content-Type", "application/json; charset=utf-8", "ETag", "\"1\"");
  private static final Map<String, String> PROBLEM =
      Map.of("Content-Type", "application/problem+json");

  private final ResponseCheck check = new ResponseCheck(DOCUMENT);

  @Test
  void faults_documentedExample_areNone() {
    assertThat(check.faults(answer(200, JSON, offer().toString()))).isEmpty();
    assertThat(check.faults(answer(404, PROBLEM, problem(404)))).isEmpty();
    assertThat(check.faults(answer(304, Map.of("ETag", "\"1\""), ""))).isEmpty();
  }

  @Test
  void faults_fieldTooMany_isNamed() {
    assertFault(answer(200, JSON, offer().put("colour", "red").toString()), "colour");
  }

  @Test
  void faults_fieldMissing_isNamed() {
    ObjectNode offer = offer();
    offer.remove("closes");
    assertFault(answer(200, JSON, offer.toString()), "closes");
  }

  @Test
  void faults_wrongTypeEnumAndFormat_areNamed() {
    assertFault(answer(200, JSON, offer().put("version", "1").toString()), "version");
    assertFault(answer(200, JSON, offer().put("visibility", "secret").toString()), "visibility");
    assertFault(answer(200, JSON, offer().put("opens", "tomorrow").toString()), "opens");
    assertFault(answer(200, JSON, offer().putNull("textEn").putNull("open").toString()), "open");
  }

  @Test
  void faults_wrongStatusTypeOrHeader_areNamed() {
    assertFault(answer(418, JSON, offer().toString()), "status");
    assertFault(
        answer(200, Map.of("Content-Type", "text/html", "ETag", "\"1\""), "<p>"), "content type");
    assertFault(
        answer(200, Map.of("Content-Type", "application/json"), offer().toString()), "ETag");
    Map<String, String> unquoted = new LinkedHashMap<>(JSON);
    unquoted.put("ETag", "1096090461");
    assertFault(answer(200, unquoted, offer().toString()), "ETag");
    assertFault(answer(200, JSON, "{"), "not JSON");
    assertFault(answer(304, Map.of("ETag", "\"1\""), "{}"), "no body");
  }

  @Test
  void faults_unknownPathOrMethod_mustBeARefusal() {
    assertFault(new Answer("GET", "/api/v1/nothing", 200, JSON, "{}"), "path");
    assertThat(check.faults(new Answer("GET", "/api/v1/nothing", 404, PROBLEM, problem(404))))
        .isEmpty();
    assertFault(new Answer("PUT", "/api/v1/offers", 404, PROBLEM, problem(404)), "method");
    assertFault(new Answer("PUT", "/api/v1/offers", 405, PROBLEM, problem(405)), "Allow");
    Map<String, String> allow = new LinkedHashMap<>(PROBLEM);
    allow.put("Allow", "GET, POST");
    assertThat(check.faults(new Answer("PUT", "/api/v1/offers", 405, allow, problem(405))))
        .isEmpty();
  }

  @Test
  void faults_shortOrganisation_areNoneOnlyWithFields() {
    String body =
        """
        {"id": "019ab2c4-5a00-7b32-8c44-1f2e3d4c5b6a", "slug": "fano-labs"}\
        """;
    String path = "/api/v1/organisations/fano-labs";
    assertThat(check.faults(new Answer("GET", path + "?fields=slug", 200, JSON, body))).isEmpty();
    assertFault(new Answer("GET", path, 200, JSON, body), "nameEn");
    assertFault(new Answer("GET", path + "?lang=en", 200, JSON, body), "nameEn");
  }

  private static Answer answer(int status, Map<String, String> headers, String body) {
    return new Answer("GET", OFFER, status, headers, body);
  }

  private void assertFault(Answer answer, String words) {
    assertThat(check.faults(answer))
        .as(answer.toString())
        .anySatisfy(f -> assertThat(f).contains(words));
  }

  private static ObjectNode offer() {
    JsonNode value = DOCUMENT.root().node().requiredAt("/components/examples/ReadOffer/value");
    return (ObjectNode) value.deepCopy();
  }

  private static String problem(int status) {
    return """
    {"type": "/api#problem", "title": "Wrong.", "status": %d, "detail": "Wrong.", "instance": "/"}\
    """
        .formatted(status);
  }
}
