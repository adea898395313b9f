package praya.http;

import io.javalin.http.Context;
import praya.domain.Actor;
import praya.domain.Problem;

/** Who is asking. {@link HttpServer} finds out once per request, before any route runs. */
public final class Caller {
  private static final String ATTRIBUTE = "praya.actor";

  private Caller() {}

  /** Tells who is asking from the headers of a request. */
  public interface Authentication {
    /**
     * Who sends the request.
     *
     * @throws Problem.Unauthenticated when a key is given that is not valid
     */
    Actor actor(Context context);
  }

  static void identify(Context context, Authentication authentication) {
    context.attribute(ATTRIBUTE, authentication.actor(context));
  }

  public static Actor of(Context context) {
    Actor actor = context.attribute(ATTRIBUTE);
    return actor == null ? Actor.ANYONE : actor;
  }

  public static Actor requireStaff(Context context) {
    Actor actor = of(context);
    if (actor.isStaff()) {
      return actor;
    }
    throw new Problem.Unauthenticated(
        "Only staff may do this. Send an API key as 'Authorization: Bearer KEY'; 'bin/praya key"
            + " create --role staff' makes one.");
  }
}
