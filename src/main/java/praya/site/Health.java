package praya.site;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the program is.
 *
 * @param position the horizon of the change feed
 * @param documents organisations in the search index
 * @param filledAt when the index was last filled anew; null when it never was since the start
 */
public record Health(
    String version, long position, List<View> views, int documents, @Nullable Instant filledAt) {
  public Health {
    views = List.copyOf(views);
  }

  /**
   * A view of the database.
   *
   * @param behind entries of the change feed that it has not followed yet
   */
  public record View(String name, boolean ready, long position, long behind) {}

  public boolean ready() {
    return views.stream().allMatch(View::ready);
  }
}
