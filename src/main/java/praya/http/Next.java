package praya.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody goes on to after signing in, or after agreeing to something: a path of this site
 * and nothing else, whatever the address says. Browsers read {@code //host} and {@code /\host} as
 * another site, and drop tabs and line breaks before they look.
 */
public final class Next {
  /** Longer than any address of ours with all of its filters. */
  private static final int MAX_LENGTH = 1000;

  private Next() {}

  /** The path that the text names; empty when it is not one of this site. */
  public static String path(@Nullable String text) {
    return text != null && isPath(text) && isPath(decoded(text)) && isPlain(text) ? text : "";
  }

  private static boolean isPath(String text) {
    return text.length() <= MAX_LENGTH
        && text.startsWith("/")
        && !text.startsWith("//")
        && text.indexOf('\\') < 0
        && text.chars().noneMatch(c -> c <= ' ' || c == 0x7f || Character.isISOControl(c));
  }

  private static boolean isPlain(String text) {
    try {
      URI uri = new URI(text);
      return uri.getScheme() == null && uri.getRawAuthority() == null && uri.getRawPath() != null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /** As somebody would read it who decodes once too often; spaces in a query are harmless there. */
  private static String decoded(String text) {
    int query = text.indexOf('?');
    String path = query < 0 ? text : text.substring(0, query);
    try {
      return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException broken) {
      return "";
    }
  }
}
