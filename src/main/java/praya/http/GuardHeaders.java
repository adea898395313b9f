package praya.http;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * The headers that every answer carries, whoever gives it: pages, JSON, static files, errors and
 * what Jetty refuses. They tell a browser what must not happen with the answer.
 */
final class GuardHeaders extends Handler.Wrapper {
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

  private final List<HttpField> fields = new ArrayList<>();

  GuardHeaders(PublicUrl publicUrl) {
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

  void put(Response response) {
    fields.forEach(response.getHeaders()::put);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    put(response);
    return super.handle(request, response, callback);
  }
}
