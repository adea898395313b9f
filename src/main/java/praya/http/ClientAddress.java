package praya.http;

import io.javalin.http.Context;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Where a request comes from. Known for limits only: it is personal data, so it is neither logged
 * nor stored.
 *
 * @param address the sender's, past the proxies that are trusted
 * @param encrypted whether a trusted proxy says how the request reached it, and what
 */
public record ClientAddress(InetAddress address, Encryption encrypted) {
  private static final String ATTRIBUTE = "praya.client";

  /** Who has an IPv6 line has at least so many bits of addresses, and can use all of them. */
  private static final int LINE_BITS = 64;

  /** What is known of the way from the sender to the first trusted proxy. */
  public enum Encryption {
    YES,
    NO,
    UNKNOWN
  }

  public static ClientAddress of(Context context) {
    ClientAddress known = context.attribute(ATTRIBUTE);
    if (known == null) {
      throw new IllegalStateException("The address of the client is not found out yet.");
    }
    return known;
  }

  static ClientAddress identify(Context context, TrustedProxies proxies) {
    InetAddress peer =
        TrustedProxies.address(context.req().getRemoteAddr().replaceAll("[\\[\\]]", ""))
            .orElse(InetAddress.getLoopbackAddress());
    boolean trusted = proxies.isTrusted(peer);
    var client =
        trusted
            ? new ClientAddress(
                proxies.client(peer, all(context, "X-Forwarded-For")),
                encryption(all(context, "X-Forwarded-Proto")))
            : new ClientAddress(peer, Encryption.UNKNOWN);
    context.attribute(ATTRIBUTE, client);
    return client;
  }

  private static List<String> all(Context context, String header) {
    return Collections.list(context.req().getHeaders(header));
  }

  /** Two proxies that say different things have not been set up to be believed. */
  private static Encryption encryption(List<String> told) {
    return switch (told.size() == 1 ? told.get(0).strip().toLowerCase(Locale.ROOT) : "") {
      case "https" -> Encryption.YES;
      case "http" -> Encryption.NO;
      default -> Encryption.UNKNOWN;
    };
  }

  /** The sender as limits count them: an IPv4 address, or the line of an IPv6 address. */
  public String line() {
    byte[] bytes = address.getAddress();
    if (bytes.length == 4) {
      return address.getHostAddress();
    }
    try {
      return InetAddress.getByAddress(TrustedProxies.masked(bytes, LINE_BITS)).getHostAddress()
          + "/"
          + LINE_BITS;
    } catch (UnknownHostException e) {
      throw new IllegalStateException("Sixteen bytes are an address", e);
    }
  }
}
