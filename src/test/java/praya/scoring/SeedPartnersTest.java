package praya.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import praya.domain.Match;
import praya.domain.Viewer;
import praya.graph.EcosystemGraph;

/** Partners of the seed's organisations on 22 November 2026, as anyone sees them. */
class SeedPartnersTest {
  private static final LocalDate DAY = LocalDate.parse("2026-11-22");
  private static final SeedFiles SEED = SeedFiles.load();
  private static final Partners PARTNERS =
      new Partners(
          new Scorer(
              new Surroundings(
                  SEED.taxonomy, EcosystemGraph.of(SEED.relations), SEED.organisations(), DAY),
              Weights.FIRST));
  private static final List<VisibleSheet> ALL =
      SEED.sheets.values().stream().map(s -> VisibleSheet.of(s, Viewer.ANYONE, DAY)).toList();

  @Test
  void partners_ofEveryOrganisation_areOfItsKindAndAllAreCounted() {
    long fitting = 0;
    long start = System.nanoTime();
    for (VisibleSheet you : ALL) {
      PartnerList list = PARTNERS.rank(you, ALL, 10);
      fitting += list.fitting();
      boolean fictional = you.organisation().fictional();
      assertThat(list.items())
          .as(you.organisation().slug())
          .allMatch(match -> match.organisation().fictional() == fictional);
      assertThat(list.considered()).isEqualTo(455);
      assertThat(list.excluded()).containsEntry(Exclusion.SAME, 1);
      assertThat(list.excluded()).containsEntry(Exclusion.FICTIONAL_APART, fictional ? 365 : 90);
    }
    double millis = (System.nanoTime() - start) / 1e6 / ALL.size();
    if (Boolean.getBoolean("praya.figures")) {
      System.out.printf(
          Locale.ROOT,
          "%d organisations, each against all: %.2f ms each (cold start included), %.1f fit%n",
          ALL.size(),
          millis,
          (double) fitting / ALL.size());
    }
    // Twenty times what was measured: only a change of complexity gets here.
    assertThat(millis).isLessThan(100);
  }

  @Test
  void real_organisations_haveOnlyKnownReasonsAndSharedRelations() {
    for (VisibleSheet you : ALL) {
      if (!you.organisation().fictional()) {
        assertThat(PARTNERS.rank(you, ALL, 10).items())
            .as(you.organisation().slug())
            .flatExtracting(Match::reasons)
            .allMatch(r -> r.code().startsWith("known-") || r.code().equals("shared-relation"));
        assertThat(you.stated()).doesNotContain("needs", "offers");
      }
    }
  }

  /** A changed order has to be explained in the change that accepts it. */
  @Test
  void partners_ofTheBank_golden() {
    assertThat(golden("great-fig-bank"))
        .isEqualTo(
            """
            bamboo-plumbline 55/39 45.64
            wonton-vector 40/29 33.62
            institute-for-patient-machines 40/29 33.62
            clause-grasshopper 43/24 30.81
            green-tramline-esg 29/25 26.85
            same 1
            fictional-apart 365
            already-related 7
            nothing-fits 55
            """);
  }

  @Test
  void partners_ofTheResearchCentre_golden() {
    assertThat(golden("hkgai"))
        .isEqualTo(
            """
            hk-ai-research-and-development-institute 23/23 23.0
            hkma 21/24 22.4
            hkstp 21/21 21.0
            hkust-caire 18/20 18.95
            von-neumann-institute 15/17 15.94
            same 1
            fictional-apart 90
            already-related 4
            nothing-fits 336
            """);
  }

  private static String golden(String slug) {
    VisibleSheet you = VisibleSheet.of(SEED.sheets.get(slug), Viewer.ANYONE, DAY);
    PartnerList list = PARTNERS.rank(you, ALL, 5);
    List<String> lines = new ArrayList<>();
    for (Match match : list.items()) {
      lines.add(
          "%s %d/%d %s"
              .formatted(
                  match.organisation().slug(),
                  match.fitForYou(),
                  match.fitForThem(),
                  match.score()));
    }
    list.excluded().forEach((why, count) -> lines.add(why.code() + " " + count));
    return String.join("\n", lines) + "\n";
  }
}
