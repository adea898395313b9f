package praya.stewardship;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request that an organisation is not listed any more.
 *
 * @param account who is told how it ended; null for nobody
 * @param note what they told staff; null for nothing
 */
public record Delisting(
    UUID id, UUID organisation, @Nullable UUID account, Instant askedAt, @Nullable String note) {}
