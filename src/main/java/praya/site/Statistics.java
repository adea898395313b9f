package praya.site;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many records the directory has that a viewer may see.
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

  /**
   * A number that may be too small to be told.
   *
   * @param value null when it is withheld
   * @param few whether it is withheld because it is itself below {@link #LEAST}
   */
  public record Count(@Nullable Long value, boolean few) {
    /**
     * Where anonymous records are counted, smaller groups are not told: who knows all members of a
     * group but one would learn of that one. Five is the usual least of public statistics.
     */
    public static final int LEAST = 5;

    static Count of(long value) {
      return new Count(value, false);
    }

    /** A number with anonymous records among it. */
    static Count guarded(long value) {
      return isFew(value) ? new Count(null, true) : of(value);
    }

    /** A part of a number with anonymous records among it: the rest must not be told, either. */
    static Count guarded(long part, long whole) {
      return isFew(part) || isFew(whole - part) ? new Count(null, isFew(part)) : of(part);
    }

    private static boolean isFew(long value) {
      return value > 0 && value < LEAST;
    }
  }

  /** Real and fictional ones. */
  public record Split(Count real, Count fictional, Count total) {
    static Split of(long real, long fictional) {
      return new Split(Count.of(real), Count.of(fictional), Count.of(real + fictional));
    }

    static Split guarded(long real, long fictional) {
      long total = real + fictional;
      return new Split(
          Count.guarded(real, total), Count.guarded(fictional, total), Count.guarded(total));
    }
  }

  /** The other kinds of record, and how many of them are open or held today. */
  public record Records(
      Split relations,
      Split needs,
      Count openNeeds,
      Split offers,
      Count openOffers,
      Split allocations,
      Count heldAllocations) {}

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
