package praya.identity;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import praya.domain.Actor;
import praya.domain.Problem;
import praya.domain.Role;
import praya.store.Database;

/** API keys: made, listed, revoked, and recognised. */
public final class ApiKeyService {
  private final Database database;
  private final ApiKeyStore store;
  private final Supplier<UUID> ids;
  private final Clock clock;

  public ApiKeyService(Database database, Supplier<UUID> ids, Clock clock) {
    this.database = database;
    this.store = new ApiKeyStore(database);
    this.ids = ids;
    this.clock = clock;
  }

  /** A key that was just made, with the only copy of its text. */
  public record Created(ApiKey key, Secret secret) {}

  /**
   * Makes a key.
   *
   * @throws Problem.InvalidInput for a name that is blank or too long
   */
  public Created create(String name, Role role) {
    String clean = name.strip();
    if (clean.isEmpty()
        || clean.length() > 100
        || clean.chars().anyMatch(Character::isISOControl)) {
      throw new Problem.InvalidInput(
          "name", name, "The name (" + name + ") of a key must have 1 to 100 characters.");
    }
    Secret secret = Secret.random("praya_");
    ApiKey key = new ApiKey(ids.get(), clean, role, clock.instant(), null);
    database.inTransaction(() -> {
      store.insert(key, secret.hash());
      return key;
    });
    return new Created(key, secret);
  }

  public List<ApiKey> list() {
    return store.list();
  }

  /** Ends a key at once; ending it again changes nothing. */
  public void revoke(UUID id) {
    boolean known = database.inTransaction(() -> store.revoke(id, clock.instant()));
    if (!known) {
      throw new Problem.NotFound("There is no API key (" + id + ").");
    }
  }

  /** Who acts with this text; empty when no valid key has it. */
  Optional<Actor> find(String text) {
    return store
        .find(new Secret(text).hash())
        .map(key -> new Actor("key:" + key.name(), key.role()));
  }
}
