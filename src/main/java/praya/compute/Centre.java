package praya.compute;

import static java.util.Comparator.comparing;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import praya.domain.LocalText;
import praya.domain.Period;

/**
 * The computing centre as it is known: capacity over time, the conversion of its unit, and single
 * facts. Its allocations are not part of it.
 *
 * @param notFound what was looked for and is not public
 */
public record Centre(
    LocalText name,
    LocalText note,
    List<Phase> phases,
    List<UnitRate> rates,
    List<CentreFact> facts,
    List<ReportedUse> reportedUse,
    List<String> notFound) {

  /** One order of each list, whatever order a file or the database gives: equal is equal. */
  public Centre {
    phases = sorted(phases, comparing(phase -> phase.period().from()));
    rates = sorted(rates, comparing(rate -> rate.period().from()));
    facts = sorted(facts, comparing(CentreFact::code));
    reportedUse = sorted(reportedUse, comparing(ReportedUse::date));
    notFound = List.copyOf(notFound);
  }

  private static <T> List<T> sorted(List<T> items, Comparator<T> order) {
    return items.stream().sorted(order).toList();
  }

  /** A time of constant capacity. Phases never overlap. */
  public record Phase(Period period, int pflops, LocalText note, List<String> sources) {
    public Phase {
      sources = List.copyOf(sources);
    }
  }

  /**
   * How many PFLOPS one unit counts for, during a period.
   *
   * @param unit {@code gpu-card}
   * @param status {@code illustrative}, or {@code set-by-staff}
   */
  public record UnitRate(
      String unit, Period period, BigDecimal pflopsPerUnit, String status, LocalText note) {}

  /** A single fact, such as the accelerator's model or the subsidy's usual share. */
  public record CentreFact(
      String code,
      String value,
      @Nullable String unit,
      @Nullable String status,
      LocalText note,
      List<String> sources) {
    public CentreFact {
      sources = List.copyOf(sources);
    }
  }

  /**
   * A public report of how much of the centre was in use.
   *
   * @param date a month, {@code YYYY-MM}
   */
  public record ReportedUse(
      String date, int percent, int ofPflops, String qualifier, List<String> sources) {
    public ReportedUse {
      sources = List.copyOf(sources);
    }
  }
}
