package praya.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import praya.domain.Match;
import praya.domain.Viewer;

/** The list itself: its limit, its ties, what it says of the one who asks. */
class PartnersTest {
  private static final Scenario THREE_ALIKE =
      Scenario.of(
          """
          org   bank  sectors fintech
          org   one   sectors fintech
          org   two   sectors fintech
          org   three sectors fintech
          need  bank  capability rag 2026-11-01
          offer one   capability rag
          offer two   capability rag
          offer three capability rag
          """);

  @Test
  void items_withEqualScores_areInTheOrderOfIds() {
    List<Match> items = rank(10).items();
    assertThat(items).extracting(Match::score).containsOnly(items.getFirst().score());
    assertThat(items).extracting(match -> match.organisation().id()).isSorted().hasSize(3);
  }

  @Test
  void items_beyondTheLimit_areStillCounted() {
    assertThat(rank(2).items()).hasSize(2).isEqualTo(rank(3).items().subList(0, 2));
    assertThat(rank(2).fitting()).isEqualTo(3);
    assertThat(rank(0).items()).isEmpty();
    assertThatThrownBy(() -> rank(-1)).hasMessageContaining("(-1)");
  }

  @Test
  void list_tellsWhatTheOneWhoAsksHasStated() {
    assertThat(rank(1).stated()).containsExactly("needs", "sectors");
    assertThat(rank(1).weightsVersion()).isEqualTo(Weights.FIRST.version());
    assertThat(rank(1).asOf()).isEqualTo(Scenario.DAY);
  }

  @Test
  void list_asStaff_countsHiddenNeeds() {
    Scenario hidden =
        Scenario.of(
            """
            org   bank
            org   lab
            need  bank capability rag match-only
            offer lab  capability rag anonymous
            """);
    for (Viewer viewer : List.of(Viewer.ANYONE, Viewer.STAFF)) {
      List<VisibleSheet> all =
          Stream.of("bank", "lab").map(name -> hidden.sheet(name, viewer)).toList();
      PartnerList list = new Partners(hidden.scorer()).rank(all.getFirst(), all, 5);
      assertThat(list.fitting()).isEqualTo(viewer == Viewer.STAFF ? 1 : 0);
      assertThat(list.stated().contains("needs")).isEqualTo(viewer == Viewer.STAFF);
    }
  }

  @Test
  void closedAndFutureNeeds_areNotThere() {
    Scenario scenario =
        Scenario.of(
            """
            org   bank
            org   lab
            need  bank capability rag 2026-11-23
            offer lab  capability rag
            """);
    assertThat(scenario.sheet("bank").needs()).isEmpty();
    assertThat(scenario.sheet("bank").statesAnything()).isFalse();
  }

  @Test
  void weights_thatDoNotSumToAHundred_areRefused() {
    assertThatThrownBy(() -> new Weights.Maxima(30, 15, 25, 10, 10, 5, 6))
        .hasMessageContaining("(101)");
    int sum = Criterion.ALL.stream().mapToInt(c -> c.maximum(Weights.FIRST)).sum();
    assertThat(sum).isEqualTo(100);
  }

  @Test
  void exclusions_haveALabelInEveryLanguage() {
    for (Exclusion exclusion : Exclusion.values()) {
      assertThat(exclusion.label().en()).endsWith(".");
      assertThat(exclusion.label().zhHant()).endsWith("。");
      assertThat(exclusion.label().zhHans()).endsWith("。");
    }
  }

  private static PartnerList rank(int limit) {
    List<VisibleSheet> all =
        Stream.of("three", "bank", "one", "two").map(THREE_ALIKE::sheet).toList();
    return new Partners(THREE_ALIKE.scorer()).rank(THREE_ALIKE.sheet("bank"), all, limit);
  }
}
