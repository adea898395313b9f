package praya.compute;

import java.util.List;

/** Which allocations: any of the values within a field, all fields together; empty takes all. */
public record HoldingFilter(
    List<String> organisations,
    List<String> schemes,
    List<String> statuses,
    List<String> shareabilities) {

  public HoldingFilter {
    organisations = List.copyOf(organisations);
    schemes = List.copyOf(schemes);
    statuses = List.copyOf(statuses);
    shareabilities = List.copyOf(shareabilities);
  }
}
