package praya.http;

import io.javalin.http.Context;
import java.util.Locale;
import praya.json.Json;
import tools.jackson.databind.node.ObjectNode;

/** The body of a request: its size and media type are checked before it is parsed. */
public final class Body {
  /** A thousand times the largest record of the seed data, and small enough to hold in memory. */
  static final int MAX_BYTES = 1_000_000;

  private Body() {}

  /**
   * The JSON object of the body.
   *
   * @throws UnsupportedMediaType when it is sent as something else
   */
  public static ObjectNode object(Context context, byte[] body) {
    String type = context.contentType();
    String media = type == null ? "" : type.split(";", -1)[0].strip().toLowerCase(Locale.ROOT);
    boolean json = media.equals("application/json") || media.equals("application/merge-patch+json");
    if (!json) {
      throw new UnsupportedMediaType(
          "The body is sent as (" + media + "). Send application/json, in UTF-8.");
    }
    return Json.parseObject(body, "body");
  }

  /** The body comes in a media type that the route does not read. */
  static final class UnsupportedMediaType extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnsupportedMediaType(String message) {
      super(message);
    }
  }
}
