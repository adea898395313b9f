package praya.round;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the staff of a round lay down.
 *
 * @param must pairs that meet, candidates or not
 * @param locked pairs of a round under review that stay
 * @param never pairs that do not meet
 * @param conflicts groups of which no two meet
 * @param met when pairs last met
 * @param on the day of the round; null where nobody has met
 * @param again days after which a pair may meet again
 */
public record Rules(
    Set<Pair> must,
    Set<Pair> locked,
    Set<Pair> never,
    List<Set<String>> conflicts,
    Map<Pair, LocalDate> met,
    @Nullable LocalDate on,
    int again) {
  public static final int DAYS = 90;

  public static Rules none() {
    return new Rules(Set.of(), Set.of(), Set.of(), List.of(), Map.of(), null, DAYS);
  }

  /** Pairs that are settled before anything is solved. */
  public boolean fixes(Pair pair) {
    return must.contains(pair) || locked.contains(pair);
  }

  /** Why two may not meet, or null: {@code never}, {@code conflict}, {@code met 2026-10-01}. */
  public @Nullable String excludes(Pair pair) {
    if (fixes(pair)) {
      return null;
    }
    if (never.contains(pair)) {
      return "never";
    }
    for (Set<String> group : conflicts) {
      if (group.contains(pair.first()) && group.contains(pair.second())) {
        return "conflict";
      }
    }
    LocalDate last = met.get(pair);
    return last != null && on != null && last.plusDays(again).isAfter(on) ? "met " + last : null;
  }
}
