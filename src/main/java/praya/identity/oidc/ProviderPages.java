package praya.identity.oidc;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import praya.domain.Action;
import praya.domain.Problem;
import praya.http.Caller;
import praya.http.PageContext;
import praya.http.Routes;
import praya.identity.AccountPage;
import praya.identity.RequestAuthentication;
import praya.identity.Secret;
import praya.identity.SignInPage;
import praya.identity.SignInPages;
import praya.identity.Way;

/** The addresses through which people sign in with a provider, or add one to their account. */
public final class ProviderPages {
  private static final Logger LOG = LoggerFactory.getLogger(ProviderPages.class);

  private final ProviderService providers;
  private final SignInPages signIn;
  private final PageContext pages;

  public ProviderPages(ProviderService providers, SignInPages signIn, PageContext pages) {
    this.providers = providers;
    this.signIn = signIn;
    this.pages = pages;
  }

  public void add(Routes routes) {
    routes.get("/sign-in/provider/{name}", Action.SIGN_IN, this::begin);
    routes.get("/sign-in/provider/{name}/back", Action.SIGN_IN, this::end);
    routes.post("/account/identities/remove", Action.MANAGE_OWN_ACCOUNT, this::remove);
    routes.get("/account/identities/{name}", Action.MANAGE_OWN_ACCOUNT, this::beginAdding);
  }

  /** Who an account is elsewhere. */
  public List<AccountPage.Identity> identities(UUID account) {
    return providers.identities(account).stream()
        .map(identity ->
            new AccountPage.Identity(
                identity.issuer(), label(identity.issuer()), identity.createdAt()))
        .toList();
  }

  /** Providers that the account does not know yet. */
  public List<SignInPage.Provider> addable(UUID account) {
    List<String> known =
        providers.identities(account).stream().map(IdentityStore.Identity::issuer).toList();
    return providers.providers().stream()
        .filter(provider -> !known.contains(provider.issuer().toString()))
        .map(provider -> new SignInPage.Provider(provider.name(), provider.label()))
        .toList();
  }

  private String label(String issuer) {
    return providers.providers().stream()
        .filter(provider -> provider.issuer().toString().equals(issuer))
        .map(Provider::label)
        .findFirst()
        .orElse(issuer);
  }

  private void begin(Context context) {
    send(context, null, SignInPages.next(context));
  }

  private void beginAdding(Context context) {
    UUID self = Objects.requireNonNull(Caller.of(context).account());
    signIn.requireFresh(context);
    send(context, self, "/account");
  }

  private void send(Context context, @Nullable UUID account, String next) {
    Secret browser = RequestAuthentication.browser(context, pages.cookies());
    try {
      URI there =
          providers.begin(context.pathParam("name"), browser, account, next.isEmpty() ? "/" : next);
      context.header("Cache-Control", "no-store");
      context.redirect(there.toString(), HttpStatus.SEE_OTHER);
    } catch (ProviderDown e) {
      down(context, e);
    }
  }

  private void end(Context context) {
    String known = RequestAuthentication.knownBrowser(context);
    var answer =
        new ProviderService.Return(
            context.queryParam("state"),
            context.queryParam("code"),
            context.queryParam("iss"),
            new Secret(known));
    try {
      var outcome =
          providers.end(
              context.pathParam("name"),
              answer,
              Caller.of(context),
              RequestAuthentication.arrival(context, Way.PROVIDER));
      switch (outcome) {
        case ProviderService.Outcome.In in ->
            signIn.arrive(
                context, in.session(), in.account(), in.next().equals("/") ? "" : in.next());
        case ProviderService.Outcome.Added added ->
            context.redirect("/account", HttpStatus.SEE_OTHER);
        case ProviderService.Outcome.Not not -> {
          context.status(403);
          signIn.show(context, "signIn.provider." + not.reason());
        }
      }
    } catch (ProviderDown e) {
      down(context, e);
    }
  }

  private void down(Context context, ProviderDown e) {
    LOG.warn("{}", e.getMessage());
    context.status(503);
    signIn.show(context, "signIn.provider.down");
  }

  private void remove(Context context) {
    UUID self = Caller.of(context).account();
    if (self == null) {
      throw new Problem.Forbidden("This is a page for people who are signed in.");
    }
    providers.remove(self, Objects.requireNonNullElse(context.formParam("issuer"), ""));
    context.redirect("/account", HttpStatus.SEE_OTHER);
  }
}
