package praya.domain;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Identifiers as people and programs write them. */
public final class Identifiers {
  /** {@link UUID#fromString} alone reads {@code 1-1-1-1-1} as well. */
  private static final Pattern WRITTEN =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", Pattern.CASE_INSENSITIVE);

  private Identifiers() {}

  /** The identifier that a text is; empty for any other text. */
  public static Optional<UUID> read(String text) {
    return WRITTEN.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
  }
}
