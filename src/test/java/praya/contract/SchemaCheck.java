package praya.contract;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Validates JSON against schemas of the OpenAPI document, in the dialect of 3.1 and with formats
 * asserted.
 *
 * <p>A schema with {@code x-only-with-parameter: fields} is an alternative for requests with that
 * parameter only. For any other request it counts as the schema that nothing satisfies, so that an
 * answer that lost a field is not taken for one that was asked to be short.
 */
final class SchemaCheck {
  private static final String BASE = "https://contract.invalid/openapi.yaml";
  private static final String GATE = "x-only-with-parameter";

  private final JsonNode root;
  private final Set<String> gates;
  private final Map<Set<String>, SchemaRegistry> registries = new ConcurrentHashMap<>();

  /** Compiled once each: that takes longer than many validations. */
  private final Map<Compiled, Schema> compiled = new ConcurrentHashMap<>();

  private record Compiled(Set<String> open, String pointer) {}

  SchemaCheck(OpenApiDocument document) {
    root = document.root().node();
    gates =
        root.requiredAt("/components/schemas").values().stream()
            .filter(schema -> schema.has(GATE))
            .map(schema -> schema.get(GATE).asString())
            .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * What is wrong with the value, one line for each fault.
   *
   * @param schema where the schema stands
   * @param parameters the names of the query parameters of the request
   */
  List<String> faults(Place schema, JsonNode value, Set<String> parameters) {
    Set<String> open =
        gates.stream().filter(parameters::contains).collect(Collectors.toUnmodifiableSet());
    Schema found =
        compiled.computeIfAbsent(
            new Compiled(open, schema.pointer()),
            key -> compile(schema, registries.computeIfAbsent(open, this::registry)));
    return found.validate(value).stream()
        .map(fault -> fault.getInstanceLocation() + ": " + fault.getMessage())
        .toList();
  }

  private static Schema compile(Place schema, SchemaRegistry registry) {
    // The fragment is a URI: the braces of a path template must be escaped.
    String fragment = schema.pointer().replace("{", "%7B").replace("}", "%7D");
    return registry.getSchema(SchemaLocation.of(BASE + "#" + fragment));
  }

  private SchemaRegistry registry(Set<String> open) {
    JsonNode document = root.deepCopy();
    ObjectNode schemas = (ObjectNode) document.requiredAt("/components/schemas");
    for (String name : List.copyOf(schemas.propertyNames())) {
      JsonNode gate = ((ObjectNode) schemas.get(name)).remove(GATE);
      if (gate != null && !open.contains(gate.asString())) {
        schemas.set(name, JsonNodeFactory.instance.booleanNode(false));
      }
    }
    return SchemaRegistry.withDialect(
        Dialects.getOpenApi31(),
        builder ->
            builder
                .schemas(Map.of(BASE, document.toString()))
                .schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
  }
}
