package praya.identity;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All accounts, for admins.
 *
 * @param next the id behind which the next page begins; null on the last
 */
public record AccountsPage(List<Row> rows, String total, @Nullable String next) {
  public AccountsPage {
    rows = List.copyOf(rows);
  }

  /** An account; its own admin cannot change it. */
  public record Row(
      String id,
      @Nullable String email,
      @Nullable String name,
      String role,
      Instant createdAt,
      @Nullable Instant disabledAt,
      boolean self) {}
}
