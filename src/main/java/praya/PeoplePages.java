package praya;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import praya.domain.MailAddress;
import praya.http.PageContext;
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
import praya.identity.SignInPages;
import praya.mail.Letter;
import praya.mail.MailTemplate;

/** Everything about people that speaks HTTP, put together for {@link App}. */
final class PeoplePages {
  private final Core core;
  private final PageContext pages;
  private final RequestAuthentication authentication;
  private final MailLinkService mailLinks;

  PeoplePages(PeopleSettings settings, Core core, PageContext pages) {
    this.core = core;
    this.pages = pages;
    this.authentication =
        new RequestAuthentication(
            core.keys(), core.sessions(), token -> Optional.empty(), pages.cookies());
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
    var offered = new SignInPages.Offered(List.of(), false);
    new SignInPages(core.signIn(), mailLinks, accounts, sessions, pages, offered).add(routes);
    new AccountPages(accounts, sessions, ways(), pages).add(routes);
    new KeyPages(core.keys(), pages, core.clock()).add(routes);
    new AccountsPages(accounts, pages).add(routes);
    new AccountRoutes(accounts).add(routes);
    new KeyRoutes(core.keys()).add(routes);
  }

  private AccountPages.Ways ways() {
    return new AccountPages.Ways() {
      @Override
      public List<AccountPage.Key> passkeys(UUID account) {
        return List.of();
      }

      @Override
      public List<AccountPage.Identity> identities(UUID account) {
        return List.of();
      }

      @Override
      public AccountPage.Offered offered(UUID account) {
        return new AccountPage.Offered(List.of(), false);
      }
    };
  }
}
