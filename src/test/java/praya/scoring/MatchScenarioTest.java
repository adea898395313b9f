package praya.scoring;

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
        bank 53, lab 40: 45.59
        bank need-met-by-offer 30: need-1 | offer-1
        bank sector 10: need-1 | fintech
        bank need-met-by-capability 8: need-1 | rag
        bank freshness 5: need-1 | offer-1
        lab offer-wanted 25: offer-1 | need-1
        lab sector 10: fintech | need-1
        lab freshness 5: offer-1 | need-1
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
        bank 85, lab 70: 76.77
        bank need-met-by-offer 30: need-1 | offer-1
        bank offer-wanted 25: offer-2 | need-2
        bank need-met-by-capability 15: need-1 | rag
        bank sector 10: need-1 | fintech
        bank freshness 5: need-1 | offer-1
        lab need-met-by-offer 30: need-2 | offer-2
        lab offer-wanted 25: offer-1 | need-1
        lab sector 10: fintech | need-1
        lab freshness 5: offer-1 | need-1
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
        bank 0, lab 0: 0.0
        """);
  }

  @Test
  void capability_ofTheSameGroup_countsLess() {
    assertMatch(
        """
        org   bank
        org   lab
        need  bank  capability forecasting
        offer lab   capability optimisation
        """,
        """
        bank 16, lab 14: 14.93
        bank need-met-by-offer 11: need-1 | offer-1
        bank freshness 5: need-1 | offer-1
        lab offer-wanted 9: offer-1 | need-1
        lab freshness 5: offer-1 | need-1
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
        bank 30, lab 30: 30.0
        bank need-met-by-capability 15: need-1 | rag
        bank sector 10: need-1 | fintech
        bank freshness 5: need-1 | rag
        lab capability-wanted 15: rag | need-1
        lab sector 10: fintech | need-1
        lab freshness 5: rag | need-1
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
        bank 0, lab 0: 0.0
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
        bank 0, lab 0: 0.0
        """);
  }

  @Test
  void nothingStated_layersSectorsAndNeighbouringCapabilities_areKnown() {
    assertMatch(
        """
        org   bank  real confirmed 2026-10-01 layers industry-application sectors fintech capabilities ocr
        org   lab   real confirmed 2026-09-01 layers models sectors fintech capabilities visual-search
        """,
        """
        bank 20, lab 18: 18.95
        bank known-layer 10: industry-application | models
        bank known-sector 5: fintech | fintech
        bank known-capability 3: ocr | visual-search
        bank known-confirmed 2: 2026-10-01 | 2026-09-01
        lab known-taker 8: models | industry-application
        lab known-sector 5: fintech | fintech
        lab known-capability 3: visual-search | ocr
        lab known-confirmed 2: 2026-09-01 | 2026-10-01
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
        """,
        """
        bank 10, lab 10: 10.0
        bank shared-relation 10: relation-1 | relation-2
        lab shared-relation 10: relation-2 | relation-1
        """);
    assertMatch(
        """
        org   bank
        org   lab
        tie   bank  hub
        tie   hub   lab
        tie   hub   a
        tie   b     hub
        tie   c     hub
        """,
        """
        bank 4, lab 4: 4.0
        bank shared-relation 4: relation-1 | relation-2
        lab shared-relation 4: relation-2 | relation-1
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
        bank 5, lab 0: 0.0
        bank compute 5: need-1 | lab
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
        bank 33, lab 28: 30.3
        bank need-met-by-offer 30: need-1 | offer-1
        bank freshness 3: need-1 | offer-1
        lab offer-wanted 25: offer-1 | need-1
        lab freshness 3: offer-1 | need-1
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
        bank 0, lab 0: 0.0
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
            lab 32.31
            shop 18.95
            same 1
            fictional-apart 1
            already-related 1
            nothing-fits 1
            """);
  }

  private static void assertMatch(String world, String expected) {
    assertThat(Scenario.of(world).match("bank", "lab")).isEqualTo(expected);
  }
}
