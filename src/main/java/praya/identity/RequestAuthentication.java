package praya.identity;

import io.javalin.http.Context;
import praya.domain.Actor;
import praya.domain.Problem;
import praya.http.Caller;

/**
 * Tells who sends a request: a program by its bearer key; staff by the session cookie, on pages
 * only, so that no other site can make a browser write through the API.
 */
public final class RequestAuthentication implements Caller.Authentication {
  static final String COOKIE = "praya_session";
  private static final String BEARER = "bearer ";

  private final ApiKeyService keys;
  private final SignInService signIn;

  public RequestAuthentication(ApiKeyService keys, SignInService signIn) {
    this.keys = keys;
    this.signIn = signIn;
  }

  @Override
  public Actor actor(Context context) {
    String header = context.header("Authorization");
    if (header != null) {
      return byKey(header);
    }
    String session = context.path().startsWith("/api/") ? null : context.cookie(COOKIE);
    return session == null ? Actor.ANYONE : signIn.find(session).orElse(Actor.ANYONE);
  }

  private Actor byKey(String header) {
    boolean bearer = header.regionMatches(true, 0, BEARER, 0, BEARER.length());
    return (bearer
            ? keys.find(header.substring(BEARER.length()).strip())
            : java.util.Optional.<Actor>empty())
        .orElseThrow(() ->
            new Problem.Unauthenticated(
                "The API key is not valid or was revoked. Send it as 'Authorization: Bearer"
                    + " KEY'."));
  }
}
