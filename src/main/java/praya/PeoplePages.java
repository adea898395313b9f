package praya;

import java.util.List;
import java.util.UUID;
import praya.domain.MailAddress;
import praya.http.PageContext;
import praya.http.RateLimits;
import praya.http.Routes;
import praya.identity.AccountPage;
import praya.identity.AccountPages;
import praya.identity.AccountRoutes;
import praya.identity.AccountsPages;
import praya.identity.KeyPages;
import praya.identity.KeyRoutes;
import praya.identity.LinkSender;
import praya.identity.MailLinkService;
import praya.identity.RequestAuthentication;
import praya.identity.SignInPage;
import praya.identity.SignInPages;
import praya.identity.oidc.ProviderPages;
import praya.identity.oidc.ProviderService;
import praya.identity.oidc.TokenService;
import praya.identity.passkey.PasskeyPages;
import praya.identity.passkey.PasskeyService;
import praya.mail.Letter;
import praya.mail.MailTemplate;

/** Everything about people that speaks HTTP, put together for {@link App}. */
final class PeoplePages {
  private final Core core;
  private final PageContext pages;
  private final RateLimits limits;
  private final RequestAuthentication authentication;
  private final MailLinkService mailLinks;
  private final ProviderService providers;
  private final PasskeyService passkeys;

  PeoplePages(PeopleSettings settings, Core core, PageContext pages, RateLimits limits) {
    this.core = core;
    this.pages = pages;
    this.limits = limits;
    var people = new ProviderService.People(core.accounts(), core.sessions(), core.journal());
    var policy =
        new ProviderService.Policy(settings.providers(), settings.signUp(), pages.publicUrl());
    this.providers = new ProviderService(core.database(), people, policy, core.clock());
    var tokens =
        new TokenService(core.database(), providers, people, settings.tokens(), core.clock());
    this.authentication =
        new RequestAuthentication(core.keys(), core.sessions(), tokens, pages.cookies());
    this.passkeys =
        new PasskeyService(
            core.database(),
            new PasskeyService.People(core.accounts(), core.sessions(), core.journal()),
            pages.publicUrl(),
            core.ids(),
            core.clock());
    this.mailLinks = core.mailLinks(new MailLinkService.Policy(this::send, settings.signUp()));
  }

  RequestAuthentication authentication() {
    return authentication;
  }

  /** The letter of a link that was asked for; every asking is a letter of its own. */
  private void send(LinkSender.Letter letter) {
    boolean good = letter.path() != null;
    core.mail()
        .put(
            new Letter(
                "sign-in/" + UUID.randomUUID(),
                MailAddress.find(letter.email()).orElseThrow(),
                letter.language(),
                good ? MailTemplate.SIGN_IN_LINK : MailTemplate.SIGN_IN_REFUSED,
                good ? List.of(Long.toString(MailLinkService.LINK_LIFE.toMinutes())) : List.of(),
                letter.path()));
  }

  void add(Routes routes) {
    var accounts = core.accounts();
    var sessions = core.sessions();
    var offered = new SignInPages.Offered(buttons(), passkeys.usable());
    var signIn =
        new SignInPages(core.signIn(), mailLinks, accounts, sessions, pages, offered, limits);
    signIn.add(routes);
    var elsewhere = new ProviderPages(providers, signIn, pages);
    elsewhere.add(routes);
    var devices = new PasskeyPages(passkeys, signIn, pages);
    devices.add(routes);
    new AccountPages(accounts, sessions, ways(elsewhere, devices), pages).add(routes);
    new KeyPages(core.keys(), pages, core.clock()).add(routes);
    new AccountsPages(accounts, pages).add(routes);
    new AccountRoutes(accounts).add(routes);
    new KeyRoutes(core.keys()).add(routes);
  }

  private List<SignInPage.Provider> buttons() {
    return providers.providers().stream()
        .map(provider -> new SignInPage.Provider(provider.name(), provider.label()))
        .toList();
  }

  private AccountPages.Ways ways(ProviderPages elsewhere, PasskeyPages devices) {
    return new AccountPages.Ways() {
      @Override
      public List<AccountPage.Key> passkeys(UUID account) {
        return devices.list(account);
      }

      @Override
      public List<AccountPage.Identity> identities(UUID account) {
        return elsewhere.identities(account);
      }

      @Override
      public AccountPage.Offered offered(UUID account) {
        return new AccountPage.Offered(elsewhere.addable(account), passkeys.usable());
      }
    };
  }
}
