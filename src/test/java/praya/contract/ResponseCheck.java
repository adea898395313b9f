package praya.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Compares a response with what the OpenAPI document promises for it. */
public final class ResponseCheck {
  private static final JsonMapper JSON = JsonMapper.shared();

  /** What a request may get that is for no documented operation at all. */
  private static final Set<Integer> NOWHERE = Set.of(400, 404, 414, 431);

  private final OpenApiDocument document;
  private final SchemaCheck schemas;

  ResponseCheck(OpenApiDocument document) {
    this.document = document;
    this.schemas = new SchemaCheck(document);
  }

  /** The check against the {@code openapi.yaml} of the project. */
  public static ResponseCheck ofProject() {
    return new ResponseCheck(OpenApiDocument.shared());
  }

  /** What is wrong with the response, one line for each fault; empty when it keeps the promise. */
  public List<String> faults(Answer answer) {
    Optional<Operation> operation = document.find(answer.method(), answer.path());
    List<String> faults =
        operation.map(o -> documented(o, answer)).orElseGet(() -> undocumented(answer));
    return faults.stream().map(fault -> answer + ": " + fault).toList();
  }

  private List<String> documented(Operation operation, Answer answer) {
    Optional<Place> response = operation.response(answer.status());
    if (response.isEmpty()) {
      return List.of("the status is not documented: " + answer.body());
    }
    List<String> faults = new ArrayList<>(headerFaults(response.get(), answer));
    Optional<Place> content = response.get().find("content");
    if (content.isPresent()) {
      faults.addAll(bodyFaults(content.get(), answer));
    } else if (!answer.body().isEmpty()) {
      faults.add("no body is documented, but there is one: " + answer.body());
    }
    return faults;
  }

  /** Nothing but a refusal may come from an address or a method that the document leaves out. */
  private List<String> undocumented(Answer answer) {
    boolean known = document.knowsPath(answer.path());
    if (known ? answer.status() != 405 : !NOWHERE.contains(answer.status())) {
      return List.of(known ? "the method is not documented" : "the path is not documented");
    }
    List<String> faults = new ArrayList<>();
    if (known && answer.headers().get("Allow") == null) {
      faults.add("the header (Allow) is missing");
    }
    faults.addAll(
        bodyFaults(
            document.root().get("components").get("responses").get("NotFound").get("content"),
            answer));
    return faults;
  }

  private List<String> headerFaults(Place response, Answer answer) {
    List<String> faults = new ArrayList<>();
    List<Map.Entry<String, Place>> headers =
        response.find("headers").map(Place::children).orElse(List.of());
    for (Map.Entry<String, Place> header : headers) {
      String value = answer.headers().get(header.getKey());
      if (value != null) {
        JsonNode text = JsonNodeFactory.instance.stringNode(value);
        schemas.faults(header.getValue().get("schema"), text, Set.of()).stream()
            .map(fault -> "the header (" + header.getKey() + ": " + value + ")" + fault)
            .forEach(faults::add);
      } else if (header.getValue().node().path("required").asBoolean()) {
        faults.add("the header (" + header.getKey() + ") is missing");
      }
    }
    return faults;
  }

  private List<String> bodyFaults(Place content, Answer answer) {
    Optional<Place> mediaType = content.find(answer.mediaType());
    if (mediaType.isEmpty()) {
      return List.of("the content type (" + answer.mediaType() + ") is not documented");
    }
    if (!answer.mediaType().endsWith("json")) {
      return answer.body().isEmpty() ? List.of("the body is empty") : List.of();
    }
    try {
      JsonNode body = JSON.readTree(answer.body());
      return schemas.faults(mediaType.get().get("schema"), body, answer.parameters());
    } catch (JacksonException e) {
      return List.of("the body is not JSON (" + e.getOriginalMessage() + "): " + answer.body());
    }
  }
}
