package praya.compute;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import praya.domain.Language;
import praya.http.Address;
import praya.http.Frame;
import praya.organisation.Usage;
import praya.testkit.Sample;
import praya.testkit.SampleSite;

class TimelineChartTest {
  private final Frame frame = Sample.frame(Language.EN, Address.of("/centre"), "");
  private final List<CentrePage.Holding> holdings =
      new SampleSite(new Sample()).centre(frame).holdings();
  private final TimelineChart chart = TimelineChart.of(holdings, Sample.TODAY, frame.texts());

  @Test
  void bars_areOneForEachAllocation() {
    assertThat(chart.bars()).hasSameSizeAs(holdings);
    assertThat(chart.bars().stream().map(bar -> bar.holding().item().allocation().id()))
        .containsExactlyInAnyOrderElementsOf(
            holdings.stream().map(holding -> holding.item().allocation().id()).toList());
  }

  @Test
  void bars_lieWithinTheChart() {
    for (TimelineChart.Bar bar : chart.bars()) {
      assertThat(bar.shape().x()).isGreaterThanOrEqualTo(TimelineChart.LEFT);
      assertThat(bar.shape().width()).isPositive();
      assertThat(bar.shape().end()).isLessThanOrEqualTo(TimelineChart.RIGHT + 0.1);
      assertThat(bar.shape().y() + bar.shape().height()).isLessThan(chart.height());
    }
  }

  @Test
  void bars_areAsLongAsTheirPeriods() {
    for (TimelineChart.Bar one : chart.bars()) {
      for (TimelineChart.Bar other : chart.bars()) {
        if (days(one) > days(other)) {
          assertThat(one.shape().width()).isGreaterThanOrEqualTo(other.shape().width() - 0.1);
        }
      }
    }
  }

  @Test
  void filling_neverPassesTodayNorTheBar() {
    for (TimelineChart.Bar bar : chart.bars()) {
      Usage usage = bar.holding().item().usage();
      TimelineChart.Filling used = bar.used();
      assertThat(used == null).isEqualTo(usage == null);
      if (used != null) {
        assertThat(used.width()).isLessThanOrEqualTo(bar.shape().width());
        assertThat(used.height()).isBetween(0.0, bar.shape().height());
        assertThat(bar.shape().x() + used.width()).isLessThanOrEqualTo(chart.today() + 2);
      }
    }
  }

  @Test
  void holders_standTogetherMostCardsFirst() {
    List<String> holders = chart.bars().stream().map(bar -> bar.holding().holder().href()).toList();
    for (int i = 1; i < holders.size(); i++) {
      boolean same = holders.get(i).equals(holders.get(i - 1));
      assertThat(chart.bars().get(i).holder() == null).isEqualTo(same);
      assertThat(holders.indexOf(holders.get(i)) == i || same).isTrue();
    }
    assertThat(holders.get(0)).isEqualTo("/organisations/mountain-loom-intelligence");
  }

  @Test
  void order_ofTheRecords_doesNotMatter() {
    TimelineChart again = TimelineChart.of(holdings.reversed(), Sample.TODAY, frame.texts());
    assertThat(again).isEqualTo(chart);
  }

  @Test
  void of_nothing_isAnEmptyChart() {
    assertThat(TimelineChart.of(List.of(), LocalDate.EPOCH, frame.texts()).bars()).isEmpty();
  }

  private static long days(TimelineChart.Bar bar) {
    var period = bar.holding().item().grant().period();
    return period.to().toEpochDay() - period.from().toEpochDay();
  }
}
