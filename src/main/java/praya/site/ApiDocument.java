package praya.site;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An OpenAPI description, read for people: {@link #page} turns it into an {@link ApiPage}. */
public final class ApiDocument {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  /** Longer examples say nothing more; the whole is in the file itself. */
  private static final int EXAMPLE_LIMIT = 6_000;

  private final JsonNode root;

  public ApiDocument(JsonNode root) {
    this.root = root;
  }

  public ApiPage page() {
    Map<String, List<ApiPage.Operation>> byTag = new LinkedHashMap<>();
    root.path("tags").forEach(tag -> byTag.put(text(tag, "name"), new ArrayList<>()));
    for (Map.Entry<String, JsonNode> path : root.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> entry : path.getValue().properties()) {
        if (METHODS.contains(entry.getKey())) {
          JsonNode operation = entry.getValue();
          JsonNode tag = operation.path("tags").path(0);
          byTag
              .computeIfAbsent(tag.asString("API"), t -> new ArrayList<>())
              .add(operation(entry.getKey(), path.getKey(), path.getValue(), operation));
        }
      }
    }
    List<ApiPage.Group> groups = new ArrayList<>();
    byTag.forEach((tag, operations) -> {
      if (!operations.isEmpty()) {
        groups.add(new ApiPage.Group(tag, tagDescription(tag), operations));
      }
    });
    JsonNode info = root.path("info");
    return new ApiPage(text(info, "title"), text(info, "version"), paragraphs(info), groups);
  }

  private ApiPage.Operation operation(
      String method, String path, JsonNode shared, JsonNode operation) {
    List<ApiPage.Parameter> parameters = new ArrayList<>();
    shared.path("parameters").forEach(node -> parameters.add(parameter(resolved(node))));
    operation.path("parameters").forEach(node -> parameters.add(parameter(resolved(node))));
    JsonNode security =
        operation.has("security") ? operation.path("security") : root.path("security");
    ApiPage.Call call =
        new ApiPage.Call(
            method.toUpperCase(Locale.ROOT), path, security.size() > 0 && !anonymous(security));
    List<ApiPage.Answer> answers = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : operation.path("responses").properties()) {
      JsonNode response = resolved(entry.getValue());
      answers.add(
          new ApiPage.Answer(
              entry.getKey(), Prose.parse(text(response, "description")), example(response)));
    }
    String summary = text(operation, "summary");
    String id = text(operation, "operationId");
    return new ApiPage.Operation(
        id.isEmpty() ? call.method() + path : id,
        call,
        new ApiPage.Words(summary, paragraphs(operation)),
        parameters,
        example(resolved(operation.path("requestBody"))),
        answers);
  }

  /** An empty requirement among the others means that a key is welcome but not needed. */
  private static boolean anonymous(JsonNode security) {
    for (JsonNode requirement : security) {
      if (requirement.isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private ApiPage.Parameter parameter(JsonNode node) {
    return new ApiPage.Parameter(
        text(node, "name"),
        text(node, "in"),
        type(resolved(node.path("schema"))),
        node.path("required").asBoolean(false),
        Prose.parse(text(node, "description")));
  }

  private String type(JsonNode schema) {
    if (schema.has("enum")) {
      List<String> values = new ArrayList<>();
      schema.path("enum").forEach(value -> values.add(value.asString("")));
      return String.join(" | ", values);
    }
    JsonNode type = schema.path("type");
    String name = type.isArray() ? type.path(0).asString("") : type.asString("");
    if (name.equals("array")) {
      return type(resolved(schema.path("items"))) + ", repeatable";
    }
    String format = text(schema, "format");
    return format.isEmpty() ? name : name + " (" + format + ")";
  }

  private ApiPage.@Nullable Example example(JsonNode body) {
    for (Map.Entry<String, JsonNode> entry : body.path("content").properties()) {
      JsonNode media = entry.getValue();
      JsonNode found = media.path("example");
      if (found.isMissingNode()) {
        for (JsonNode named : media.path("examples")) {
          found = resolved(named).path("value");
          break;
        }
      }
      if (found.isMissingNode()) {
        found = resolved(media.path("schema")).path("example");
      }
      if (!found.isMissingNode()) {
        return new ApiPage.Example(entry.getKey(), pretty(found));
      }
    }
    return null;
  }

  private static String pretty(JsonNode node) {
    String text =
        node.isString()
            ? node.asString("")
            : MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(node);
    return text.length() <= EXAMPLE_LIMIT ? text : text.substring(0, EXAMPLE_LIMIT) + "\n…";
  }

  private List<Prose> tagDescription(String name) {
    for (JsonNode tag : root.path("tags")) {
      if (text(tag, "name").equals(name)) {
        return paragraphs(tag);
      }
    }
    return List.of();
  }

  /** Follows a reference within the document; a chain of them ends after a few steps. */
  private JsonNode resolved(JsonNode node) {
    JsonNode found = node;
    for (int i = 0; i < 5 && found.has("$ref"); i++) {
      String reference = text(found, "$ref");
      found = reference.startsWith("#/") ? root.at(reference.substring(1)) : found.path("missing");
    }
    return found;
  }

  private static List<Prose> paragraphs(JsonNode node) {
    return Prose.paragraphs(text(node, "description"));
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asString("").strip();
  }
}
