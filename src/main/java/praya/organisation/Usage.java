package praya.organisation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an allocation has used so far, summed over its weeks.
 *
 * @param lastWeek the Monday of the last week that was reported; null for none yet
 */
public record Usage(double usedCardHours, double availableCardHours, @Nullable LocalDate lastWeek) {

  /** The used part, from 0 to 1; 0 when nothing has been available yet. */
  public double share() {
    return availableCardHours <= 0 ? 0 : Math.clamp(usedCardHours / availableCardHours, 0, 1);
  }

  public long percent() {
    return Math.round(share() * 100);
  }
}
