package praya.http;

import io.javalin.http.Context;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * What the log may know of a request: an id, the route, and nothing of who sent it or what they
 * asked. The id is answered in {@code X-Request-Id}, stands in every line of the log that the
 * request causes, and is what an error of ours is called towards the caller.
 */
final class RequestNote {
  static final String HEADER = "X-Request-Id";
  private static final String ATTRIBUTE = "praya.note";

  /** Long enough to be one's own, and nothing that a log or a shell could take for its own. */
  private static final Pattern ACCEPTED = Pattern.compile("[A-Za-z0-9_-]{8,64}");

  private final String id;
  private volatile String route = "-";

  private RequestNote(String id) {
    this.id = id;
  }

  /** Begins the note of a request; a trusted proxy may have given it an id already. */
  static RequestNote begin(Request request, TrustedProxies proxies) {
    String given = request.getHeaders().get(HEADER);
    InetAddress peer = peer(request);
    boolean taken =
        given != null
            && ACCEPTED.matcher(given).matches()
            && peer != null
            && proxies.isTrusted(peer);
    var note = new RequestNote(taken ? Objects.requireNonNull(given) : newId());
    request.setAttribute(ATTRIBUTE, note);
    return note;
  }

  static @Nullable RequestNote find(Request request) {
    return (RequestNote) request.getAttribute(ATTRIBUTE);
  }

  static RequestNote of(Context context) {
    return Objects.requireNonNull(
        (RequestNote) context.req().getAttribute(ATTRIBUTE), "Every request has a note.");
  }

  /** An id for what never became a request, such as a broken request line. */
  static String newId() {
    return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
  }

  String id() {
    return id;
  }

  /** The pattern of the route, such as {@code /organisations/{slug}}; a hyphen for none. */
  String route() {
    return route;
  }

  void route(String pattern) {
    route = pattern;
  }

  private static @Nullable InetAddress peer(Request request) {
    return request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress at
        ? at.getAddress()
        : null;
  }
}
