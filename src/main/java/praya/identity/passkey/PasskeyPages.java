package praya.identity.passkey;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import praya.domain.Action;
import praya.domain.Identifiers;
import praya.domain.Problem;
import praya.http.Answers;
import praya.http.Caller;
import praya.http.PageContext;
import praya.http.Routes;
import praya.identity.AccountPage;
import praya.identity.RequestAuthentication;
import praya.identity.Secret;
import praya.identity.SignInPages;
import praya.identity.Way;
import praya.json.Json;

/** The addresses that the script for passkeys speaks to, and the forms of the account page. */
public final class PasskeyPages {
  private final PasskeyService passkeys;
  private final SignInPages signIn;
  private final PageContext pages;

  public PasskeyPages(PasskeyService passkeys, SignInPages signIn, PageContext pages) {
    this.passkeys = passkeys;
    this.signIn = signIn;
    this.pages = pages;
  }

  public void add(Routes routes) {
    routes.post("/sign-in/passkey/begin", Action.SIGN_IN, this::beginSigningIn);
    routes.post("/sign-in/passkey", Action.SIGN_IN, this::signIn);
    routes.post("/account/passkeys/begin", Action.MANAGE_OWN_ACCOUNT, this::beginMaking);
    routes.post("/account/passkeys", Action.MANAGE_OWN_ACCOUNT, this::make);
    routes.post("/account/passkeys/{id}/rename", Action.MANAGE_OWN_ACCOUNT, this::rename);
    routes.post("/account/passkeys/{id}/remove", Action.MANAGE_OWN_ACCOUNT, this::remove);
  }

  /** The passkeys of an account, for its page. */
  public List<AccountPage.Key> list(UUID account) {
    return passkeys.list(account).stream()
        .map(passkey ->
            new AccountPage.Key(
                passkey.id().getBase64Url(),
                passkey.name(),
                passkey.createdAt(),
                passkey.lastUsedAt()))
        .toList();
  }

  private void beginSigningIn(Context context) {
    ask(context, passkeys.beginSigningIn(browser(context)));
  }

  private void signIn(Context context) {
    var arrived =
        passkeys
            .signIn(answer(context), RequestAuthentication.arrival(context, Way.PASSKEY))
            .orElseThrow(() -> new Problem.Forbidden("The passkey is not known or not good here."));
    String next = signIn.keep(context, arrived.session(), arrived.account());
    Answers.json(context, Map.of("next", next));
  }

  private void beginMaking(Context context) {
    signIn.requireFresh(context);
    ask(context, passkeys.beginMaking(self(context), browser(context)));
  }

  private void make(Context context) {
    signIn.requireFresh(context);
    if (!passkeys.make(self(context), field(context, "name"), answer(context))) {
      throw new Problem.Forbidden("The passkey is not good here.");
    }
    Answers.json(context, Map.of("next", "/account"));
  }

  private void rename(Context context) {
    passkeys.rename(self(context), context.pathParam("id"), field(context, "name"));
    context.redirect("/account", HttpStatus.SEE_OTHER);
  }

  private void remove(Context context) {
    passkeys.remove(self(context), context.pathParam("id"));
    context.redirect("/account", HttpStatus.SEE_OTHER);
  }

  private static void ask(Context context, PasskeyService.Question question) {
    byte[] options = question.options().getBytes(StandardCharsets.UTF_8);
    context.header("Cache-Control", "no-store");
    Answers.json(context, Map.of("id", question.id().toString(), "options", Json.read(options)));
  }

  private static PasskeyService.Answer answer(Context context) {
    UUID id =
        Identifiers.read(field(context, "id"))
            .orElseThrow(() -> new Problem.Forbidden("The question is not known here."));
    return new PasskeyService.Answer(
        id, field(context, "credential"), new Secret(RequestAuthentication.knownBrowser(context)));
  }

  private Secret browser(Context context) {
    return RequestAuthentication.browser(context, pages.cookies());
  }

  private static UUID self(Context context) {
    UUID self = Caller.of(context).account();
    if (self == null) {
      throw new Problem.Forbidden("This is a page for people who are signed in.");
    }
    return self;
  }

  private static String field(Context context, String name) {
    return Objects.requireNonNullElse(context.formParam(name), "");
  }
}
