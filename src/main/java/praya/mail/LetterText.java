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
 */
record LetterText(String subject, String text, String html, @Nullable String link) {

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
    return Json.text(json);
  }

  static LetterText of(String json) {
    JsonNode node = Json.read(json.getBytes(StandardCharsets.UTF_8));
    JsonNode link = node.path("link");
    return new LetterText(
        node.path("subject").asString(),
        node.path("text").asString(),
        node.path("html").asString(),
        link.isNull() ? null : link.asString());
  }

  /** Keeps what is written, and to whom, out of logs. */
  @Override
  public String toString() {
    return "LetterText[...]";
  }
}
