package praya.identity;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import praya.domain.Role;
import praya.domain.Scope;

/**
 * A key with which a program acts; the key itself is known only to whom it was shown once.
 *
 * @param expiresAt when it ends by itself; null for never
 * @param lastUsedAt when it was last used, to the minute; null for never
 */
public record ApiKey(
    UUID id,
    String name,
    Grant grant,
    Instant createdAt,
    @Nullable Instant expiresAt,
    @Nullable Instant lastUsedAt,
    @Nullable Instant revokedAt) {

  /**
   * What a key may do at most.
   *
   * @param account whose key it is, which it can never do more than; null for one of nobody
   */
  public record Grant(@Nullable UUID account, Role role, Set<Scope> scopes) {
    public Grant {
      scopes = Set.copyOf(scopes);
    }
  }

  public Role role() {
    return grant.role();
  }

  /** What the audit calls whoever acts with it: a name that a person gave may tell who they are. */
  String actorName() {
    return "key:" + (grant.account() == null ? name : id.toString());
  }
}
