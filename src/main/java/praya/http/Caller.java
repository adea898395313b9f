package praya.http;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import praya.domain.Actor;
import praya.domain.Problem;

/** Who is asking. {@link HttpServer} finds out once per request, before any route runs. */
public final class Caller {
  /** The header in which staff say why they act in the place of members. */
  public static final String REASON = "Praya-Reason";

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
    context.attribute(ATTRIBUTE, authentication.actor(context).because(reason(context)));
  }

  /** The reason that an override of staff gives, on the API. */
  private static @Nullable String reason(Context context) {
    String given = context.header(REASON);
    if (given == null) {
      return null;
    }
    // Header values come as Latin-1; people give reasons in their own script.
    String reason =
        new String(given.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8).strip();
    if (reason.length() < 3 || reason.length() > 500) {
      throw new Problem.Malformed(
          REASON, given, "The header " + REASON + " must have 3 to 500 characters, in UTF-8.");
    }
    return reason;
  }

  public static Actor of(Context context) {
    Actor actor = context.attribute(ATTRIBUTE);
    return actor == null ? Actor.ANYONE : actor;
  }
}
