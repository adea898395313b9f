package praya.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import praya.domain.Match;
import praya.domain.Organisation;
import praya.domain.Viewer;
import praya.graph.EcosystemGraph;
import praya.scoring.Comparison.Lift;

/** Comparisons over the fictional part of the seed. */
class ComparisonTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);
  private static final int LISTED = 5;
  private static final SeedFiles SEED = SeedFiles.load();
  private static final List<VisibleSheet> ALL =
      SEED.sheets.values().stream()
          .filter(sheet -> sheet.organisation().fictional())
          .map(sheet -> VisibleSheet.of(sheet, Viewer.STAFF, DAY))
          .toList();
  private static final Partners PARTNERS = new Partners(new Scorer(surroundings(), Weights.FIRST));

  private static Surroundings surroundings() {
    Map<UUID, Organisation> known =
        ALL.stream()
            .collect(Collectors.toMap(s -> s.organisation().id(), VisibleSheet::organisation));
    return new Surroundings(SEED.taxonomy, EcosystemGraph.of(SEED.relations), known, DAY);
  }

  @Test
  void rank_isThatOfTheList() {
    for (VisibleSheet you : ALL.subList(0, 15)) {
      List<Match> list = PARTNERS.rank(you, ALL, ALL.size()).items();
      for (VisibleSheet them : ALL) {
        Comparison comparison = PARTNERS.compare(you, ALL, them, LISTED);
        int rank = 0;
        for (int i = 0; i < list.size(); i++) {
          rank = list.get(i).organisation().id().equals(them.organisation().id()) ? i + 1 : rank;
        }
        assertThat(comparison.rank()).isEqualTo(rank);
        assertThat(comparison.excluded().isPresent()).isEqualTo(rank == 0);
      }
    }
  }

  @Test
  void everyLift_holdsWhenItIsDone_andSmallerOnesWereNotEnough() {
    int lifted = 0;
    List<Change.Kind> kinds = new ArrayList<>();
    for (VisibleSheet you : ALL.subList(0, 25)) {
      for (VisibleSheet them : ALL.subList(0, 40)) {
        Comparison comparison = PARTNERS.compare(you, ALL, them, LISTED);
        for (Lift lift : comparison.lifts()) {
          List<Match> list = PARTNERS.rank(lift.change().of(you), ALL, LISTED).items();
          Match now = list.get(lift.rank() - 1);
          assertThat(now.organisation().id()).isEqualTo(them.organisation().id());
          assertThat(now.score()).isEqualTo(lift.score());
          assertThat(lift.text().en()).isNotBlank();
          kinds.add(lift.change().kind());
          lifted++;
        }
        assertThat(comparison.lifts().stream().map(lift -> lift.change().kind())).isSorted();
        if (comparison.rank() > 0 && comparison.rank() <= LISTED) {
          assertThat(comparison.lifts()).isEmpty();
        }
      }
    }
    assertThat(lifted).isGreaterThan(100);
    assertThat(kinds).contains(Change.Kind.OFFER, Change.Kind.NEED);
  }

  @Test
  void missing_isACriterionWithoutPointsOfTheWeakerSide() {
    for (VisibleSheet them : ALL.subList(1, 30)) {
      Comparison comparison = PARTNERS.compare(ALL.getFirst(), ALL, them, LISTED);
      comparison
          .missing()
          .ifPresent(reason -> {
            assertThat(reason.points()).isZero();
            assertThat(reason.text().en()).isNotBlank();
          });
    }
  }
}
