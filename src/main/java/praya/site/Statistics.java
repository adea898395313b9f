package praya.site;

import java.time.LocalDate;
import java.util.Map;

/**
 * How many records the directory has that everybody may see.
 *
 * @param members organisations that are known to be members of the campus
 * @param holders organisations that hold an allocation
 */
public record Statistics(
    LocalDate asOf,
    Split organisations,
    Split startUps,
    long members,
    long holders,
    Records records,
    ByTerm byTerm) {

  /** Real and fictional ones. */
  public record Split(long real, long fictional) {
    public long total() {
      return real + fictional;
    }
  }

  /** The other kinds of record, and how many of them are open or held today. */
  public record Records(
      Split relations,
      Split needs,
      long openNeeds,
      Split offers,
      long openOffers,
      Split allocations,
      long heldAllocations) {}

  /** Organisations by the code of a term; a code without any is missing. */
  public record ByTerm(
      Map<String, Long> kinds, Map<String, Long> layers, Map<String, Long> sectors) {
    public ByTerm {
      kinds = Map.copyOf(kinds);
      layers = Map.copyOf(layers);
      sectors = Map.copyOf(sectors);
    }
  }
}
