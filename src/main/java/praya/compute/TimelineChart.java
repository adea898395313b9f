package praya.compute;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import praya.domain.Allocation;
import praya.domain.Period;
import praya.http.Phrase;
import praya.http.Phrasebook;
import praya.organisation.Usage;

/**
 * Who holds compute when: a bar per allocation over its period, filled up to the height of what was
 * used of it so far, as shapes in a box of {@link #WIDTH} by its own height. The table beside it is
 * made of the same allocations.
 *
 * @param today where the present day begins; null when the axis does not reach it
 */
public record TimelineChart(int height, List<Tick> months, @Nullable Double today, List<Bar> bars) {
  public static final int WIDTH = 1000;
  static final double LEFT = 256;
  static final double RIGHT = 988;
  static final int TOP = 44;
  static final int ROW = 38;
  static final int BAR = 14;

  /** As many Latin letters as fit beside the bars; a Chinese character counts as two. */
  private static final int LABEL_WIDTH = 31;

  /** As many Latin letters as fit over the narrowest part of the chart. */
  private static final int PROJECT_WIDTH = 60;

  public TimelineChart {
    months = List.copyOf(months);
    bars = List.copyOf(bars);
  }

  /**
   * A bar with what is written beside it.
   *
   * @param shape where it lies
   * @param holder shortened to fit; null where the row above has the same holder
   * @param used the height of the filling; null when the use is unknown
   * @param note cards and use in words
   */
  public record Bar(
      Shape shape,
      @Nullable Phrase holder,
      Phrase project,
      @Nullable Filling used,
      String note,
      CentrePage.Holding holding) {}

  /** A place in the chart; the label is anchored at its end where it would leave the box. */
  public record Shape(double x, double y, double width, boolean anchoredAtEnd) {
    public double height() {
      return BAR;
    }

    public double end() {
      return TimeAxis.round(x + width);
    }

    public double labelX() {
      return anchoredAtEnd ? end() : x;
    }

    public double row() {
      return y - (ROW - BAR) + 5;
    }
  }

  /** The filled part of a bar: from its start to today, as high as the used share. */
  public record Filling(double y, double width, double height) {}

  public static TimelineChart of(
      List<CentrePage.Holding> holdings, LocalDate today, Phrasebook texts) {
    List<CentrePage.Holding> sorted = sorted(holdings);
    TimeAxis axis = axis(sorted, today);
    List<Bar> bars = new ArrayList<>();
    String before = "";
    double y = TOP + (ROW - BAR);
    for (CentrePage.Holding holding : sorted) {
      String name = holding.key();
      bars.add(bar(holding, y, new Context(axis, name.equals(before), today, texts)));
      before = name;
      y += ROW;
    }
    int height = TOP + ROW * sorted.size() + 20;
    return new TimelineChart(height, axis.ticks(texts), axis.start(today), bars);
  }

  private record Context(TimeAxis axis, boolean sameHolder, LocalDate today, Phrasebook texts) {}

  private static Bar bar(CentrePage.Holding holding, double y, Context context) {
    TimeAxis axis = context.axis();
    Allocation.Grant grant = holding.item().grant();
    Period period = grant.period();
    LocalDate last = last(period, axis);
    double x = axis.start(period.from());
    double width = TimeAxis.round(axis.end(last) - x);
    Phrase holder = holding.name();
    Usage usage = holding.item().usage();
    Filling used = usage == null ? null : filling(usage, period, y, context);
    String cards = context.texts().say("centre.cards", grant.cards());
    String note =
        usage == null
            ? cards
            : context.texts().say("timeline.note", cards, context.texts().number(usage.percent()));
    return new Bar(
        new Shape(x, y, width, x > (LEFT + RIGHT) / 2),
        context.sameHolder() ? null : holder.shortened(LABEL_WIDTH),
        holding.item().project().shortened(PROJECT_WIDTH),
        used,
        note,
        holding);
  }

  private static Filling filling(Usage usage, Period period, double y, Context context) {
    TimeAxis axis = context.axis();
    LocalDate today = context.today();
    LocalDate last = last(period, axis);
    LocalDate until = today.isBefore(last) ? today : last;
    double width = until.isBefore(period.from()) ? 0 : axis.end(until) - axis.start(period.from());
    double height = TimeAxis.round(usage.share() * BAR);
    return new Filling(TimeAxis.round(y + BAR - height), TimeAxis.round(width), height);
  }

  private static LocalDate last(Period period, TimeAxis axis) {
    LocalDate to = period.to();
    return to == null ? axis.to().minusDays(1) : to;
  }

  private static TimeAxis axis(List<CentrePage.Holding> holdings, LocalDate today) {
    LocalDate first = today;
    LocalDate last = today;
    for (CentrePage.Holding holding : holdings) {
      Period period = holding.item().grant().period();
      LocalDate to = period.to();
      first = period.from().isBefore(first) ? period.from() : first;
      last = to != null && to.isAfter(last) ? to : last;
    }
    return TimeAxis.of(first, last, LEFT, RIGHT);
  }

  /** Holders with most cards first, each with its earliest allocation first. */
  private static List<CentrePage.Holding> sorted(List<CentrePage.Holding> holdings) {
    Map<String, Long> cards = new HashMap<>();
    for (CentrePage.Holding holding : holdings) {
      cards.merge(holding.key(), (long) holding.item().grant().cards(), Long::sum);
    }
    Comparator<CentrePage.Holding> byCards =
        Comparator.comparingLong(h -> -cards.getOrDefault(h.key(), 0L));
    return holdings.stream()
        .sorted(
            byCards
                .thenComparing(h -> h.key())
                .thenComparing(h -> h.item().grant().period().from())
                .thenComparing(h -> h.item().allocation().id()))
        .toList();
  }
}
