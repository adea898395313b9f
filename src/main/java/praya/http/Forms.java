package praya.http;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import praya.domain.Problem;

/**
 * Whether a form comes from a page of this site. {@link Routes} asks it of every request that
 * changes something outside {@code /api/}, so no page has to remember to. The API needs none of it:
 * it does not look at cookies, and no other site can send a key that it does not know.
 */
public final class Forms {
  /** The field of a form, and the header of a script, that carry the token. */
  private static final String FIELD = "csrf";

  private static final String HEADER = "Praya-Form";

  private final Optional<PublicUrl> publicUrl;
  private final Tokens tokens;

  /** Tells the token that forms of a reader carry; empty for readers without a session. */
  public interface Tokens {
    String token(Context context);
  }

  /**
   * @param publicUrl where people reach the site, where that is set; without it people may reach it
   *     under several names, and a form must come from the name that it is sent to
   */
  public Forms(Optional<PublicUrl> publicUrl, Tokens tokens) {
    this.publicUrl = publicUrl;
    this.tokens = tokens;
  }

  String token(Context context) {
    return tokens.token(context);
  }

  /**
   * Lets a form of this site pass.
   *
   * @throws Problem.Forbidden for one of another site, or of another session
   */
  void require(Context context) {
    if (!isOurs(context)) {
      throw new Problem.Forbidden("The form comes from another site. Open it here and repeat it.");
    }
    String wanted = tokens.token(context);
    if (wanted.isEmpty()) {
      // Without a session there is nothing that another site could act with.
      return;
    }
    String given = Objects.requireNonNullElse(given(context), "");
    if (!MessageDigest.isEqual(
        given.getBytes(StandardCharsets.UTF_8), wanted.getBytes(StandardCharsets.UTF_8))) {
      throw new Problem.Forbidden("The form is too old. Open the page again and repeat it.");
    }
  }

  private static @Nullable String given(Context context) {
    String header = context.header(HEADER);
    return header != null ? header : context.formParam(FIELD);
  }

  /** Every browser of today says where a form comes from in at least one of the two headers. */
  private boolean isOurs(Context context) {
    String site = context.header("Sec-Fetch-Site");
    if (site != null && !site.equals("same-origin") && !site.equals("none")) {
      return false;
    }
    String origin = context.header("Origin");
    if (origin == null || "same-origin".equals(site)) {
      return true;
    }
    return publicUrl
        .map(ours -> ours.isOrigin(origin))
        // A browser sets both, so another site's page cannot make them alike.
        .orElseGet(() -> origin.equals("http://" + context.header("Host")));
  }
}
