package praya.contract;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A node of the OpenAPI document together with where it stands. Following a child also follows its
 * {@code $ref}, so that the pointer is always the one of the definition.
 *
 * @param pointer a JSON pointer from the root of the document
 */
record Place(JsonNode root, String pointer, JsonNode node) {

  static Place of(JsonNode root) {
    return new Place(root, "", root);
  }

  /** The child of this name; fails when there is none. */
  Place get(String name) {
    return find(name)
        .orElseThrow(() -> new IllegalStateException("No (" + name + ") at (" + pointer + ")."));
  }

  Optional<Place> find(String name) {
    JsonNode child = node.get(name);
    return child == null ? Optional.empty() : Optional.of(at(name, child));
  }

  /** The named children, in the order of the document. */
  List<Map.Entry<String, Place>> children() {
    return node.properties().stream()
        .map(child -> Map.entry(child.getKey(), at(child.getKey(), child.getValue())))
        .toList();
  }

  /** The elements, if this is a list. */
  Stream<Place> elements() {
    return Stream.iterate(0, i -> i < node.size(), i -> i + 1)
        .map(i -> at(Integer.toString(i), node.get(i)));
  }

  String text(String name) {
    JsonNode child = node.get(name);
    return child == null ? "" : child.asString();
  }

  private Place at(String name, JsonNode child) {
    Place place = new Place(root, pointer + "/" + escape(name), child);
    JsonNode reference = child.get("$ref");
    // A schema may have words beside its $ref; the validator follows such a reference itself.
    return reference == null || child.size() > 1
        ? place
        : new Place(root, reference.asString().substring(1), root.requiredAt(target(reference)));
  }

  private static String target(JsonNode reference) {
    return reference.asString().substring(1);
  }

  static String escape(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
