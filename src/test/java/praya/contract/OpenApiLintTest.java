package praya.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The OpenAPI document judged by itself: complete, consistent, and its examples are true. */
class OpenApiLintTest {
  private static final OpenApiDocument DOCUMENT = OpenApiDocument.shared();
  private static final List<Operation> OPERATIONS = DOCUMENT.operations();
  private static final Place COMPONENTS = DOCUMENT.root().get("components");

  /** Every OpenAPI document may be answered here, so its shape is left to the standard. */
  private static final Set<String> OPEN_SCHEMAS = Set.of("OpenApi");

  private static final Set<String> SCHEMA_WORDS =
      Set.of(
          ("type format description properties required additionalProperties items enum minimum"
                  + " maximum exclusiveMinimum multipleOf minLength maxLength minItems maxItems"
                  + " uniqueItems pattern default readOnly allOf anyOf $ref x-only-with-parameter")
              .split(" "));

  private final SchemaCheck schemas = new SchemaCheck(DOCUMENT);
  private final List<String> faults = new ArrayList<>();

  @Test
  void document_isOpenApi31() {
    assertThat(DOCUMENT.root().text("openapi")).startsWith("3.1.");
    assertThat(OPERATIONS).hasSizeGreaterThan(30);
  }

  @Test
  void operations_areDescribed() {
    Set<String> tags =
        DOCUMENT.root().get("tags").elements().map(t -> t.text("name")).collect(Collectors.toSet());
    for (Operation operation : OPERATIONS) {
      expect(operation.id().matches("[a-z]+[A-Za-z]*"), operation, "an operationId");
      expect(operation.place().text("summary").endsWith("."), operation, "a summary, a sentence");
      expect(
          operation.place().text("description").trim().endsWith("."), operation, "a description");
      List<String> own =
          operation.place().get("tags").node().values().stream().map(JsonNode::asString).toList();
      expect(own.size() == 1 && tags.containsAll(own), operation, "one of the tags");
    }
    assertThat(OPERATIONS).extracting(Operation::id).doesNotHaveDuplicates();
    assertThat(faults).isEmpty();
  }

