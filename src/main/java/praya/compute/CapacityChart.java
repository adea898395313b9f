package praya.compute;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import praya.domain.Period;
import praya.http.Phrasebook;

/**
 * The capacity of the centre over time against what is granted: a line above a filled area, as
 * shapes in a box of {@link #WIDTH} by {@link #HEIGHT}, with the same numbers as rows of a table.
 *
 * @param capacity the path of the capacity's line
 * @param granted the path of the granted area
 */
public record CapacityChart(
    List<Tick> months,
    List<Tick> levels,
    String capacity,
    String granted,
    double today,
    List<Point> reports,
    List<Row> rows) {
  public static final int WIDTH = 1000;
  public static final int HEIGHT = 320;
  static final double LEFT = 60;
  static final double RIGHT = 990;
  static final double TOP = 24;
  static final double BOTTOM = 284;

  public CapacityChart {
    months = List.copyOf(months);
    levels = List.copyOf(levels);
    reports = List.copyOf(reports);
    rows = List.copyOf(rows);
  }

  /**
   * What is drawn.
   *
   * @param grants of every allocation that counts, whatever its status
   * @param reports of how much of the centre was in use, by day
   * @param pflopsPerCard the conversion that is in force
   */
  public record Input(
      List<Phase> phases, List<Grant> grants, List<Report> reports, double pflopsPerCard) {
    public Input {
      reports = List.copyOf(reports);
      phases = List.copyOf(phases);
      grants = List.copyOf(grants);
    }

    double capacity(LocalDate day) {
      return phases.stream()
          .filter(phase -> phase.period().contains(day))
          .mapToDouble(Phase::pflops)
          .sum();
    }

    long cards(LocalDate day) {
      return grants.stream()
          .filter(grant -> grant.period().contains(day))
          .mapToLong(Grant::cards)
          .sum();
    }
  }

  /** A time of constant capacity. */
  public record Phase(Period period, double pflops) {}

  /**
   * A public report of use.
   *
   * @param qualifier such as {@code over}; empty for none
   */
  public record Report(LocalDate day, double percent, double ofPflops, String qualifier) {
    double pflops() {
      return percent / 100 * ofPflops;
    }
  }

  /** A report as a mark in the chart. */
  public record Point(double x, double y, String label) {}

  /** Cards granted for a time. */
  public record Grant(Period period, int cards) {}

  /**
   * A month in the table.
   *
   * @param capacity PFLOPS on the month's last day
   * @param cards the most that is granted on any day of the month
   * @param percent of the capacity on that day
   * @param reported the public reports of that month; a dash for none
   */
  public record Row(String month, String capacity, String cards, String percent, String reported) {}

  public static CapacityChart of(Input input, LocalDate today, Phrasebook texts) {
    TimeAxis axis = axis(input, today);
    List<LocalDate> days = changes(input, axis);
    double top = 1;
    for (LocalDate day : days) {
      top = Math.max(top, Math.max(input.capacity(day), granted(input, day)));
    }
    for (Report report : input.reports()) {
      top = Math.max(top, report.pflops());
    }
    Scale scale = Scale.upTo(top);
    StringBuilder capacity = new StringBuilder();
    StringBuilder area = new StringBuilder();
    area.append("M").append(axis.left()).append(' ').append(BOTTOM);
    for (int i = 0; i < days.size(); i++) {
      LocalDate day = days.get(i);
      double until = i + 1 < days.size() ? axis.start(days.get(i + 1)) : axis.right();
      step(capacity, axis.start(day), until, scale.y(input.capacity(day)));
      step(area, axis.start(day), until, scale.y(granted(input, day)));
    }
    area.append("L").append(axis.right()).append(' ').append(BOTTOM).append('Z');
    return new CapacityChart(
        axis.ticks(texts),
        scale.ticks(texts),
        capacity.toString(),
        area.toString(),
        axis.start(today),
        input.reports().stream()
            .map(report ->
                new Point(
                    axis.start(report.day()),
                    scale.y(report.pflops()),
                    texts.number(report.percent()) + "%"))
            .toList(),
        rows(input, axis, days, texts));
  }

  private static TimeAxis axis(Input input, LocalDate today) {
    LocalDate first = today;
    LocalDate last = today;
    for (Phase phase : input.phases()) {
      first = first.isBefore(phase.period().from()) ? first : phase.period().from();
    }
    for (Report report : input.reports()) {
      first = first.isBefore(report.day()) ? first : report.day();
      last = last.isAfter(report.day()) ? last : report.day();
    }
    for (Grant grant : input.grants()) {
      LocalDate to = grant.period().to();
      first = first.isBefore(grant.period().from()) ? first : grant.period().from();
      last = to == null || to.isBefore(last) ? last : to;
    }
    return TimeAxis.of(first, last, LEFT, RIGHT);
  }

  /** The first day and every later one on which a sum may change. */
  private static List<LocalDate> changes(Input input, TimeAxis axis) {
    TreeSet<LocalDate> days = new TreeSet<>();
    input.phases().forEach(phase -> addEdges(days, phase.period()));
    input.grants().forEach(grant -> addEdges(days, grant.period()));
    days.add(axis.from());
    return List.copyOf(days.subSet(axis.from(), axis.to()));
  }

  private static void addEdges(TreeSet<LocalDate> days, Period period) {
    days.add(period.from());
    LocalDate to = period.to();
    if (to != null) {
      days.add(to.plusDays(1));
    }
  }

  private static double granted(Input input, LocalDate day) {
    return input.cards(day) * input.pflopsPerCard();
  }

  private static void step(StringBuilder path, double from, double to, double y) {
    path.append(path.isEmpty() ? "M" : "L").append(from).append(' ').append(y);
    path.append("L").append(to).append(' ').append(y);
  }

  private static List<Row> rows(
      Input input, TimeAxis axis, List<LocalDate> changes, Phrasebook texts) {
    List<Row> rows = new ArrayList<>();
    for (YearMonth month : axis.months()) {
      LocalDate peak = month.atEndOfMonth();
      for (LocalDate day : changes) {
        boolean within = YearMonth.from(day).equals(month);
        peak = within && input.cards(day) > input.cards(peak) ? day : peak;
      }
      peak = input.cards(month.atDay(1)) > input.cards(peak) ? month.atDay(1) : peak;
      double capacity = input.capacity(peak);
      String percent =
          capacity == 0 ? "–" : texts.number(granted(input, peak) / capacity * 100) + "%";
      rows.add(
          new Row(
              texts.month(month),
              texts.number(input.capacity(month.atEndOfMonth())),
              texts.number(input.cards(peak)),
              percent,
              reported(input, month, texts)));
    }
    return rows;
  }

  private static String reported(Input input, YearMonth month, Phrasebook texts) {
    String reports =
        input.reports().stream()
            .filter(report -> YearMonth.from(report.day()).equals(month))
            .map(report -> {
              String share =
                  texts.say(
                      "capacity.report",
                      texts.number(report.percent()),
                      texts.number(report.ofPflops()));
              String key = "qualifier." + report.qualifier();
              return texts.has(key) ? texts.say(key, share) : share;
            })
            .collect(Collectors.joining(texts.say("comma")));
    return reports.isEmpty() ? "–" : reports;
  }

  /** Levels from nothing at the bottom to a round number above the highest value. */
  private record Scale(double step, int steps) {
    static Scale upTo(double top) {
      double step = Math.pow(10, Math.floor(Math.log10(top)));
      // Four to eight lines can be read; a leading 1 or 2 would give too few of them.
      step = top / step < 2 ? step / 5 : top / step < 4 ? step / 2 : step;
      return new Scale(step, (int) Math.ceil(top / step) + 1);
    }

    double y(double value) {
      return TimeAxis.round(BOTTOM - value / (step * steps) * (BOTTOM - TOP));
    }

    List<Tick> ticks(Phrasebook texts) {
      List<Tick> ticks = new ArrayList<>();
      for (int i = 0; i <= steps; i++) {
        ticks.add(new Tick(y(step * i), texts.number(step * i), i == 0));
      }
      return ticks;
    }
  }
}
