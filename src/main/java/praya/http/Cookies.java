package praya.http;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;

/**
 * Cookies as this site sets them: for all of its paths, out of reach of scripts, not sent along
 * from other sites but when a link leads here, and over an encrypted connection only where there is
 * one.
 *
 * <p>Cookies that say who somebody is have names that begin with {@code __Host-}: browsers take
 * those only with {@code Secure}, for all paths, and from this very host, so that no neighbouring
 * site can lay one. Browsers treat the loopback address as encrypted, so that this holds there too.
 */
public final class Cookies {
  private final boolean secure;

  public Cookies(PublicUrl publicUrl) {
    this.secure = publicUrl.secure();
  }

  /** Sets a cookie; zero seconds take it away. */
  public void set(Context context, String name, String value, int seconds) {
    var cookie = new Cookie(name, value);
    cookie.setPath("/");
    cookie.setMaxAge(seconds);
    cookie.setHttpOnly(true);
    cookie.setSecure(secure || name.startsWith("__Host-"));
    cookie.setSameSite(SameSite.LAX);
    context.cookie(cookie);
  }
}
