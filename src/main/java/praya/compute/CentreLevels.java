package praya.compute;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import praya.domain.Allocation;

/**
 * What the centre has, has granted, and sees used, on a day. Pure: a function of the centre, its
 * allocations and their weeks.
 *
 * @param capacity the phase of the day; empty outside all phases
 * @param rate the conversion of the day; empty when none is set
 * @param grantedCards of allocations that run on the day and were not returned
 * @param grants how many allocations these are
 * @param lastWeek the last week for which use was reported; empty when none was
 * @param fictional whether any number comes from a fictional record
 */
public record CentreLevels(
    LocalDate day,
    Optional<Centre.Phase> capacity,
    Optional<Centre.UnitRate> rate,
    long grantedCards,
    int grants,
    Optional<Holding.Week> lastWeek,
    boolean fictional) {

  public static CentreLevels on(
      LocalDate day, Centre centre, List<Holding> holdings, List<Holding.Week> weeks) {
    List<Allocation> running =
        holdings.stream()
            .map(Holding::allocation)
            .filter(allocation -> allocation.content().grant().period().contains(day))
            .filter(
                allocation -> allocation.content().grant().status() != Allocation.Status.RETURNED)
            .toList();
    return new CentreLevels(
        day,
        centre.phases().stream().filter(phase -> phase.period().contains(day)).findFirst(),
        centre.rates().stream().filter(rate -> rate.period().contains(day)).findFirst(),
        running.stream().mapToLong(allocation -> allocation.content().grant().cards()).sum(),
        running.size(),
        weeks.isEmpty() ? Optional.empty() : Optional.of(weeks.get(weeks.size() - 1)),
        running.stream().anyMatch(allocation -> allocation.content().fictional()));
  }

  /** The capacity in cards, rounded down; null when it or the rate is not known. */
  public @Nullable Long capacityCards() {
    if (capacity.isEmpty() || rate.isEmpty()) {
      return null;
    }
    return BigDecimal.valueOf(capacity.get().pflops())
        .divide(rate.get().pflopsPerUnit(), 0, RoundingMode.DOWN)
        .longValueExact();
  }

  /** The granted PFLOPS; null when no rate is set. */
  public @Nullable BigDecimal grantedPflops() {
    return rate.map(
            found -> plain(found.pflopsPerUnit().multiply(BigDecimal.valueOf(grantedCards))))
        .orElse(null);
  }

  /**
   * The granted share of the capacity in percent, to one decimal; null when either is not known.
   */
  public @Nullable BigDecimal grantedPercent() {
    BigDecimal granted = grantedPflops();
    return granted == null || capacity.isEmpty()
        ? null
        : percent(granted, BigDecimal.valueOf(capacity.get().pflops()));
  }

  /** The used share of the last reported week's card-hours in percent; null when none was. */
  public @Nullable BigDecimal usedPercent() {
    return lastWeek
        .filter(week -> week.availableCardHours() > 0)
        .map(week ->
            percent(
                BigDecimal.valueOf(week.usedCardHours()),
                BigDecimal.valueOf(week.availableCardHours())))
        .orElse(null);
  }

  private static BigDecimal percent(BigDecimal part, BigDecimal whole) {
    return part.multiply(BigDecimal.valueOf(100)).divide(whole, 1, RoundingMode.HALF_UP);
  }

  private static BigDecimal plain(BigDecimal number) {
    return new BigDecimal(number.stripTrailingZeros().toPlainString());
  }
}
