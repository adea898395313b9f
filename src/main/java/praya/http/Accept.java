package praya.http;

import io.javalin.http.Context;
import java.util.Locale;

/** The header {@code Accept} as far as it rules out the one type that an address answers in. */
final class Accept {
  private Accept() {}

  /**
   * Refuses a request that does not take the type of the address. Pages are always sent: a browser
   * shows them whatever it says.
   */
  static void check(Context context) {
    String header = context.header("Accept");
    boolean yaml = context.path().equals("/openapi.yaml");
    if (header == null || !(yaml || context.path().startsWith("/api/"))) {
      return;
    }
    String type = yaml ? "application/yaml" : "application/json";
    if (!takes(header, type)) {
      throw Refusal.notAcceptable(header, type);
    }
  }

  /** The most specific range that holds the type decides (RFC 9110, 12.5.1). */
  static boolean takes(String header, String type) {
    int decided = -1;
    boolean taken = false;
    for (String part : header.split(",", -1)) {
      String[] range = part.split(";", -1);
      int precision = precision(range[0].strip().toLowerCase(Locale.ROOT), type);
      if (precision > decided) {
        decided = precision;
        taken = !isZero(range);
      }
    }
    return taken;
  }

  private static int precision(String range, String type) {
    if (range.equals(type)) {
      return 2;
    }
    if (range.equals(type.substring(0, type.indexOf('/')) + "/*")) {
      return 1;
    }
    return range.equals("*/*") ? 0 : -1;
  }

  private static boolean isZero(String[] range) {
    for (int i = 1; i < range.length; i++) {
      if (range[i].strip().matches("[qQ]=0(\\.0*)?")) {
        return true;
      }
    }
    return false;
  }
}
