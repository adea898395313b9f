package praya.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import praya.domain.Actor;
import praya.domain.Problem;
import praya.domain.Role;
import praya.store.Database;

/** One-time links that sign staff in, and the sessions that they open. */
public final class SignInService {
  /** A link is printed to a terminal and used within minutes; a day covers a slow start. */
  private static final Duration LINK_LIFE = Duration.ofHours(24);

  /** A working day. */
  static final Duration SESSION_LIFE = Duration.ofHours(12);

  private final Database database;
  private final SignInStore store;
  private final Clock clock;

  public SignInService(Database database, Clock clock) {
    this.database = database;
    this.store = new SignInStore(database);
    this.clock = clock;
  }

  /** A new link's token; every earlier link that was not used ends. */
  public Secret newLink() {
    Secret token = Secret.random("");
    Instant expires = clock.instant().plus(LINK_LIFE);
    database.inTransaction(() -> {
      store.replaceLinks(token.hash(), Role.STAFF, expires);
      return token;
    });
    return token;
  }

  /**
   * Uses up a link and opens a session.
   *
   * @throws Problem.Forbidden when the link is unknown, used or too old
   */
  Secret signIn(String token) {
    Instant now = clock.instant();
    return database.inTransaction(() -> {
      Role role =
          store
              .useLink(new Secret(token).hash(), now)
              .orElseThrow(() ->
                  new Problem.Forbidden(
                      "The sign-in link is used or too old. 'bin/praya sign-in' prints a new"
                          + " one."));
      Secret session = Secret.random("");
      store.insertSession(session.hash(), role, now, now.plus(SESSION_LIFE));
      return session;
    });
  }

  /** Who has this session; empty when it is over. */
  Optional<Actor> find(String session) {
    return store
        .findSession(new Secret(session).hash(), clock.instant())
        .map(role -> new Actor("session:" + role.code(), role));
  }

  void signOut(String session) {
    database.inTransaction(() -> store.deleteSession(new Secret(session).hash()));
  }
}
