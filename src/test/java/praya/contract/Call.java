package praya.contract;

import static io.restassured.RestAssured.given;

import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import praya.testkit.RunningApp;
import tools.jackson.databind.JsonNode;

/**
 * A request for a documented operation, before it is sent. Immutable; each {@code with} is a copy.
 *
 * @param id what stands for {@code {id}} in the path
 */
record Call(
    Operation operation,
    String id,
    Map<String, List<String>> query,
    Map<String, String> headers,
    @Nullable String body) {

  private static final EncoderConfig AS_TEXT =
      EncoderConfig.encoderConfig()
          .defaultContentCharset(StandardCharsets.UTF_8)
          .appendDefaultContentCharsetToContentTypeIfUndefined(false)
          .encodeContentTypeAs("application/merge-patch+json", ContentType.TEXT)
          .encodeContentTypeAs("application/json", ContentType.TEXT);

  /** A call with the documented example in its path and nothing else. */
  static Call of(Operation operation) {
    String id =
        operation.parameters("path").stream()
            .map(parameter -> parameter.text("example"))
            .findFirst()
            .orElse("");
    return new Call(operation, id, Map.of(), Map.of(), null);
  }

  Call withId(String newId) {
    return new Call(operation, newId, query, headers, body);
  }

  Call withQuery(String name, String... values) {
    return new Call(operation, id, and(query, name, List.of(values)), headers, body);
  }

  /** With the documented example of a query parameter. */
  Call withExample(Place parameter) {
    JsonNode example = parameter.node().get("example");
    List<String> values =
        example.isArray()
            ? example.values().stream().map(JsonNode::asString).toList()
            : List.of(example.asString());
    boolean joined = parameter.node().path("explode").asString("true").equals("false");
    List<String> sent = joined ? List.of(String.join(",", values)) : values;
    return new Call(operation, id, and(query, parameter.text("name"), sent), headers, body);
  }

  Call with(String header, String value) {
    return new Call(operation, id, query, and(headers, header, value), body);
  }

  Call without(String header) {
    Map<String, String> fewer = new LinkedHashMap<>(headers);
    fewer.remove(header);
    return new Call(operation, id, query, fewer, body);
  }

  Call withBody(String contentType, String newBody) {
    Map<String, String> typed = and(headers, "Content-Type", contentType);
    return new Call(operation, id, query, typed, newBody);
  }

  Call withKeyOf(RunningApp app) {
    return with("Authorization", "Bearer " + app.staffKey());
  }

  /** Sends it; the answer must be as the document says. */
  Response send(RunningApp app) {
    RequestSpecification request =
        given()
            .config(RestAssuredConfig.config().encoderConfig(AS_TEXT))
            .filter(OpenApiFilter.shared())
            .redirects()
            .follow(false)
            .baseUri(app.baseUri())
            .headers(headers);
    query.forEach(request::queryParam);
    if (body != null) {
      request.body(body);
    }
    return request.request(operation.method(), path());
  }

  /** The path with the id; what else is in it has its documented example. */
  private String path() {
    String path = operation.path().replace("{id}", id);
    for (Place parameter : operation.parameters("path")) {
      path = path.replace("{" + parameter.text("name") + "}", parameter.text("example"));
    }
    return path;
  }

  private static <V> Map<String, V> and(Map<String, V> some, String key, V value) {
    Map<String, V> all = new LinkedHashMap<>(some);
    all.put(key, value);
    return all;
  }
}
