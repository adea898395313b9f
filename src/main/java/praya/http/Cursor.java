package praya.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Where the next page of a list begins: after the record of this key. Opaque to callers, so that
 * lists may change how they are ordered.
 */
public record Cursor(String key) {
  /** Marks the text as ours before it is trusted to be a key. */
  private static final String PREFIX = "k1:";

  public String token() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((PREFIX + key).getBytes(StandardCharsets.UTF_8));
  }

  /** The cursor of a token; empty for a token that is not one of ours. */
  static Optional<Cursor> find(String token) {
    // The pattern makes decoding safe: four-letter groups of the URL alphabet, the last one
    // shorter.
    if (token.matches("([A-Za-z0-9_-]{4})*([A-Za-z0-9_-]{2,3})?")) {
      String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
      if (text.matches("k1:[a-z0-9-]{1,80}")) {
        return Optional.of(new Cursor(text.substring(PREFIX.length())));
      }
    }
    return Optional.empty();
  }
}
