package praya.identity;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import praya.domain.Action;
import praya.domain.Problem;
import praya.domain.Role;
import praya.http.Frame;
import praya.http.PageContext;
import praya.http.Routes;

/** The pages of staff: signing in by a one-time link, the state of the program, API keys. */
public final class StaffPages {
  private final SignInService signIn;
  private final ApiKeyService keys;
  private final Function<Frame, State> state;
  private final PageContext pages;

  /** What the page shows of the running program, in the words of a frame. */
  public record State(List<StaffPage.View> views, List<StaffPage.Count> counts) {
    public State {
      views = List.copyOf(views);
      counts = List.copyOf(counts);
    }
  }

  public StaffPages(
      SignInService signIn, ApiKeyService keys, Function<Frame, State> state, PageContext pages) {
    this.signIn = signIn;
    this.keys = keys;
    this.state = state;
    this.pages = pages;
  }

  public void add(Routes routes) {
    routes.get("/sign-in", Action.SIGN_IN, context -> signInPage(context, null));
    routes.post("/sign-in", Action.SIGN_IN, this::signIn);
    routes.post("/sign-out", Action.SIGN_IN, this::signOut);
    routes.get("/staff", Action.READ_STAFF_DESK, context -> staffPage(context, null));
    routes.post("/staff/keys", Action.MANAGE_STAFF_KEYS, this::createKey);
    routes.post("/staff/keys/{id}/revoke", Action.MANAGE_STAFF_KEYS, this::revokeKey);
  }

  /**
   * The token that forms of a session carry: a hash of the session that tells nothing about it, and
   * that another site cannot know. Empty without a session.
   */
  public static String formToken(Context context) {
    String session = context.cookie(RequestAuthentication.COOKIE);
    return session == null
        ? ""
        : Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(new Secret("form " + session).hash());
  }

  /** Opening the link only shows the form: programs that look at links ahead must not use it up. */
  private void signInPage(Context context, @Nullable String faultKey) {
    String token = Objects.requireNonNullElse(context.queryParam("token"), "");
    Frame frame = frame(context, "signIn.title");
    pages.send(
        context, "identity/sign-in.jte", frame, new SignInPage("/staff", faultKey, "", token));
  }

  private void signIn(Context context) {
    requireSameSite(context);
    String token = Objects.requireNonNullElse(context.formParam("token"), "").strip();
    try {
      Secret session = signIn.signIn(token);
      pages
          .cookies()
          .set(
              context,
              RequestAuthentication.COOKIE,
              session.text(),
              (int) SignInService.SESSION_LIFE.toSeconds());
      context.redirect("/staff", io.javalin.http.HttpStatus.SEE_OTHER);
    } catch (Problem.Forbidden e) {
      context.status(403);
      signInPage(context, "signIn.fault");
    }
  }

  private void signOut(Context context) {
    requireForm(context);
    String session = context.cookie(RequestAuthentication.COOKIE);
    if (session != null) {
      signIn.signOut(session);
    }
    pages.cookies().set(context, RequestAuthentication.COOKIE, "", 0);
    context.redirect("/", io.javalin.http.HttpStatus.SEE_OTHER);
  }

  private void staffPage(Context context, @Nullable String created) {
    Frame frame = frame(context, "staff.title");
    State now = state.apply(frame);
    List<StaffPage.Key> all =
        keys.list().stream()
            .map(key ->
                new StaffPage.Key(
                    key.id().toString(),
                    key.name(),
                    key.role().code(),
                    key.createdAt(),
                    key.revokedAt()))
            .toList();
    pages.send(
        context,
        "identity/staff.jte",
        frame,
        new StaffPage(now.views(), now.counts(), all, created));
    context.header("Cache-Control", "no-store");
  }

  private void createKey(Context context) {
    requireForm(context);
    String name = Objects.requireNonNullElse(context.formParam("name"), "");
    staffPage(context, keys.create(name, Role.STAFF).secret().text());
  }

  private void revokeKey(Context context) {
    requireForm(context);
    String id = context.pathParam("id");
    if (!id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
      throw new Problem.NotFound("There is no API key (" + id + ").");
    }
    keys.revoke(UUID.fromString(id));
    context.redirect("/staff", io.javalin.http.HttpStatus.SEE_OTHER);
  }

  private Frame frame(Context context, String titleKey) {
    return pages.frame(context, Frame.Head.of(pages.texts(context).say(titleKey), null));
  }

  /** A browser says where a form comes from; one of another site is not ours. */
  private static void requireSameSite(Context context) {
    String origin = context.header("Origin");
    // The host alone is compared: behind a proxy that ends TLS the scheme differs.
    if (origin != null && !origin.replaceFirst("^https?://", "").equals(context.host())) {
      throw new Problem.Forbidden("The form comes from another site (" + origin + ").");
    }
  }

  private static void requireForm(Context context) {
    requireSameSite(context);
    byte[] given =
        Objects.requireNonNullElse(context.formParam("csrf"), "").getBytes(StandardCharsets.UTF_8);
    byte[] wanted = formToken(context).getBytes(StandardCharsets.UTF_8);
    if (wanted.length == 0 || !MessageDigest.isEqual(given, wanted)) {
      throw new Problem.Forbidden("The form is too old. Open the page again and repeat it.");
    }
  }
}
