package praya.identity;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import praya.domain.Problem;
import praya.store.Database;

/**
 * Signing in by mail. A link works once, for a quarter of an hour, and only in the browser that
 * asked for it: whoever reads over the shoulder of a mailbox gets nothing. Asking is the same work
 * with the same answer for every address, so that nobody learns who has an account.
 */
public final class MailLinkService {
  public static final Duration LINK_LIFE = Duration.ofMinutes(15);

  private final Database database;
  private final MailLinkStore store;
  private final AccountService accounts;
  private final SessionService sessions;
  private final Policy policy;
  private final Clock clock;

  /**
   * How letters leave, and for whom.
   *
   * @param signUp whether an address without an account gets one by signing in
   */
  public record Policy(LinkSender sender, boolean signUp) {}

  public MailLinkService(
      Database database,
      AccountService accounts,
      SessionService sessions,
      Policy policy,
      Clock clock) {
    this.database = database;
    this.store = new MailLinkStore(database);
    this.accounts = accounts;
    this.sessions = sessions;
    this.policy = policy;
    this.clock = clock;
  }

  /** What a link is good for in a browser. */
  enum Sight {
    GOOD,
    OTHER_BROWSER,
    OVER
  }

  /**
   * Sends a link.
   *
   * @param browser the secret that the browser holds
   * @throws Problem.InvalidInput for an address that cannot be one
   */
  void ask(MailLink wish, Secret browser) {
    String email =
        EmailAddress.read(wish.email())
            .orElseThrow(() ->
                new Problem.InvalidInput(
                    "email",
                    wish.email(),
                    "The address (" + wish.email() + ") must look like name@place.example."));
    Instant now = clock.instant();
    Secret token = Secret.random("");
    database.inTransaction(() -> {
      store.deleteOld(now);
      boolean good = accounts.findByEmail(email).map(a -> !a.isDisabled()).orElse(policy.signUp());
      var link = new MailLink(email, wish.language(), wish.next());
      store.insert(
          token.hash(), new MailLinkStore.Row(browser.hash(), link, good, now.plus(LINK_LIFE)));
      String path = "/sign-in/mail?token=" + token.text();
      policy.sender().send(new LinkSender.Letter(email, wish.language(), good ? path : null));
      return token;
    });
  }

  /** What a link is good for; looking uses nothing up. */
  Sight look(String token, String browser) {
    return store
        .find(new Secret(token).hash(), clock.instant())
        .map(row ->
            MessageDigest.isEqual(row.browser(), new Secret(browser).hash())
                ? Sight.GOOD
                : Sight.OTHER_BROWSER)
        .orElse(Sight.OVER);
  }

  /** A session that was opened, and where to go on to. */
  record Arrived(Secret session, Account account, String next) {}

  /** Uses up a link; empty when it does not work, or not here. */
  Optional<Arrived> use(String token, String browser, SessionService.Arrival arrival) {
    Instant now = clock.instant();
    return database.inTransaction(() ->
        store
            .use(new Secret(token).hash(), new Secret(browser).hash(), now)
            .map(link -> {
              store.deleteOthers(link.email());
              Account account = accounts.signUp(link.email(), link.language());
              return new Arrived(sessions.open(account, arrival), account, link.next());
            }));
  }
}
