package praya.contract;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The hand-written {@code openapi.yaml}, with its operations to look up by method and path. */
final class OpenApiDocument {
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
  private static final OpenApiDocument SHARED =
      new OpenApiDocument(new YAMLMapper().readTree(Path.of("openapi.yaml").toFile()));

  private final Place root;
  private final List<Operation> operations = new ArrayList<>();

  OpenApiDocument(JsonNode json) {
    root = Place.of(json);
    for (Map.Entry<String, Place> path : root.get("paths").children()) {
      for (Map.Entry<String, Place> member : path.getValue().children()) {
        if (METHODS.contains(member.getKey())) {
          String method = member.getKey().toUpperCase(Locale.ROOT);
          operations.add(new Operation(method, path.getKey(), path.getValue(), member.getValue()));
        }
      }
    }
  }

  static OpenApiDocument shared() {
    return SHARED;
  }

  Place root() {
    return root;
  }

  List<Operation> operations() {
    return List.copyOf(operations);
  }

  Operation operation(String id) {
    return operations.stream().filter(o -> o.id().equals(id)).findFirst().orElseThrow();
  }

  /** The operation that a request of this method and path is for. */
  Optional<Operation> find(String method, String path) {
    return matching(path).stream().filter(o -> o.method().equals(method)).findFirst();
  }

  boolean knowsPath(String path) {
    return !matching(path).isEmpty();
  }

  /** A path without variables wins over a template that would match as well. */
  private List<Operation> matching(String path) {
    return operations.stream()
        .filter(operation -> template(operation.path()).matcher(path).matches())
        .sorted(Comparator.comparing(operation -> operation.path().contains("{")))
        .toList();
  }

  private static Pattern template(String path) {
    return Pattern.compile("\\Q" + path.replaceAll("\\{[^}]+}", "\\\\E[^/]+\\\\Q") + "\\E");
  }
}
