package praya.identity;

import static praya.identity.RequestAuthentication.arrival;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import praya.domain.Action;
import praya.domain.Problem;
import praya.domain.Role;
import praya.http.Frame;
import praya.http.Next;
import praya.http.PageContext;
import praya.http.RateLimits;
import praya.http.Routes;

/** The pages of signing in and out: by the printed link, and by a link that comes by mail. */
public final class SignInPages {
  private final SignInService printed;
  private final MailLinkService mail;
  private final AccountService accounts;
  private final SessionService sessions;
  private final PageContext pages;
  private final Offered offered;
  private final RateLimits limits;

  /** The ways to sign in that are offered beside mail. */
  public record Offered(List<SignInPage.Provider> providers, boolean passkeys) {
    public Offered {
      providers = List.copyOf(providers);
    }
  }

  public SignInPages(
      SignInService printed,
      MailLinkService mail,
      AccountService accounts,
      SessionService sessions,
      PageContext pages,
      Offered offered,
      RateLimits limits) {
    this.printed = printed;
    this.mail = mail;
    this.accounts = accounts;
    this.sessions = sessions;
    this.pages = pages;
    this.offered = offered;
    this.limits = limits;
  }

  public void add(Routes routes) {
    routes.get("/sign-in", Action.SIGN_IN, context -> show(context, null));
    routes.post("/sign-in", Action.SIGN_IN, this::usePrinted);
    routes.post("/sign-in/mail", Action.SIGN_IN, this::ask);
    routes.get("/sign-in/mail", Action.SIGN_IN, this::look);
    routes.post("/sign-in/mail/use", Action.SIGN_IN, this::use);
    routes.post("/sign-out", Action.SIGN_IN, this::signOut);
  }

  /** Where somebody goes on to: where they wanted to, else where their work is. */
  static String onwards(String next, Account account) {
    boolean staff = account.role().isAtLeast(Role.STAFF);
    return !next.isEmpty() ? next : staff ? "/staff" : "/account";
  }

  /** Where the address says to go on to; empty when it says nothing of this site. */
  public static String next(Context context) {
    return Next.path(context.queryParam("next"));
  }

  /**
   * Asks for a sign-in that is recent.
   *
   * @throws Problem.Forbidden when it is not
   */
  public void requireFresh(Context context) {
    String session = Objects.requireNonNullElse(RequestAuthentication.session(context), "");
    if (sessions.find(session).filter(found -> sessions.isFresh(found.session())).isEmpty()) {
      throw new Problem.Forbidden("Sign in again before you add a way to sign in.");
    }
  }

  /** Opening the link only shows the form: programs that look at links ahead must not use it up. */
  public void show(Context context, @Nullable String faultKey) {
    String token = Objects.requireNonNullElse(context.queryParam("token"), "");
    String next = Next.path(context.queryParam("next"));
    if (next.isEmpty()) {
      next = Next.path(context.formParam("next"));
    }
    Frame frame = frame(context, "signIn.title");
    var page =
        new SignInPage(
            next, faultKey, frame.reader().csrf(), token, offered.providers(), offered.passkeys());
    pages.send(context, "identity/sign-in.jte", frame, page);
    context.header("Cache-Control", "no-store");
  }

  private void usePrinted(Context context) {
    String token = Objects.requireNonNullElse(context.formParam("token"), "").strip();
    try {
      Secret session = printed.signIn(token, arrival(context, Way.PRINTED_LINK));
      arrive(context, session, accounts.builtIn(), Next.path(context.formParam("next")));
    } catch (Problem.Forbidden e) {
      context.status(403);
      show(context, "signIn.fault");
    }
  }

  /** Lets the browser keep the session, and leads on. */
  public void arrive(Context context, Secret session, Account account, String next) {
    int seconds = (int) sessions.life(account).toSeconds();
    RequestAuthentication.keep(context, pages.cookies(), session, seconds);
    context.redirect(onwards(next, account), HttpStatus.SEE_OTHER);
  }

  /** Lets the browser keep the session, and says where to go on to: what a script asks for. */
  public String keep(Context context, Secret session, Account account) {
    int seconds = (int) sessions.life(account).toSeconds();
    RequestAuthentication.keep(context, pages.cookies(), session, seconds);
    return onwards(Next.path(context.formParam("next")), account);
  }

  private void ask(Context context) {
    String email = Objects.requireNonNullElse(context.formParam("email"), "");
    var wish = new MailLink(email, pages.language(context), homeUnless(context));
    // The same whether the address is known here or not.
    limits.takeLink(context, EmailAddress.read(email).orElse(null));
    try {
      mail.ask(wish, RequestAuthentication.browser(context, pages.cookies()));
    } catch (Problem.InvalidInput e) {
      context.status(422);
      show(context, "signIn.mail.fault");
      return;
    }
    showMail(context, "sent", "");
  }

  /** A row always has a path; the usual place is found out when the account is known. */
  private static String homeUnless(Context context) {
    String next = Next.path(context.formParam("next"));
    return next.isEmpty() ? "/" : next;
  }

  /** Looking uses nothing up: mail programs and scanners open links before people do. */
  private void look(Context context) {
    String token = Objects.requireNonNullElse(context.queryParam("token"), "");
    MailLinkService.Sight sight = mail.look(token, RequestAuthentication.knownBrowser(context));
    String state = sight.name().toLowerCase(Locale.ROOT).replace('_', '-');
    context.status(sight == MailLinkService.Sight.GOOD ? 200 : 403);
    showMail(context, state, sight == MailLinkService.Sight.GOOD ? token : "");
  }

  private void use(Context context) {
    String token = Objects.requireNonNullElse(context.formParam("token"), "");
    String browser = RequestAuthentication.knownBrowser(context);
    var arrived = mail.use(token, browser, arrival(context, Way.MAIL_LINK));
    if (arrived.isPresent()) {
      var in = arrived.get();
      arrive(context, in.session(), in.account(), in.next().equals("/") ? "" : in.next());
      return;
    }
    var sight = mail.look(token, browser);
    context.status(403);
    showMail(context, sight == MailLinkService.Sight.OTHER_BROWSER ? "other-browser" : "over", "");
  }

  private void showMail(Context context, String state, String token) {
    Frame frame = frame(context, "signIn.mail." + state);
    pages.send(context, "identity/mail-link.jte", frame, new MailLinkPage(state, token));
    context.header("Cache-Control", "no-store");
  }

  private void signOut(Context context) {
    String session = RequestAuthentication.session(context);
    if (session != null) {
      sessions.end(session);
    }
    RequestAuthentication.forget(context, pages.cookies());
    context.redirect("/", HttpStatus.SEE_OTHER);
  }

  private Frame frame(Context context, String titleKey) {
    return pages.frame(context, Frame.Head.of(pages.texts(context).say(titleKey), null));
  }
}
