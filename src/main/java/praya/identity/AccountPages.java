package praya.identity;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import praya.domain.Action;
import praya.domain.Actor;
import praya.domain.Language;
import praya.domain.Problem;
import praya.http.Caller;
import praya.http.Frame;
import praya.http.PageContext;
import praya.http.Routes;

/** The page of one's own account: name and language, devices, ways to sign in. */
public final class AccountPages {
  private final AccountService accounts;
  private final SessionService sessions;
  private final Ways ways;
  private final PageContext pages;

  /** By what accounts can be signed in to, beside mail. */
  public interface Ways {
    List<AccountPage.Key> passkeys(UUID account);

    List<AccountPage.Identity> identities(UUID account);

    /** What the account could add. */
    AccountPage.Offered offered(UUID account);
  }

  public AccountPages(
      AccountService accounts, SessionService sessions, Ways ways, PageContext pages) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.ways = ways;
    this.pages = pages;
  }

  public void add(Routes routes) {
    routes.get("/account", Action.READ_OWN_ACCOUNT, this::show);
    routes.post("/account", Action.MANAGE_OWN_ACCOUNT, this::describe);
    routes.post("/account/sessions/{id}/end", Action.MANAGE_OWN_ACCOUNT, this::endOne);
    routes.post("/account/sessions/end", Action.MANAGE_OWN_ACCOUNT, this::endAll);
  }

  /** The account of the person at the browser; programs have the API for it. */
  static UUID self(Context context) {
    Actor actor = Caller.of(context);
    if (actor.account() == null) {
      throw new Problem.Forbidden("This is a page for people who are signed in.");
    }
    return actor.account();
  }

  private void show(Context context) {
    UUID self = self(context);
    Account account = accounts.get(self);
    String text = Objects.requireNonNullElse(RequestAuthentication.session(context), "");
    var here = sessions.find(text).map(SessionService.Found::session);
    Frame frame =
        pages.frame(context, Frame.Head.of(pages.texts(context).say("account.title"), null));
    List<AccountPage.Device> devices =
        sessions.list(self).stream()
            .map(session ->
                new AccountPage.Device(
                    session.id().toString(),
                    session.device().isEmpty()
                        ? frame.say("account.device.unknown")
                        : session.device(),
                    "account.way." + session.way().code(),
                    session.createdAt(),
                    session.lastSeenAt(),
                    here.filter(h -> h.id().equals(session.id())).isPresent()))
            .toList();
    Account.Person person = account.person();
    var page =
        new AccountPage(
            new AccountPage.Who(
                person.email(), person.name(), person.language(), account.role().code()),
            devices,
            ways.passkeys(self),
            ways.identities(self),
            ways.offered(self),
            here.filter(sessions::isFresh).isPresent());
    pages.send(context, "identity/account.jte", frame, page);
    context.header("Cache-Control", "no-store");
  }

  private void describe(Context context) {
    String name = Objects.requireNonNullElse(context.formParam("name"), "");
    String tag = Objects.requireNonNullElse(context.formParam("language"), "");
    Language language =
        Language.find(tag)
            .orElseThrow(() ->
                new Problem.InvalidInput(
                    "language", tag, "The language must be en, zh-Hant or zh-Hans."));
    accounts.describe(self(context), name, language);
    context.redirect("/account", HttpStatus.SEE_OTHER);
  }

  private void endOne(Context context) {
    sessions.end(self(context), StaffPages.id(context, "session"));
    context.redirect("/account", HttpStatus.SEE_OTHER);
  }

  private void endAll(Context context) {
    sessions.endAll(self(context));
    RequestAuthentication.forget(context, pages.cookies());
    context.redirect("/", HttpStatus.SEE_OTHER);
  }
}
