package praya.stewardship;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How something that waited ended.
 *
 * @param by who decided, as the audit calls them
 * @param reason null when it was accepted without one
 */
public record Decision(String by, Instant at, @Nullable String reason) {}
