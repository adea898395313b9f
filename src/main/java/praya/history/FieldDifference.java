package praya.history;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import praya.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A field that two versions of a record have differently.
 *
 * @param before its value in the one; null for none
 * @param after its value in the other; null for none
 */
public record FieldDifference(String field, @Nullable JsonNode before, @Nullable JsonNode after) {

  /** What the server counts or computes; it says nothing about what somebody wrote. */
  private static final Set<String> NOT_WRITTEN = Set.of("id", "version", "open", "holdsAllocation");

  /** The differences of two contents, in the order of the fields. */
  public static List<FieldDifference> list(@Nullable String before, @Nullable String after) {
    ObjectNode left = object(before);
    ObjectNode right = object(after);
    var names = new LinkedHashSet<String>(left.propertyNames());
    names.addAll(right.propertyNames());
    var found = new ArrayList<FieldDifference>();
    for (String name : names.stream().sorted().toList()) {
      JsonNode one = value(left, name);
      JsonNode other = value(right, name);
      if (!NOT_WRITTEN.contains(name) && !Objects.equals(one, other)) {
        found.add(new FieldDifference(name, one, other));
      }
    }
    return found;
  }

  /** The content of a version as an object; empty for none. */
  public static ObjectNode object(@Nullable String content) {
    return content == null
        ? Json.mapper().createObjectNode()
        : (ObjectNode) Json.mapper().readTree(content);
  }

  /** The value of a field; nothing, null and an empty list are the same. */
  public static @Nullable JsonNode value(ObjectNode object, String name) {
    JsonNode node = object.get(name);
    return node == null || node.isNull() || (node.isArray() && node.isEmpty()) ? null : node;
  }
}
