package praya.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Days from the first to the last, both included; a null last day means open-ended. */
public record Period(LocalDate from, @Nullable LocalDate to) {

  public boolean contains(LocalDate day) {
    return !day.isBefore(from) && (to == null || !day.isAfter(to));
  }

  public boolean endsBefore(LocalDate day) {
    return to != null && to.isBefore(day);
  }
}
