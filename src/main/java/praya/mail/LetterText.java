package praya.mail;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import praya.json.Json;
import tools.jackson.databind.JsonNode;

/**
 * A letter as its reader gets it.
 *
 * @param text the plain part
 * @param html the same as a page
 * @param link the address that both lead to; null for none
 * @param stop the address that ends letters of this kind; null for none
 */
record LetterText(
    String subject, String text, String html, @Nullable String link, @Nullable String stop) {

  LetterText(String subject, String text, String html, @Nullable String link) {
    this(subject, text, html, link, null);
  }

  LetterText {
    if (subject.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("The subject of a letter is one line.");
    }
  }

  String json() {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("subject", subject);
    json.put("text", text);
    json.put("html", html);
    json.put("link", link);
    json.put("stop", stop);
    return Json.text(json);
  }

  static LetterText of(String json) {
    JsonNode node = Json.read(json.getBytes(StandardCharsets.UTF_8));
    return new LetterText(
        node.path("subject").asString(),
        node.path("text").asString(),
        node.path("html").asString(),
        address(node.path("link")),
        address(node.path("stop")));
  }

  private static @Nullable String address(JsonNode node) {
    return node.isString() ? node.asString() : null;
  }

  /** Keeps what is written, and to whom, out of logs. */
  @Override
  public String toString() {
    return "LetterText[...]";
  }
}
