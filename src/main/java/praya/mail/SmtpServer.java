package praya.mail;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import praya.domain.MailAddress;

/**
 * The mail server that letters are handed to.
 *
 * @param login null for a server that asks for none
 * @param from whom letters are from, and where they go back to
 */
public record SmtpServer(
    String host, int port, Security security, @Nullable Login login, MailAddress from) {
  /** What the setting looks like. */
  public static final String FORM =
      "smtp://user:password@host:587?from=praya@example.com, or"
          + " smtps://user:password@host:465?from=praya@example.com";

  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");
  private static final Set<String> PARAMETERS = Set.of("from", "starttls");

  /** How the connection is kept from others. */
  public enum Security {
    /** Encrypted from the first byte on. */
    TLS,
    /** Begins in clear; no letter and no password goes out before it is encrypted. */
    STARTTLS,
    /** In clear, for a server on the same machine or net. */
    NONE
  }

  /** Who we are to the server. */
  public record Login(String user, String password) {
    /** Keeps the password out of logs. */
    @Override
    public String toString() {
      return "Login[...]";
    }
  }

  /**
   * Reads the address of a server.
   *
   * @param fault gets what is wrong with it, everything at once, as the end of a sentence that
   *     begins with the name of the setting; never the password
   */
  public static Optional<SmtpServer> parse(String url, Consumer<String> fault) {
    URI uri;
    try {
      uri = new URI(url);
    } catch (URISyntaxException e) {
      fault.accept("must look like " + FORM + "; it is not an address (" + e.getReason() + ").");
      return Optional.empty();
    }
    boolean tls = "smtps".equals(uri.getScheme());
    String path = uri.getPath();
    if ((!tls && !"smtp".equals(uri.getScheme()))
        || uri.getHost() == null
        || (path != null && path.length() > 1)) {
      fault.accept("must look like " + FORM + ".");
      return Optional.empty();
    }
    return read(uri, tls, fault);
  }

  private static Optional<SmtpServer> read(URI uri, boolean tls, Consumer<String> fault) {
    var faults = new boolean[1];
    Consumer<String> noted =
        text -> {
          faults[0] = true;
          fault.accept(text);
        };
    Map<String, String> parameters = parameters(uri, noted);
    Login login = login(uri.getRawUserInfo());
    Security security = security(tls, parameters.get("starttls"), noted);
    if (security == Security.NONE && login != null && !LOOPBACK.contains(uri.getHost())) {
      noted.accept("would send the password in clear. Leave starttls=none out.");
    }
    String from = parameters.getOrDefault("from", "");
    Optional<MailAddress> address = MailAddress.find(from);
    if (address.isEmpty()) {
      noted.accept("must name whom letters are from: ?from=praya@example.com, not (" + from + ").");
    }
    int port = uri.getPort() >= 0 ? uri.getPort() : tls ? 465 : 587;
    return faults[0]
        ? Optional.empty()
        : address.map(sender -> new SmtpServer(uri.getHost(), port, security, login, sender));
  }

  private static Security security(boolean tls, @Nullable String starttls, Consumer<String> fault) {
    if (starttls == null) {
      return tls ? Security.TLS : Security.STARTTLS;
    }
    if (tls || !Set.of("required", "none").contains(starttls)) {
      fault.accept(
          "has a parameter starttls ("
              + starttls
              + ") that must be required or none, for smtp://"
              + " only.");
    }
    return starttls.equals("none") ? Security.NONE : Security.STARTTLS;
  }

  private static Map<String, String> parameters(URI uri, Consumer<String> fault) {
    Map<String, String> found = new LinkedHashMap<>();
    String query = uri.getRawQuery();
    for (String pair : query == null ? new String[0] : query.split("&", -1)) {
      String[] parts = pair.split("=", 2);
      if (parts.length < 2 || !PARAMETERS.contains(parts[0])) {
        fault.accept(
            "has a parameter (" + parts[0] + ") that is not known. Known are from and starttls.");
      } else {
        found.put(parts[0], decoded(parts[1]));
      }
    }
    return found;
  }

  private static @Nullable Login login(@Nullable String userInfo) {
    if (userInfo == null) {
      return null;
    }
    String[] parts = userInfo.split(":", 2);
    return new Login(decoded(parts[0]), parts.length > 1 ? decoded(parts[1]) : "");
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
