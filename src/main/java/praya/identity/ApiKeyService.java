package praya.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import praya.domain.Action;
import praya.domain.Actor;
import praya.domain.Fault;
import praya.domain.Permission;
import praya.domain.Problem;
import praya.domain.Role;
import praya.domain.Scope;
import praya.store.Database;
import praya.store.Journal;

/**
 * API keys: made, listed, rotated, revoked, and recognised. A key can do what its role and scopes
 * say, and never more than the account that it belongs to.
 */
public final class ApiKeyService {
  /** A week is enough to bring a new secret to every program that has the old one. */
  static final Duration LONGEST_OVERLAP = Duration.ofDays(7);

  /** Often enough to see which keys are idle, seldom enough that a busy program writes little. */
  private static final Duration USED_AGAIN = Duration.ofMinutes(1);

  private final Database database;
  private final ApiKeyStore store;
  private final AccountStore accounts;
  private final Journal journal;
  private final Supplier<UUID> ids;
  private final Clock clock;

  public ApiKeyService(Database database, Journal journal, Supplier<UUID> ids, Clock clock) {
    this.database = database;
    this.store = new ApiKeyStore(database);
    this.accounts = new AccountStore(database);
    this.journal = journal;
    this.ids = ids;
    this.clock = clock;
  }

  /** A key that was just made, with the only copy of its text. */
  public record Created(ApiKey key, Secret secret) {}

  /**
   * What somebody wants a key to be.
   *
   * @param expiresAt null for never
   */
  public record Wish(String name, Role role, Set<Scope> scopes, @Nullable Instant expiresAt) {
    public Wish {
      scopes = Set.copyOf(scopes);
    }
  }

  /** Makes a key of nobody with every scope, as somebody with access to the data folder may. */
  public Created create(String name, Role role) {
    return create(new Wish(name, role, Scope.ALL, null), Actor.command("key"));
  }

  /**
   * Makes a key of the actor's account; a command's belongs to nobody.
   *
   * @throws Problem.InvalidInput for what cannot be, or is more than the actor may do
   */
  public Created create(Wish wish, Actor actor) {
    Permission.require(actor, Action.MANAGE_OWN_ACCOUNT);
    String name = wish.name().strip();
    List<Fault> faults = new ArrayList<>();
    if (name.isEmpty() || name.length() > 100 || name.chars().anyMatch(Character::isISOControl)) {
      faults.add(
          new Fault(
              "name",
              wish.name(),
              "The name (" + wish.name() + ") of a key must have 1 to 100 characters."));
    }
    checkReach(wish, actor, faults);
    Instant last = ownEnd(actor);
    Instant end = wish.expiresAt();
    if (end != null && !end.isAfter(clock.instant())) {
      faults.add(new Fault("expiresAt", end.toString(), "The end (" + end + ") is past."));
    }
    if (last != null && (end == null || end.isAfter(last))) {
      faults.add(
          new Fault(
              "expiresAt",
              end == null ? null : end.toString(),
              "A key that is made with a key must end with it, at (" + last + ") or before."));
    }
    if (!faults.isEmpty()) {
      throw new Problem.InvalidInput(faults);
    }
    Secret secret = Secret.random("praya_");
    var grant = new ApiKey.Grant(actor.account(), wish.role(), wish.scopes());
    ApiKey key = new ApiKey(ids.get(), name, grant, clock.instant(), end, null, null);
    database.inTransaction(() -> {
      store.insert(key, secret.hash());
      note(actor, key.id(), "created");
      return key;
    });
    return new Created(key, secret);
  }

  private static void checkReach(Wish wish, Actor actor, List<Fault> faults) {
    String role = wish.role().code();
    if (wish.role() == Role.ANYONE || !actor.role().isAtLeast(wish.role())) {
      faults.add(
          new Fault(
              "role",
              role,
              "The role (" + role + ") is more than your own (" + actor.role().code() + ")."));
    }
    if (wish.scopes().isEmpty() || !actor.scopes().containsAll(wish.scopes())) {
      faults.add(
          new Fault(
              "scopes",
              null,
              "The scopes must be some of your own: "
                  + String.join(", ", actor.scopes().stream().sorted().map(Scope::code).toList())
                  + "."));
    }
  }

