package praya.http;

import io.javalin.http.Context;
import java.util.Locale;
import praya.json.Json;
import tools.jackson.databind.node.ObjectNode;

/** The body of a request: its media type and size are checked before it is parsed. */
public final class Body {
  /** A thousand times the largest record of the seed data, and small enough to hold in memory. */
  static final int MAX_BYTES = 1 << 20;

  private Body() {}

  /** The bytes of a body that says it is JSON, at most {@link #MAX_BYTES} of them. */
  public static byte[] read(Context context) {
    String type = context.contentType() == null ? "" : context.contentType();
    if (!isJson(type.toLowerCase(Locale.ROOT))) {
      throw Refusal.unsupported(
          "Content-Type",
          type,
          "The body is sent as (" + type + "). Send application/json, in UTF-8.");
    }
    String encoding = context.header("Content-Encoding");
    if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
      throw Refusal.unsupported(
          "Content-Encoding",
          encoding,
          "The body is packed as (" + encoding + "). Send it as it is.");
    }
    return context.bodyAsBytes();
  }

  /** The JSON object of the body. */
  public static ObjectNode object(Context context) {
    return object(read(context));
  }

  /** The JSON object of these bytes. */
  public static ObjectNode object(byte[] body) {
    return Json.parseObject(body, "body");
  }

  private static boolean isJson(String type) {
    String[] parts = type.split(";", -1);
    String media = parts[0].strip();
    if (!media.equals("application/json") && !media.equals("application/merge-patch+json")) {
      return false;
    }
    for (int i = 1; i < parts.length; i++) {
      String parameter = parts[i].strip().replace("\"", "");
      if (parameter.startsWith("charset=") && !parameter.equals("charset=utf-8")) {
        return false;
      }
    }
    return true;
  }
}
