package praya.http;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Structured data of a page in the vocabulary of schema.org, written as a script element of type
 * {@code application/ld+json}. No value can close the element: {@code <}, {@code >} and {@code &}
 * are written as escapes of JSON.
 */
public final class JsonLd implements Content {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final String json;

  private JsonLd(String json) {
    this.json = json;
  }

  /** The data of one thing; null values are left out. */
  public static JsonLd of(String type, Map<String, Object> properties) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("@context", "https://schema.org");
    all.put("@type", type);
    all.putAll(properties);
    String json = MAPPER.writeValueAsString(all);
    return new JsonLd(
        json.replace("<", "\\u003c")
            .replace(">", "\\u003e")
            .replace("&", "\\u0026")
            .replace("\u2028", "\\u2028")
            .replace("\u2029", "\\u2029"));
  }

  /** The JSON alone, as it stands in the element. */
  public String json() {
    return json;
  }

  @Override
  public void writeTo(TemplateOutput output) {
    output.writeContent("<script type=\"application/ld+json\">");
    output.writeContent(json);
    output.writeContent("</script>");
  }
}
