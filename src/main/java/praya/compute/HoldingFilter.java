package praya.compute;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which allocations: any of the values within a field, all fields together; empty takes all.
 *
 * @param heldOn a day of the period; null for any
 */
public record HoldingFilter(
    List<String> organisations,
    List<String> schemes,
    List<String> statuses,
    List<String> shareabilities,
    @Nullable LocalDate heldOn,
    List<Boolean> fictional) {

  public HoldingFilter {
    organisations = List.copyOf(organisations);
    schemes = List.copyOf(schemes);
    statuses = List.copyOf(statuses);
    shareabilities = List.copyOf(shareabilities);
    fictional = List.copyOf(fictional);
  }
}
