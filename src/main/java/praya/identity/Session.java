package praya.identity;

import java.time.Instant;
import java.util.UUID;
import praya.domain.Role;

/**
 * A browser that is signed in.
 *
 * @param role the role that its secret was given for
 * @param device browser and system in words, such as {@code Firefox on Windows}
 * @param lastSeenAt when it was last heard of, to the minute
 */
public record Session(
    UUID id,
    UUID account,
    Role role,
    Way way,
    String device,
    Instant createdAt,
    Instant lastSeenAt) {}
