package praya.compute;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import praya.domain.Allocation;
import praya.domain.Viewer;

/**
 * An allocation with what was used of it so far.
 *
 * @param pflops its cards at the rate of its first day; null when no rate was set then
 * @param used null while no usage was reported: unknown is not zero
 */
public record Holding(Allocation allocation, @Nullable BigDecimal pflops, @Nullable Used used) {

  /** Whether the viewer, who sees the allocation, may learn whose it is. */
  public boolean isKnownTo(Viewer viewer) {
    return viewer.maySeeOwner(allocation.content().visibility(), allocation.organisationId());
  }

  /** Card-hours of the weeks that were reported. */
  public record Used(long usedCardHours, long availableCardHours, int weeks, LocalDate lastWeek) {}

  /**
   * The use of one week.
   *
   * @param week its Monday
   * @param availableCardHours of the days inside the allocation
   */
  public record Week(LocalDate week, int availableCardHours, int usedCardHours) {}
}
