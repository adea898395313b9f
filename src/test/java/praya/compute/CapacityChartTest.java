package praya.compute;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import praya.domain.Language;
import praya.domain.Period;
import praya.http.Phrasebook;
import praya.http.Texts;

class CapacityChartTest {
  private static final Phrasebook TEXTS = Texts.load().in(Language.EN);
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  @Test
  void of_twoPhasesAndOneGrant_hasTheNumbersOfEachMonth() {
    CapacityChart chart =
        CapacityChart.of(
            new CapacityChart.Input(
                List.of(phase("2026-01-01", "2026-06-30", 1300), phase("2026-07-01", null, 3000)),
                List.of(
                    grant("2026-02-10", "2026-03-20", 130), grant("2026-03-01", "2026-12-31", 65)),
                List.of(new CapacityChart.Report(LocalDate.of(2026, 7, 1), 90, 1300, "over")),
                1.0),
            TODAY,
            TEXTS);
    assertThat(chart.rows()).hasSize(12);
    assertThat(chart.rows().get(0))
        .isEqualTo(new CapacityChart.Row("Jan 2026", "1,300", "0", "0%", "–"));
    assertThat(chart.rows().get(1))
        .isEqualTo(new CapacityChart.Row("Feb 2026", "1,300", "130", "10%", "–"));
    assertThat(chart.rows().get(2))
        .isEqualTo(new CapacityChart.Row("Mar 2026", "1,300", "195", "15%", "–"));
    assertThat(chart.rows().get(6))
        .isEqualTo(
            new CapacityChart.Row("Jul 2026", "3,000", "65", "2.2%", "over 90% of 1,300 PFLOPS"));
  }

  @Test
  void of_nothing_isAnEmptyChart() {
    CapacityChart chart =
        CapacityChart.of(
            new CapacityChart.Input(List.of(), List.of(), List.of(), 1.0), TODAY, TEXTS);
    assertThat(chart.rows()).hasSize(1);
    assertThat(chart.rows().get(0).percent()).isEqualTo("–");
  }

  @Test
  void of_anyRecords_staysWithinTheBox() {
    for (long seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      List<CapacityChart.Phase> phases = new ArrayList<>();
      List<CapacityChart.Grant> grants = new ArrayList<>();
      LocalDate day = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(400));
      for (int i = random.nextInt(3); i >= 0; i--) {
        LocalDate end = day.plusDays(30 + random.nextInt(400));
        phases.add(
            new CapacityChart.Phase(new Period(day, i == 0 ? null : end), random.nextInt(5000)));
        day = end.plusDays(1);
      }
      for (int i = random.nextInt(20); i > 0; i--) {
        LocalDate from = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(1000));
        grants.add(
            new CapacityChart.Grant(
                new Period(from, from.plusDays(random.nextInt(500))), 1 + random.nextInt(500)));
      }
      CapacityChart chart =
          CapacityChart.of(
              new CapacityChart.Input(phases, grants, reports(random), 1.5), TODAY, TEXTS);
      assertWithin(chart.capacity(), seed);
      assertWithin(chart.granted(), seed);
      for (CapacityChart.Point point : chart.reports()) {
        assertThat(point.x()).as("seed %d", seed).isBetween(60.0, 990.0);
        assertThat(point.y()).as("seed %d", seed).isBetween(24.0, 284.0);
      }
      assertThat(chart.today()).as("seed %d", seed).isBetween(60.0, 990.0);
      assertThat(chart.levels()).as("seed %d", seed).hasSizeBetween(3, 13);
    }
  }

  private static List<CapacityChart.Report> reports(Random random) {
    LocalDate day = LocalDate.of(2023, 6, 1).plusDays(random.nextInt(2000));
    return List.of(new CapacityChart.Report(day, random.nextInt(101), random.nextInt(9000), ""));
  }

  private static void assertWithin(String path, long seed) {
    Pattern.compile("[ML]([0-9.-]+) ([0-9.-]+)")
        .matcher(path)
        .results()
        .forEach(point -> {
          assertThat(Double.parseDouble(point.group(1))).as("seed %d", seed).isBetween(60.0, 990.0);
          assertThat(Double.parseDouble(point.group(2))).as("seed %d", seed).isBetween(24.0, 284.0);
        });
  }

  private static CapacityChart.Phase phase(String from, String to, double pflops) {
    return new CapacityChart.Phase(period(from, to), pflops);
  }

  private static CapacityChart.Grant grant(String from, String to, int cards) {
    return new CapacityChart.Grant(period(from, to), cards);
  }

  private static Period period(String from, String to) {
    return new Period(LocalDate.parse(from), to == null ? null : LocalDate.parse(to));
  }
}
