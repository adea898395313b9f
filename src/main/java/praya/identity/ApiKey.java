package praya.identity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import praya.domain.Role;

/** A key with which a program acts; the key itself is known only to whom it was shown once. */
public record ApiKey(
    UUID id, String name, Role role, Instant createdAt, @Nullable Instant revokedAt) {}
