package praya.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * Where people reach this site, and the only source of absolute addresses: the {@code Host} header
 * says what the sender likes and is never used for a link.
 *
 * @param origin scheme, host and, unless it is the scheme's own, port; no slash at the end
 */
public record PublicUrl(String origin) {

  /** What the text says, if it is a scheme and a host, with a port or without, and no more. */
  public static Optional<PublicUrl> parse(String text) {
    try {
      URI uri = new URI(text);
      String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      boolean web = scheme.equals("http") || scheme.equals("https");
      String path = uri.getRawPath() == null ? "" : uri.getRawPath();
      boolean bare =
          uri.getRawUserInfo() == null
              && uri.getRawQuery() == null
              && uri.getRawFragment() == null
              && (path.isEmpty() || path.equals("/"));
      if (!web || !bare || uri.getHost() == null || uri.getPort() == 0 || uri.getPort() > 65535) {
        return Optional.empty();
      }
      return Optional.of(
          of(scheme, uri.getHost().toLowerCase(Locale.ROOT), Math.max(uri.getPort(), 0)));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** The address of a server that nothing stands before. */
  public static PublicUrl listening(String host, int port) {
    return of("http", host.contains(":") ? "[" + host + "]" : host, port);
  }

  private static PublicUrl of(String scheme, String host, int port) {
    boolean usual = port == 0 || port == (scheme.equals("https") ? 443 : 80);
    return new PublicUrl(scheme + "://" + host + (usual ? "" : ":" + port));
  }

  /** The absolute address of a path of this site, which begins with a slash. */
  public String at(String path) {
    return origin + path;
  }

  /** Whether everything travels encrypted, so that cookies and browsers may insist on it. */
  public boolean secure() {
    return origin.startsWith("https://");
  }

  /** Whether the value of an {@code Origin} header names this site. */
  public boolean isOrigin(String header) {
    return parse(header).filter(this::equals).isPresent() && !header.endsWith("/");
  }
}
