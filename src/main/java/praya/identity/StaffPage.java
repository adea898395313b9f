package praya.identity;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What staff see of the running program: its views, its numbers, its API keys.
 *
 * @param now the state of the program
 * @param created the key that was just made, shown this once; null otherwise
 */
public record StaffPage(StaffPages.State now, List<Key> keys, @Nullable String created) {
  public StaffPage {
    keys = List.copyOf(keys);
  }

  /**
   * A view of the database.
   *
   * @param name of the view, e.g. the search index, in words
   * @param behind changes that it has yet to follow
   */
  public record View(String name, boolean ready, long position, long behind) {}

  /**
   * What waits for a decision of staff.
   *
   * @param name the last part of its address and of its text's key
   */
  public record Queue(String name, int waiting) {}

  /** A number about the data or the program, in words. */
  public record Count(String label, String value) {}

  /** An API key, without its secret. */
  public record Key(
      String id, String name, String role, Instant createdAt, @Nullable Instant revokedAt) {}
}
