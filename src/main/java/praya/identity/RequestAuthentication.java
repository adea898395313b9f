package praya.identity;

import io.javalin.http.Context;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import praya.domain.Actor;
import praya.domain.Problem;
import praya.http.Caller;
import praya.http.Cookies;

/**
 * Tells who sends a request: a program by its bearer key or token; a person by the session cookie,
 * on pages only, so that no other site can make a browser write through the API.
 */
public final class RequestAuthentication implements Caller.Authentication {
  private static final String COOKIE = "__Host-praya";

  /** A secret of a browser that is not signed in yet, to which links and attempts are bound. */
  private static final String BROWSER_COOKIE = "__Host-praya-browser";

  /** As long as the longest of what is bound to it, and some time to read mail. */
  private static final int BROWSER_SECONDS = 3600;

  private static final String RENEWED = "praya.session.renewed";
  private static final String BEARER = "bearer ";

  private final ApiKeyService keys;
  private final SessionService sessions;
  private final Tokens tokens;
  private final Cookies cookies;

  /** Recognises bearer tokens that others issue. */
  public interface Tokens {
    /** Who acts with the token; empty when it is not good here. */
    Optional<Actor> find(String token);
  }

  public RequestAuthentication(
      ApiKeyService keys, SessionService sessions, Tokens tokens, Cookies cookies) {
    this.keys = keys;
    this.sessions = sessions;
    this.tokens = tokens;
    this.cookies = cookies;
  }

  @Override
  public Actor actor(Context context) {
    String header = context.header("Authorization");
    if (header != null) {
      return byBearer(header);
    }
    String session = context.path().startsWith("/api/") ? null : context.cookie(COOKIE);
    return session == null
        ? Actor.ANYONE
        : sessions.find(session).map(found -> signedIn(context, found)).orElse(Actor.ANYONE);
  }

  /** A form that is sent keeps the secret that it was made under; the next page renews it. */
  private Actor signedIn(Context context, SessionService.Found found) {
    if (found.isOutdated() && context.method().toString().equals("GET")) {
      sessions
          .renew(Objects.requireNonNull(context.cookie(COOKIE)))
          .ifPresent(secret -> {
            context.attribute(RENEWED, secret.text());
            keep(context, cookies, secret, (int) found.life().toSeconds());
          });
    }
    return found.actor();
  }

  private Actor byBearer(String header) {
    boolean bearer = header.regionMatches(true, 0, BEARER, 0, BEARER.length());
    String text = bearer ? header.substring(BEARER.length()).strip() : "";
    // A token is three parts with dots between; a key has none.
    return (text.indexOf('.') < 0 ? keys.find(text) : tokens.find(text))
        .orElseThrow(() ->
            new Problem.Unauthenticated(
                "The API key or token is not valid, is over, or was revoked. Send it as"
                    + " 'Authorization: Bearer KEY'."));
  }

  /** The secret of the session that the request comes with, whether it is good or not. */
  static @Nullable String session(Context context) {
    String renewed = context.attribute(RENEWED);
    return renewed == null ? context.cookie(COOKIE) : renewed;
  }

  /** How somebody comes in by this request. */
  public static SessionService.Arrival arrival(Context context, Way way) {
    return new SessionService.Arrival(way, context.header("User-Agent"), context.cookie(COOKIE));
  }

  /** Lets the browser keep a session. */
  public static void keep(Context context, Cookies cookies, Secret session, int seconds) {
    cookies.set(context, COOKIE, session.text(), seconds);
  }

  static void forget(Context context, Cookies cookies) {
    cookies.set(context, COOKIE, "", 0);
  }

  /** The secret of the browser; it gets one when it has none. */
  public static Secret browser(Context context, Cookies cookies) {
    String known = knownBrowser(context);
    Secret secret = known.isEmpty() ? Secret.random("") : new Secret(known);
    cookies.set(context, BROWSER_COOKIE, secret.text(), BROWSER_SECONDS);
    return secret;
  }

  /** The secret of the browser; empty when it has none. */
  public static String knownBrowser(Context context) {
    String known = Objects.requireNonNullElse(context.cookie(BROWSER_COOKIE), "");
    return known.matches("[A-Za-z0-9_-]{43}") ? known : "";
  }

  /**
   * The token that forms of a session carry: a hash of the session that tells nothing about it, and
   * that another site cannot know. Empty without a session.
   */
  public static String formToken(Context context) {
    String session = session(context);
    return session == null
        ? ""
        : Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(new Secret("form " + session).hash());
  }
}
