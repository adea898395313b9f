package praya.call;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import praya.domain.LocalText;

/**
 * What an organiser asks teams for.
 *
 * @param organiserId who asks; null where nobody in the directory does
 * @param fictional invented for demonstration, exactly when its organiser is
 */
public record Call(
    String id,
    Wording wording,
    Asked asked,
    Members members,
    @Nullable LocalDate deadline,
    @Nullable UUID organiserId,
    boolean fictional) {

  /**
   * What is written of it.
   *
   * @param source where that is published; null for a fictional one
   */
  public record Wording(LocalText title, LocalText text, @Nullable String source) {}

  /** What a team must be able to do, and where it is to be put to use. */
  public record Asked(List<String> capabilities, List<String> sectors) {
    public Asked {
      capabilities = List.copyOf(capabilities);
      sectors = List.copyOf(sectors);
    }
  }

  /**
   * Who may take part.
   *
   * @param kinds kinds of organisations; none for all
   */
  public record Members(List<String> kinds, int least, int most) {
    public Members {
      kinds = List.copyOf(kinds);
    }
  }

  public boolean isOpen(LocalDate day) {
    return deadline == null || !day.isAfter(deadline);
  }
}
