package praya.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import praya.domain.Problem;
import praya.store.Database;

/** The link that the program prints, which signs in to the built-in staff account once. */
public final class SignInService {
  /** A link is printed to a terminal and used within minutes; a day covers a slow start. */
  private static final Duration LINK_LIFE = Duration.ofHours(24);

  private final Database database;
  private final PrintedLinkStore links;
  private final AccountService accounts;
  private final SessionService sessions;
  private final Clock clock;

  public SignInService(
      Database database, AccountService accounts, SessionService sessions, Clock clock) {
    this.database = database;
    this.links = new PrintedLinkStore(database);
    this.accounts = accounts;
    this.sessions = sessions;
    this.clock = clock;
  }

  /** A new link's token; every earlier link that was not used ends. */
  public Secret newLink() {
    Secret token = Secret.random("");
    Instant expires = clock.instant().plus(LINK_LIFE);
    database.inTransaction(() -> {
      links.replace(token.hash(), expires);
      return token;
    });
    return token;
  }

  /**
   * Uses up a link and opens a session.
   *
   * @throws Problem.Forbidden when the link is unknown, used or too old
   */
  public Secret signIn(String token, SessionService.Arrival arrival) {
    Instant now = clock.instant();
    return database.inTransaction(() -> {
      if (!links.use(new Secret(token).hash(), now)) {
        throw new Problem.Forbidden(
            "The sign-in link is used or too old. 'bin/praya sign-in' prints a new one.");
      }
      return sessions.open(accounts.builtIn(), arrival);
    });
  }
}
