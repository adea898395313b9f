package praya.identity;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One's own API keys.
 *
 * @param roles that a new key can have
 * @param created the key that was just made or rotated, shown this once; null otherwise
 */
public record KeysPage(List<Key> keys, List<String> roles, @Nullable String created) {
  public KeysPage {
    keys = List.copyOf(keys);
    roles = List.copyOf(roles);
  }

  /** An API key, without its secret. */
  public record Key(
      String id,
      String name,
      String role,
      String scopes,
      @Nullable Instant expiresAt,
      @Nullable Instant lastUsedAt,
      boolean works) {}
}
