package praya.compute;

import java.util.Objects;
import org.jooq.postgres.extensions.types.LocalDateRange;
import praya.domain.Period;

/**
 * Between our periods, whose last day is included, and PostgreSQL's ranges of days, whose is not.
 */
final class PeriodStore {
  private PeriodStore() {}

  static LocalDateRange range(Period period) {
    return LocalDateRange.localDateRange(
        period.from(), true, period.to() == null ? null : period.to().plusDays(1), false);
  }

  static Period period(LocalDateRange range) {
    var upper = range.upper();
    return new Period(
        Objects.requireNonNull(range.lower()), upper == null ? null : upper.minusDays(1));
  }
}
