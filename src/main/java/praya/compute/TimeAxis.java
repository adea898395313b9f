package praya.compute;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import praya.http.Phrasebook;

/**
 * Days laid out from left to right, whole months at a time.
 *
 * @param from the first day, the first of a month
 * @param to the day after the last, the first of a month
 * @param left where the first day begins
 * @param right where the last day ends
 */
record TimeAxis(LocalDate from, LocalDate to, double left, double right) {

  /** The axis of the whole months that contain both days. */
  static TimeAxis of(LocalDate first, LocalDate last, double left, double right) {
    LocalDate from = YearMonth.from(first).atDay(1);
    LocalDate to = YearMonth.from(last.isBefore(first) ? first : last).plusMonths(1).atDay(1);
    return new TimeAxis(from, to, left, right);
  }

  /** Where the day begins; days outside are drawn at the edge. */
  double start(LocalDate day) {
    double days = ChronoUnit.DAYS.between(from, day);
    double share = days / ChronoUnit.DAYS.between(from, to);
    return round(left + Math.clamp(share, 0, 1) * (right - left));
  }

  /** Where the day ends. */
  double end(LocalDate day) {
    return start(day.plusDays(1));
  }

  List<YearMonth> months() {
    List<YearMonth> months = new ArrayList<>();
    YearMonth end = YearMonth.from(to);
    for (YearMonth month = YearMonth.from(from); month.isBefore(end); month = month.plusMonths(1)) {
      months.add(month);
    }
    return months;
  }

  /** A tick per quarter, or per month where there are few; January carries the year. */
  List<Tick> ticks(Phrasebook texts) {
    List<YearMonth> months = months();
    int step = months.size() <= 13 ? 1 : 3;
    List<Tick> ticks = new ArrayList<>();
    for (YearMonth month : months) {
      if ((month.getMonthValue() - 1) % step == 0) {
        boolean newYear = month.getMonthValue() == 1;
        String label = newYear || ticks.isEmpty() ? texts.month(month) : texts.shortMonth(month);
        ticks.add(new Tick(start(month.atDay(1)), label, newYear));
      }
    }
    return ticks;
  }

  /** A tenth of a unit is finer than any screen. */
  static double round(double value) {
    return Math.round(value * 10) / 10.0;
  }
}
