package praya.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Values computed by hand with the definitions of trec_eval. */
class FiguresTest {
  private static final Offset<Double> EXACTLY = within(1e-9);

  @Test
  void of_gradedHits_gainIsTheGradeAndDiscountTheLogarithmOfTheRank() {
    // Ranks 2 and 3 hold grades 3 and 1: 3 / log2(3) + 1 / log2(4) = 1.8927892607 + 0.5.
    // Best order of grades 3, 2, 1: 3 + 2 / log2(3) + 1 / log2(4) = 4.7618595071.
    Figures figures = Figures.of(List.of("x", "a", "c", "y"), Map.of("a", 3.0, "b", 2.0, "c", 1.0));
    assertThat(figures.ndcg10()).isEqualTo(2.3927892607 / 4.7618595071, EXACTLY);
    assertThat(figures.mrr()).isEqualTo(0.5);
    assertThat(figures.success1()).isZero();
    assertThat(figures.recall10()).isEqualTo(2.0 / 3);
    assertThat(figures.recall200()).isEqualTo(2.0 / 3);
  }

  @Test
  void of_bestOrder_isOne() {
    Figures figures = Figures.of(List.of("a", "b"), Map.of("a", 2.0, "b", 1.0));
    assertThat(figures).isEqualTo(new Figures(1, 1, 1, 1, 1, 1));
  }

  @Test
  void of_hitBehindTheTenth_countsForRecallAt200AndMrrOnly() {
    List<String> hits = new ArrayList<>();
    for (int i = 1; i <= 19; i++) {
      hits.add("x" + i);
    }
    hits.add("a");
    assertThat(Figures.of(hits, Map.of("a", 1.0))).isEqualTo(new Figures(0, 0.05, 0, 0, 1, 1));
  }

  @Test
  void of_noHits_isZero() {
    assertThat(Figures.of(List.of(), Map.of("a", 1.0))).isEqualTo(new Figures(0, 0, 0, 0, 0, 1));
  }

  @Test
  void of_moreRelevantThanTen_idealIsTheBestTen() {
    List<String> hits = new ArrayList<>();
    Map<String, Double> relevant = new java.util.HashMap<>();
    for (int i = 0; i < 12; i++) {
      hits.add("d" + i);
      relevant.put("d" + i, 1.0);
    }
    Figures figures = Figures.of(hits, relevant);
    assertThat(figures.ndcg10()).isEqualTo(1, EXACTLY);
    assertThat(figures.recall10()).isEqualTo(10.0 / 12);
  }

  @Test
  void mean_ofTwo_isInTheMiddle() {
    Figures one = new Figures(1, 1, 1, 1, 1, 1);
    Figures none = new Figures(0, 0, 0, 0, 0, 1);
    assertThat(Figures.mean(List.of(one, none))).isEqualTo(new Figures(.5, .5, .5, .5, .5, 2));
    assertThat(Figures.mean(List.of())).isEqualTo(new Figures(0, 0, 0, 0, 0, 0));
  }
}
