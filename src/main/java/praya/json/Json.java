package praya.json;

import java.util.List;
import praya.domain.Fault;
import praya.domain.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The project's one way to read and to write JSON. */
public final class Json {
  /** Deep enough for every record of ours, shallow enough that no input can exhaust the stack. */
  private static final int MAX_DEPTH = 64;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private Json() {}

  public static JsonMapper mapper() {
    return MAPPER;
  }

  public static byte[] bytes(Object value) {
    return MAPPER.writeValueAsBytes(value);
  }

  public static String text(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  /** Reads what we wrote ourselves; a fault in it is ours. */
  public static JsonNode read(byte[] json) {
    return MAPPER.readTree(json);
  }

  public static ObjectNode tree(Object value) {
    return (ObjectNode) MAPPER.<JsonNode>valueToTree(value);
  }

  /**
   * Reads an object that somebody else wrote.
   *
   * @param field what to call the whole in a fault, e.g. {@code body}
   * @throws Problem.Malformed for anything that is not one JSON object in UTF-8
   */
  public static ObjectNode parseObject(byte[] json, String field) {
    JsonNode node;
    try {
      node = MAPPER.readTree(json);
    } catch (JacksonException e) {
      throw malformed(field, e);
    }
    if (node instanceof ObjectNode object) {
      return object;
    }
    String found = node.isMissingNode() ? "nothing" : node.getNodeType().toString();
    throw new Problem.Malformed(
        field, found, "The " + field + " must be one JSON object, but it is (" + found + ").");
  }

  /** The fault of a text that is not JSON, with the place but without the parser's own words. */
  public static Problem.Malformed malformed(String field, JacksonException e) {
    var location = e.getLocation();
    String place =
        location == null
            ? "unknown"
            : "line " + location.getLineNr() + ", column " + location.getColumnNr();
    return new Problem.Malformed(
        List.of(
            new Fault(
                field,
                place,
                "The "
                    + field
                    + " is not valid JSON at ("
                    + place
                    + "). Maybe a quote, a comma or a bracket is missing, a key is given twice, or"
                    + " the text is not UTF-8.")));
  }
}
