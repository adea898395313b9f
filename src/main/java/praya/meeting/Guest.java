package praya.meeting;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An organisation that takes part in a round.
 *
 * @param slots the most introductions that it can take
 * @param room how many of them the last solution could use; null before the first
 */
public record Guest(UUID id, int slots, @Nullable Integer room) {
  /** As the engine names it. */
  String key() {
    return id.toString();
  }
}
