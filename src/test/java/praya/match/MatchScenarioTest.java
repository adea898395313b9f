package praya.match;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Small worlds as text, answers as text: what each criterion sees and what it leaves alone. */
class MatchScenarioTest {

  @Test
  void supplierAndSeeker_bothGain() {
    assertMatch(
        """
        org   bank  sectors fintech
        org   lab   sectors fintech capabilities rag
        need  bank  capability rag document-understanding in fintech 2026-11-01
        offer lab   capability rag document-understanding in fintech 2026-01-01
        """,
        """
        """);
  }

  @Test
  void exchange_swapOfNeeds_scoresHighest() {
    assertMatch(
        """
        org   bank  sectors fintech capabilities fraud-detection
        org   lab   sectors fintech capabilities rag
        need  bank  capability rag in fintech 2026-11-01
        offer lab   capability rag in fintech
        need  lab   pilot-site fraud-detection in fintech 2026-11-01
        offer bank  pilot-site fraud-detection in fintech
        """,
        """
        """);
  }

  @Test
  void offer_ofAnotherKindOrSubject_meetsNothing() {
    assertMatch(
        """
        org   bank  sectors fintech
        org   lab   sectors fintech
        need  bank  data rag in fintech
        offer lab   capability rag in fintech
        offer lab   data drones in fintech
        """,
        """
        """);
  }

  @Test
  void capability_ofTheSameGroup_countsLess() {
    assertMatch(
        """
        org   bank
        org   lab
        need  bank  capability rag
        offer lab   capability semantic-search
        """,
        """
        """);
  }

  @Test
  void need_withoutAnOffer_isMetByTheEntry() {
    assertMatch(
        """
        org   bank  sectors fintech
        org   lab   sectors fintech capabilities rag ocr
        need  bank  capability rag in fintech 2026-11-01
        """,
        """
        """);
  }

  @Test
  void entry_ofOneThatSeeksTheSameItself_coversNothing() {
    assertMatch(
        """
        org   bank  capabilities rag
        org   lab   capabilities rag
        need  bank  capability rag
        need  lab   capability rag
        """,
        """
        """);
  }

  @Test
  void twins_withTheSameNeedsSectorsAndLayers_areNoMatch() {
    assertMatch(
        """
        org   bank  layers industry-application sectors fintech capabilities ocr
        org   lab   layers industry-application sectors fintech capabilities ocr
        need  bank  capability rag in fintech
        need  lab   capability rag in fintech
        offer bank  capability ocr in fintech
        offer lab   capability ocr in fintech
        """,
        """
        """);
  }

  @Test
  void nothingStated_layersSectorsAndNeighbouringCapabilities_areKnown() {
    assertMatch(
        """
        org   bank  real confirmed 2026-10-01 layers industry-application sectors fintech capabilities ocr
        org   lab   real confirmed 2026-09-01 layers models sectors fintech capabilities document-understanding
        """,
        """
        """);
  }

  @Test
  void relation_sharedWithFew_countsMoreThanWithAHub() {
    assertMatch(
        """
        org   bank
        org   lab
        tie   bank  club
        tie   club  lab
        tie   bank  hub
        tie   lab   hub
        tie   a     hub
        tie   b     hub
        """,
        """
        """);
  }

  @Test
  void compute_needAndHolder_speakOfAJointProject() {
    assertMatch(
        """
        org   bank
        org   lab   holder
        need  bank  compute fine-tuning 2026-11-01
        """,
        """
        """);
    String text =
        Scenario.of(
                """
                org   bank
                org   lab
                need  bank  compute fine-tuning
                offer lab   compute fine-tuning
                """)
            .text("bank", "lab");
    assertThat(text).contains("joint project, subject to approval").doesNotContain("transfer");
  }

  @Test
  void freshness_fadesOverAYear() {
    assertMatch(
        """
        org   bank
        org   lab
        need  bank  capability rag 2026-05-22
        offer lab   capability rag
        """,
        """
        """);
  }

  @Test
  void hiddenNeeds_ofEitherKind_areNotThere() {
    assertMatch(
        """
        org   bank
        org   lab
        need  bank  capability rag match-only
        need  bank  capability ocr anonymous
        offer lab   capability rag ocr
        """,
        """
        """);
  }

  @Test
  void partners_everyoneElse_isCounted() {
    assertThat(
            Scenario.of(
                    """
                    org   bank
                    org   lab
                    org   shop
                    org   twin
                    org   far    real
                    org   idle
                    need  bank   capability rag ocr
                    offer lab    capability rag ocr
                    offer shop   capability rag
                    offer twin   capability rag ocr
                    offer far    capability rag ocr
                    tie   twin   bank
                    """)
                .partners("bank"))
        .isEqualTo(
            """
            """);
  }

  private static void assertMatch(String world, String expected) {
    assertThat(Scenario.of(world).match("bank", "lab")).isEqualTo(expected);
  }
}
