package praya.identity;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import praya.domain.Action;
import praya.domain.Actor;
import praya.domain.Problem;
import praya.domain.Role;
import praya.domain.Scope;
import praya.http.Caller;
import praya.http.Frame;
import praya.http.PageContext;
import praya.http.Routes;

/** The page of one's own API keys: made, rotated, revoked. */
public final class KeyPages {
  /** The old secret goes on for a day: long enough to bring the new one to a program. */
  private static final Duration OVERLAP = Duration.ofDays(1);

  private final ApiKeyService keys;
  private final PageContext pages;
  private final Clock clock;

  public KeyPages(ApiKeyService keys, PageContext pages, Clock clock) {
    this.keys = keys;
    this.pages = pages;
    this.clock = clock;
  }

  public void add(Routes routes) {
    routes.get("/account/keys", Action.MANAGE_OWN_ACCOUNT, context -> show(context, null));
    routes.post("/account/keys", Action.MANAGE_OWN_ACCOUNT, this::create);
    routes.post("/account/keys/{id}/rotate", Action.MANAGE_OWN_ACCOUNT, this::rotate);
    routes.post("/account/keys/{id}/revoke", Action.MANAGE_OWN_ACCOUNT, this::revoke);
  }

  private void show(Context context, @Nullable String created) {
    AccountPages.self(context);
    Actor actor = Caller.of(context);
    Instant now = clock.instant();
    List<KeysPage.Key> own =
        keys.own(actor).stream()
            .map(key ->
                new KeysPage.Key(
                    key.id().toString(),
                    key.name(),
                    key.role().code(),
                    key.grant().scopes().stream()
                        .sorted()
                        .map(Scope::code)
                        .collect(Collectors.joining(" ")),
                    key.expiresAt(),
                    key.lastUsedAt(),
                    key.revokedAt() == null
                        && (key.expiresAt() == null || key.expiresAt().isAfter(now))))
            .toList();
    List<String> roles =
        Arrays.stream(Role.values())
            .filter(role -> role != Role.ANYONE && actor.role().isAtLeast(role))
            .map(Role::code)
            .toList();
    Frame frame = pages.frame(context, Frame.Head.of(pages.texts(context).say("keys.own"), null));
    pages.send(context, "identity/keys.jte", frame, new KeysPage(own, roles, created));
    context.header("Cache-Control", "no-store");
  }

  private void create(Context context) {
    Actor actor = Caller.of(context);
    String name = Objects.requireNonNullElse(context.formParam("name"), "");
    var wish = new ApiKeyService.Wish(name, role(context, actor), scopes(context), expiry(context));
    show(context, keys.create(wish, actor).secret().text());
  }

  private static Role role(Context context, Actor actor) {
    String code = Objects.requireNonNullElse(context.formParam("role"), actor.role().code());
    return Arrays.stream(Role.values())
        .filter(role -> role.code().equals(code))
        .findFirst()
        .orElseThrow(
            () -> new Problem.InvalidInput("role", code, "The role (" + code + ") is not known."));
  }

  private static Set<Scope> scopes(Context context) {
    Set<Scope> scopes = EnumSet.noneOf(Scope.class);
    for (Scope scope : Scope.values()) {
      if (context.formParams("scope").contains(scope.code())) {
        scopes.add(scope);
      }
    }
    return scopes;
  }

  private @Nullable Instant expiry(Context context) {
    String days = Objects.requireNonNullElse(context.formParam("days"), "");
    if (!days.matches("[0-9]{0,4}")) {
      throw new Problem.InvalidInput(
          "days", days, "The days (" + days + ") must be a whole number, or empty for ever.");
    }
    return days.isEmpty() ? null : clock.instant().plus(Duration.ofDays(Integer.parseInt(days)));
  }

  private void rotate(Context context) {
    var rotated = keys.rotate(StaffPages.id(context, "API key"), OVERLAP, Caller.of(context));
    show(context, rotated.secret().text());
  }

  private void revoke(Context context) {
    keys.revoke(StaffPages.id(context, "API key"), Caller.of(context));
    context.redirect("/account/keys", HttpStatus.SEE_OTHER);
  }
}
