package praya.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Stands before everything else: gives each request its id and each answer the headers that tell a
 * browser what must not happen with it, whoever answers, be it a page, JSON, a static file, an
 * error, or a refusal of Jetty's. Afterwards it writes the line of the request log.
 */
final class Guard extends Handler.Wrapper {
  /**
   * Scripts, styles and pictures come from here only; nothing inline, no frames. Blocks that are
   * data (JSON-LD) are not scripts and need no exception.
   */
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

  /** Nothing here asks for any of these; passkeys stay allowed, to this site alone. */
  private static final String PERMISSIONS_POLICY =
      "accelerometer=(), autoplay=(), browsing-topics=(), camera=(), display-capture=(),"
          + " encrypted-media=(), fullscreen=(), geolocation=(), gyroscope=(), magnetometer=(),"
          + " microphone=(), midi=(), payment=(), picture-in-picture=(), usb=(),"
          + " xr-spatial-tracking=()";

  /** Two years, what browsers ask for before they learn a site by heart. */
  private static final String TRANSPORT_SECURITY = "max-age=63072000; includeSubDomains";

  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  private static final Logger LOG = LoggerFactory.getLogger("praya.request");

  /** The name under which lines of the log have the id. */
  private static final String LOGGED_ID = "request";

  private final List<HttpField> fields = new ArrayList<>();
  private final TrustedProxies proxies;

  Guard(PublicUrl publicUrl, TrustedProxies proxies) {
    this.proxies = proxies;
    add(
        "Content-Security-Policy",
        CONTENT_SECURITY_POLICY + (publicUrl.secure() ? "; upgrade-insecure-requests" : ""));
    add("X-Content-Type-Options", "nosniff");
    add("X-Frame-Options", "DENY");
    add("Referrer-Policy", "same-origin");
    add("Permissions-Policy", PERMISSIONS_POLICY);
    add("Cross-Origin-Opener-Policy", "same-origin");
    add("Cross-Origin-Resource-Policy", "same-origin");
    if (publicUrl.secure()) {
      add("Strict-Transport-Security", TRANSPORT_SECURITY);
    }
  }

  private void add(String name, String value) {
    fields.add(new PreEncodedHttpField(name, value));
  }

  private void put(Response response, String id) {
    fields.forEach(response.getHeaders()::put);
    response.getHeaders().put(RequestNote.HEADER, id);
  }

  /** The headers of what is refused before it is a request. */
  String refused(Request request, Response response) {
    RequestNote note = RequestNote.find(request);
    String id = note == null ? RequestNote.newId() : note.id();
    put(response, id);
    if (note == null) {
      LOG.info("- - {} - {}", response.getStatus(), id);
    }
    return id;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    RequestNote note = RequestNote.begin(request, proxies);
    put(response, note.id());
    if (LOG.isInfoEnabled()) {
      Request.addCompletionListener(request, failure -> log(request, response.getStatus(), note));
    }
    MDC.put(LOGGED_ID, note.id());
    try {
      return super.handle(request, response, callback);
    } finally {
      MDC.remove(LOGGED_ID);
    }
  }

  /** The path itself may name a person or carry a token, so the route stands in for it. */
  private static void log(Request request, int status, RequestNote note) {
    long millis = (System.nanoTime() - request.getBeginNanoTime()) / 1_000_000;
    LOG.info(
        "{} {} {} {} ms {}",
        METHODS.contains(request.getMethod()) ? request.getMethod() : "-",
        note.route(),
        status,
        millis,
        note.id());
  }
}