  @Test
  void operations_documentEveryAnswerThatTheirRequestCanGet() {
    for (Operation operation : OPERATIONS) {
      List<Integer> statuses = operation.statuses();
      expect(statuses.stream().anyMatch(s -> s < 300), operation, "a success");
      expect(statuses.containsAll(Set.of(400, 406, 429, 500)), operation, "400, 406, 429, 500");
      expectIf(operation.path().startsWith("/api/"), operation, Set.of(401, 503));
      expectIf(operation.path().contains("{"), operation, Set.of(404));
      expectIf(!operation.requestTypes().isEmpty(), operation, Set.of(413, 415, 422));
      expectIf(has(operation, "If-Match"), operation, Set.of(412, 428));
      expectIf(has(operation, "If-None-Match"), operation, Set.of(304));
      expectIf(has(operation, "Idempotency-Key"), operation, Set.of(409));
      boolean writes = !operation.method().equals("GET");
      expect(!writes || operation.place().find("security").isPresent(), operation, "security");
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void bodies_haveExamplesThatAreValid() {
    for (Operation operation : OPERATIONS) {
      operation.requestTypes().forEach(type -> checkExamples(operation, type.getValue()));
      for (Map.Entry<String, Place> response : operation.place().get("responses").children()) {
        Stream.of(response.getValue())
            .flatMap(r -> r.find("content").stream())
            .flatMap(content -> content.children().stream())
            .forEach(type -> checkExamples(operation, type.getValue()));
      }
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void parameters_haveDescriptionExampleAndBounds() {
    for (Operation operation : OPERATIONS) {
      for (Place parameter : operation.parameters()) {
        String name = operation + " " + parameter.text("name");
        expect(!parameter.text("description").isBlank(), name, "a description");
        expect(parameter.node().has("example"), name, "an example");
        check(name, parameter.get("schema"), parameter.node().path("example"));
        expect(isBounded(parameter.get("schema")), name, "bounds");
      }
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void headers_haveDescriptionAndExample() {
    for (Map.Entry<String, Place> header : COMPONENTS.get("headers").children()) {
      expect(!header.getValue().text("description").isBlank(), header.getKey(), "a description");
      check(
          header.getKey(),
          header.getValue().get("schema"),
          header.getValue().node().path("example"));
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void pathVariables_areTheParametersInThePath() {
    for (Operation operation : OPERATIONS) {
      List<String> variables =
          Pattern.compile("\\{([^}]+)}")
              .matcher(operation.path())
              .results()
              .map(found -> found.group(1))
              .toList();
      assertThat(operation.parameters("path"))
          .as(operation.toString())
          .extracting(parameter -> parameter.text("name"))
          .isEqualTo(variables);
    }
  }

  @Test
  void components_areAllUsed() {
    Set<String> used = new HashSet<>();
    walk(
        "",
        DOCUMENT.root().node(),
        (at, node) -> {
          if (node.has("$ref")) {
            used.add(node.get("$ref").asString());
          }
        });
    for (String reference : used) {
      expect(
          !DOCUMENT.root().node().at(reference.substring(1)).isMissingNode(),
          reference,
          "a target");
    }
    for (String kind : List.of("parameters", "headers", "responses", "schemas", "examples")) {
      for (String name : COMPONENTS.get(kind).node().propertyNames()) {
        String reference = "#/components/" + kind + "/" + name;
        expect(
            used.stream().anyMatch(u -> u.equals(reference) || u.startsWith(reference + "/")),
            reference,
            "a use");
      }
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void objects_refuseWhatIsNotDocumented() {
    walk(
        "",
        COMPONENTS.get("schemas").node(),
        (at, node) -> {
          boolean open = OPEN_SCHEMAS.stream().anyMatch(name -> at.startsWith("/" + name));
          if (node.has("properties") && node.has("type") && !open) {
            expect(node.has("additionalProperties"), at, "additionalProperties");
          }
        });
    assertThat(faults).isEmpty();
  }

  /** A misspelt word, or a comma in a text without quotes, would be ignored in silence. */
  @Test
  void schemas_useKnownWordsOnly() {
    walk(
        "",
        COMPONENTS.get("schemas").node(),
        (at, node) -> {
          boolean schema = at.matches("/\\w+|.*/(properties/\\w+|items|(allOf|anyOf)/\\d)");
          if (schema && node.isObject()) {
            node.propertyNames().stream()
                .filter(word -> !SCHEMA_WORDS.contains(word))
                .forEach(word -> faults.add(at + " has the unknown word (" + word + ")"));
          }
        });
    assertThat(faults).isEmpty();
  }

  @Test
  void references_standAloneOutsideSchemas() {
    walk(
        "",
        DOCUMENT.root().node(),
        (at, node) -> {
          if (node.has("$ref") && node.size() > 1) {
            expect(at.startsWith("/components/schemas/"), at, "a $ref without words beside it");
          }
        });
    assertThat(faults).isEmpty();
  }

  private void checkExamples(Operation operation, Place mediaType) {
    Place schema = mediaType.get("schema");
    List<JsonNode> examples = new ArrayList<>();
    mediaType.find("example").ifPresent(example -> examples.add(example.node()));
    Operation.examples(mediaType).forEach(example -> examples.add(example.getValue()));
    expect(!examples.isEmpty(), operation + " " + mediaType.pointer(), "an example");
    examples.forEach(example -> check(operation + " " + schema.pointer(), schema, example));
  }

  private void check(String name, Place schema, JsonNode value) {
    schemas.faults(schema, value, Set.of("fields")).stream()
        .map(fault -> name + fault)
        .forEach(faults::add);
  }

  /** Whether no caller can send more than the schema says. */
  private static boolean isBounded(Place schema) {
    JsonNode node = schema.node();
    if (node.has("enum") || node.has("format") && !node.path("format").asString().equals("int64")) {
      return true;
    }
    return switch (node.path("type").asString()) {
      case "integer" -> node.has("minimum") && node.has("maximum");
      case "string" -> node.has("maxLength");
      case "array" ->
          (node.has("maxItems") || node.path("items").has("enum"))
              && isBounded(schema.get("items"));
      default -> node.path("type").asString().equals("boolean");
    };
  }

  private static boolean has(Operation operation, String parameter) {
    return operation.parameters().stream().anyMatch(p -> p.text("name").equals(parameter));
  }

  private void expectIf(boolean condition, Operation operation, Set<Integer> statuses) {
    expect(!condition || operation.statuses().containsAll(statuses), operation, statuses);
  }

  private void expect(boolean holds, Object subject, Object wanted) {
    if (!holds) {
      faults.add(subject + " needs " + wanted);
    }
  }

  private static void walk(String at, JsonNode node, BiConsumer<String, JsonNode> visitor) {
    visitor.accept(at, node);
    if (node.isObject()) {
      node.properties()
          .forEach(child -> walk(at + "/" + child.getKey(), child.getValue(), visitor));
    } else {
      for (int i = 0; i < node.size(); i++) {
        walk(at + "/" + i, node.get(i), visitor);
      }
    }
  }
}
