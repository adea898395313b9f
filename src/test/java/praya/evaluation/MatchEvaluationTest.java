package praya.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import praya.domain.Problem;
import praya.network.LinkMeasure;

class MatchEvaluationTest {
  private static final LocalDate NEW_YEAR = LocalDate.of(2026, 1, 1);

  @TempDir private Path folder;

  @Test
  void ranks_areCountedAmongAllWhoWereNotTied() throws IOException {
    // Known: a star around m, and far away x-y. Later: a meets b, and x meets a.
    var outcome =
        edges(
            "m,a,2025\nm,b,2025\nm,c,2025\nx,y,2025\na,b,2026\nx,a,2026-05\nm,a,2026\nz,a,2026\n",
            true);
    assertThat(outcome.split()).isEqualTo(new LinkEvaluation.Split(6, 4, 3, 4, 1, 1));
    LinkFigures shared =
        java.util.Objects.requireNonNull(outcome.measures().get(LinkMeasure.COMMON_NEIGHBOURS));
    // a ranks b among b, c, y (x is the other hidden one): level with c, so 1.5. b likewise ranks a
    // among a, c, x, y. a ranks x among c, x, y: behind c, level with y: 2.5. x ranks a among a, b,
    // c, m: all level, 2.5.
    assertThat(shared.mrr()).isCloseTo((1 / 1.5 + 1 / 1.5 + 1 / 2.5 + 1 / 2.5) / 4, within(1e-12));
    assertThat(shared.success().at1()).isZero();
    assertThat(shared.success().at5()).isEqualTo(1);
    assertThat(shared.auc())
        .isCloseTo(
            ((1 - 0.5 / 2) + (1 - 0.5 / 3) + (1 - 1.5 / 2) + (1 - 1.5 / 3)) / 4, within(1e-12));
  }

  @Test
  void order_changesNothing() throws IOException {
    List<String> rows = new ArrayList<>();
    Random random = new Random(4);
    for (int i = 0; i < 400; i++) {
      rows.add(
          "%d,%d,%s\n"
              .formatted(random.nextInt(60), random.nextInt(60), NEW_YEAR.minusDays(300 - i)));
    }
    var first = edges(String.join("", rows), true);
    Collections.shuffle(rows, random);
    var second = edges(String.join("", rows), true);
    assertThat(second.split()).isEqualTo(first.split());
    assertThat(second.blended()).isEqualTo(first.blended());
    assertThat(second.measures()).isEqualTo(first.measures());
  }

  @Test
  void share_isHiddenWhereNothingHasADate() throws IOException {
    List<String> rows = new ArrayList<>();
    for (int group = 0; group < 20; group++) {
      for (int a = 0; a < 6; a++) {
        for (int b = 0; b < a; b++) {
          rows.add("%d,%d\n".formatted(group * 6 + a, group * 6 + b));
        }
      }
    }
    Path file = Files.writeString(folder.resolve("e.csv"), String.join("", rows));
    var outcome = LinkEvaluation.run(new LinkEvaluation.Request(file, null, 0.1, true, 1));
    assertThat(outcome.split().ties()).isEqualTo(60);
    // In cliques of six everybody whom a neighbour knows is the one that is missing.
    assertThat(outcome.blended().mrr()).isGreaterThan(0.95);
    assertThat(outcome.measures().get(LinkMeasure.POPULARITY).mrr()).isLessThan(0.2);
  }

  @Test
  void faults_areToldTogether() throws IOException {
    assertThatThrownBy(() -> edges("a,b,yesterday\nc,d,2026-02-30\n", true))
        .isInstanceOfSatisfying(
            Problem.InvalidInput.class,
            invalid ->
                assertThat(invalid.faults())
                    .extracting("value")
                    .contains("yesterday", "2026-02-30"));
    assertThatThrownBy(() -> edges("a,b,2025\nc,d,2026\n", true))
        .isInstanceOfSatisfying(
            Problem.InvalidInput.class,
            invalid ->
                assertThat(invalid.faults().getFirst().message()).contains("Split at another"));
  }

  @Test
  void fusion_ofBothSides_findsMatchesThatOneSideMisses() throws IOException {
    Random random = new Random(2);
    var rows = new StringBuilder("from,to,score,chosen\n");
    for (int a = 0; a < 40; a++) {
      for (int b = 0; b < 40; b++) {
        boolean first = random.nextDouble() < 0.4;
        boolean second = random.nextDouble() < 0.4;
        // The second side scores on a scale of its own.
        rows.append(row("a" + a, "b" + b, random.nextGaussian() + (first ? 2 : 0), first));
        rows.append(
            row("b" + b, "a" + a, 50 + 9 * (random.nextGaussian() + (second ? 2 : 0)), second));
      }
    }
    var outcome = ChoiceEvaluation.run(Files.writeString(folder.resolve("c.csv"), rows), 1);
    assertThat(outcome.counts().pairs()).isEqualTo(1600);
    assertThat(auc(outcome, Fusion.HARMONIC)).isGreaterThan(auc(outcome, Fusion.OWN) + 0.05);
    assertThat(auc(outcome, Fusion.HARMONIC)).isGreaterThan(auc(outcome, Fusion.MEAN));
    assertThat(outcome.reliability().error()).isLessThan(0.05);
    assertThat(outcome.curve().points()).isNotEmpty();
  }

  @Test
  void choices_withoutAnyMatch_areNoEvaluation() throws IOException {
    Path file = Files.writeString(folder.resolve("c.csv"), "a,b,1,1\nb,a,2,0\nc,d,x,maybe\n");
    assertThatThrownBy(() -> ChoiceEvaluation.run(file, 1))
        .isInstanceOfSatisfying(
            Problem.InvalidInput.class,
            invalid ->
                assertThat(invalid.faults()).extracting("value").containsExactly("x", "maybe"));
    Files.writeString(file, "a,b,1,1\nb,a,2,0\n");
    assertThatThrownBy(() -> ChoiceEvaluation.run(file, 1))
        .isInstanceOf(Problem.InvalidInput.class);
  }

  private static double auc(ChoiceEvaluation.Outcome outcome, Fusion fusion) {
    return java.util.Objects.requireNonNull(outcome.fusions().get(fusion)).auc();
  }

  private static String row(String from, String to, double score, boolean chosen) {
    return "%s,%s,%s,%d\n".formatted(from, to, score, chosen ? 1 : 0);
  }

  private LinkEvaluation.Outcome edges(String rows, boolean bothAsk) throws IOException {
    Path file = Files.writeString(folder.resolve("e.csv"), rows);
    return LinkEvaluation.run(new LinkEvaluation.Request(file, NEW_YEAR, 0.1, bothAsk, 1));
  }
}