  /** When the key that the actor uses ends; null when they use none or it never does. */
  private @Nullable Instant ownEnd(Actor actor) {
    return store.list().stream()
        .filter(key -> key.actorName().equals(actor.name()))
        .map(ApiKey::expiresAt)
        .filter(java.util.Objects::nonNull)
        .min(java.util.Comparator.naturalOrder())
        .orElse(null);
  }

  /** All keys there are, for staff and commands. */
  public List<ApiKey> list() {
    return store.list();
  }

  /** The keys of the actor's own account. */
  public List<ApiKey> own(Actor actor) {
    return actor.account() == null ? List.of() : store.list(actor.account());
  }

  /**
   * Gives a key a new secret.
   *
   * @param overlap how long the old one works beside it, at most {@link #LONGEST_OVERLAP}
   */
  public Created rotate(UUID id, Duration overlap, Actor actor) {
    if (overlap.isNegative() || overlap.compareTo(LONGEST_OVERLAP) > 0) {
      throw new Problem.InvalidInput(
          "overlapSeconds",
          Long.toString(overlap.toSeconds()),
          "The overlap must be 0 to " + LONGEST_OVERLAP.toSeconds() + " seconds.");
    }
    ApiKey key = require(id, actor);
    requireReach(key, actor);
    Secret secret = Secret.random("praya_");
    Instant now = clock.instant();
    database.inTransaction(() -> {
      if (!store.rotate(id, secret.hash(), now, now.plus(overlap))) {
        throw new Problem.Conflict("The key works no more. Make a new one instead.");
      }
      note(actor, id, "rotated");
      return id;
    });
    return new Created(key, secret);
  }

  /** Ends a key at once; ending it again changes nothing. */
  public void revoke(UUID id, Actor actor) {
    require(id, actor);
    database.inTransaction(() -> {
      store.revoke(id, clock.instant());
      note(actor, id, "revoked");
      return id;
    });
  }

  /** One's own key; staff also reach those of others that can do no more than they can. */
  private ApiKey require(UUID id, Actor actor) {
    Permission.require(actor, Action.MANAGE_OWN_ACCOUNT);
    return store
        .find(id)
        .filter(key ->
            (actor.isStaff() && actor.role().isAtLeast(key.role()))
                || (actor.account() != null && actor.account().equals(key.grant().account())))
        .orElseThrow(() -> new Problem.NotFound("There is no API key (" + id + ")."));
  }

  /** A new secret is the whole key: nobody may get one of somebody else's, or of a stronger one. */
  private static void requireReach(ApiKey key, Actor actor) {
    UUID owner = key.grant().account();
    boolean own = owner == null || owner.equals(actor.account());
    if (!own
        || !actor.role().isAtLeast(key.role())
        || !actor.scopes().containsAll(key.grant().scopes())) {
      throw new Problem.Forbidden(
          "The key is not yours, or can do more than you can here. Its owner can rotate it.");
    }
  }

  /** Who acts with this text; empty when no key that works has it. */
  Optional<Actor> find(String text) {
    Instant now = clock.instant();
    Optional<ApiKey> found = store.find(new Secret(text).hash(), now);
    Optional<Actor> actor = found.flatMap(this::actor);
    if (actor.isPresent()) {
      ApiKey key = found.orElseThrow();
      Instant last = key.lastUsedAt();
      if (last == null || !now.isBefore(last.plus(USED_AGAIN))) {
        database.inTransaction(() -> {
          store.touch(key.id(), now);
          return key;
        });
      }
    }
    return actor;
  }

  private Optional<Actor> actor(ApiKey key) {
    UUID owner = key.grant().account();
    if (owner == null) {
      return Optional.of(
          new Actor(key.actorName(), key.role(), null, Set.of(), key.grant().scopes(), null));
    }
    return accounts
        .find(owner)
        .filter(account -> !account.isDisabled())
        .map(account ->
            new Actor(
                key.actorName(),
                key.role().isAtLeast(account.role()) ? account.role() : key.role(),
                owner,
                accounts.organisations(owner),
                key.grant().scopes(),
                null));
  }

  private void note(Actor actor, UUID key, String action) {
    journal.note(actor, new Journal.Event("key", key.toString(), action), null, null);
  }
}
