package praya.exchange;

import java.util.List;

/**
 * Which needs or offers: any of the values within a field, all fields together; empty takes all.
 *
 * @param organisations slugs; finds only what the viewer may know to be theirs
 */
public record ExchangeFilter(
    List<String> organisations,
    List<String> kinds,
    List<String> capabilities,
    List<String> sectors,
    List<Boolean> open,
    List<Boolean> fictional) {
  /** Takes everything. */
  public static final ExchangeFilter NONE =
      new ExchangeFilter(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

  public ExchangeFilter {
    organisations = List.copyOf(organisations);
    kinds = List.copyOf(kinds);
    capabilities = List.copyOf(capabilities);
    sectors = List.copyOf(sectors);
    open = List.copyOf(open);
    fictional = List.copyOf(fictional);
  }
}
