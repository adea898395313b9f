package praya.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import praya.domain.Actor;
import praya.domain.Problem;
import praya.domain.Scope;
import praya.store.Database;

/**
 * Sessions of browsers. What somebody may do is read from their account at every request, so that a
 * change of role or a disabled account counts from the next one on.
 */
public final class SessionService {
  /**
   * Often enough for a list of devices, seldom enough that reading pages writes next to nothing.
   */
  private static final Duration SEEN_AGAIN = Duration.ofMinutes(1);

  /** What is dangerous, such as a new passkey, asks for a sign-in that is no older than this. */
  private static final Duration FRESH = Duration.ofMinutes(15);

  private final Database database;
  private final SessionStore store;
  private final AccountStore accounts;
  private final SessionLimits limits;
  private final Supplier<UUID> ids;
  private final Clock clock;

  public SessionService(Database database, SessionLimits limits, Supplier<UUID> ids, Clock clock) {
    this.database = database;
    this.store = new SessionStore(database);
    this.accounts = new AccountStore(database);
    this.limits = limits;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Whose request it is.
   *
   * @param life how long the browser may keep its secret
   */
  record Found(Actor actor, Session session, Duration life) {
    /** Whether the role has changed since the secret was given. */
    boolean isOutdated() {
      return session.role() != actor.role();
    }
  }

  /** How somebody comes in: what they signed in by, on what, and the session they had before. */
  public record Arrival(Way way, @Nullable String userAgent, @Nullable String formerSession) {}

  /**
   * Opens a session with a secret of its own; the one that the browser had before ends, so that
   * nobody can have laid it there.
   *
   * @throws Problem.Forbidden when the account is disabled
   */
  public Secret open(Account account, Arrival arrival) {
    Instant now = clock.instant();
    Secret secret = Secret.random("");
    database.inTransaction(() -> {
      Account current = accounts.lock(account.id()).orElseThrow();
      if (current.isDisabled()) {
        throw new Problem.Forbidden("The account is disabled. Ask the staff of this site.");
      }
      store.deleteOld(now.minus(limits.idle()), now.minus(limits.absolute()));
      if (arrival.formerSession() != null) {
        store.delete(new Secret(arrival.formerSession()).hash());
      }
      var session =
          new Session(
              ids.get(),
              current.id(),
              current.role(),
              arrival.way(),
              Device.inWords(arrival.userAgent()),
              now,
              now);
      store.insert(session, secret.hash());
      return session;
    });
    return secret;
  }

  /** How long a browser needs to keep the secret of such an account. */
  public Duration life(Account account) {
    return limits.longest(account.role());
  }

  /** Whose session it is; empty when it is over or the account is disabled. */
  Optional<Found> find(String text) {
    byte[] hash = new Secret(text).hash();
    Instant now = clock.instant();
    Optional<Session> found = store.find(hash);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Session session = found.get();
    Account account = accounts.find(session.account()).orElseThrow();
    if (account.isDisabled() || limits.isOver(session, account.role(), now)) {
      return Optional.empty();
    }
    if (!now.isBefore(session.lastSeenAt().plus(SEEN_AGAIN))) {
      database.inTransaction(() -> {
        store.touch(session.id(), now);
        return session;
      });
    }
    return Optional.of(new Found(actor(account), session, life(account)));
  }

  /** Gives a session another secret after a change of role; empty when another request did. */
  Optional<Secret> renew(String text) {
    Secret next = Secret.random("");
    byte[] hash = new Secret(text).hash();
    boolean done =
        database.inTransaction(() ->
            store
                .find(hash)
                .flatMap(session -> accounts.find(session.account()))
                .filter(account -> store.rotate(hash, next.hash(), account.role()))
                .isPresent());
    return done ? Optional.of(next) : Optional.empty();
  }

  /** Who acts when somebody is signed in with the account. */
  public Actor actor(Account account) {
    return new Actor(
        account.actorName(),
        account.role(),
        account.id(),
        accounts.organisations(account.id()),
        Scope.ALL,
        null);
  }

  public List<Session> list(UUID account) {
    Instant now = clock.instant();
    Account owner = accounts.find(account).orElseThrow();
    return store.list(account).stream()
        .filter(session -> !limits.isOver(session, owner.role(), now))
        .toList();
  }

  /** Whether somebody has just shown who they are. */
  boolean isFresh(Session session) {
    return clock.instant().isBefore(session.createdAt().plus(FRESH));
  }

  /** Ends the session of a secret, if there is one. */
  void end(String text) {
    database.inTransaction(() -> store.delete(new Secret(text).hash()));
  }

  /**
   * Ends one of an account's own sessions.
   *
   * @throws Problem.NotFound when the account has no such session
   */
  void end(UUID account, UUID session) {
    if (!database.inTransaction(() -> store.delete(account, session))) {
      throw new Problem.NotFound("There is no session (" + session + ") of yours.");
    }
  }

  /** Ends every session of an account. */
  public void endAll(UUID account) {
    database.inTransaction(() -> store.deleteAll(account));
  }
}
