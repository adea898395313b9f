package praya.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import praya.Core;
import praya.domain.Audience;
import praya.domain.Match;
import praya.domain.Organisation;
import praya.domain.Viewer;
import praya.graph.EcosystemGraph;
import praya.scoring.PartnerList;
import praya.scoring.Weights;
import praya.testkit.RunningApp;

/** Candidates chosen by search and graph, against judging everybody, on the seed data. */
class CandidatesTest {
  private static final int SHOWN = 5;

  private final RunningApp app = RunningApp.shared();
  private final Core core = app.app().core();
  private final PartnerService whole = service(Candidates.WHOLE_DIRECTORY);
  private final PartnerService chosen = service(0);

  @Test
  void partners_fromChosenCandidates_areThoseOfTheWholeDirectory() {
    int best = 0;
    int missed = 0;
    for (Organisation organisation :
        core.organisations().listAfter(new UUID(0, 0), 500, Viewer.STAFF)) {
      List<UUID> all = ids(partners(whole, organisation));
      List<UUID> some = ids(partners(chosen, organisation));
      best += all.size();
      missed += (int) all.stream().filter(id -> !some.contains(id)).count();
    }
    assertThat(best).as("suggestions to compare").isGreaterThan(1000);
    assertThat((double) missed / best)
        .as("share of the best that a choice misses")
        .isLessThan(0.02);
  }

  @Test
  void partners_askedTwice_areTheSameToTheLastPoint() {
    for (String slug : List.of("great-fig-bank", "hsbc", "wonton-vector")) {
      Organisation organisation = core.organisations().get(slug, Viewer.STAFF);
      assertThat(partners(whole, organisation)).isEqualTo(partners(whole, organisation));
    }
  }

  @Test
  void partners_countEverybodyOnce() {
    PartnerList list = partners(whole, core.organisations().get("great-fig-bank", Viewer.STAFF));
    int excluded = list.excluded().values().stream().mapToInt(n -> n).sum();
    assertThat(list.fitting() + excluded).isEqualTo(list.considered());
    assertThat(list.considered()).isEqualTo(core.organisations().count(Viewer.STAFF));
  }

  private static PartnerList partners(PartnerService service, Organisation organisation) {
    return service
        .partners(
            new PartnerService.Question(organisation.id().toString(), SHOWN, false, Viewer.ANYONE))
        .partners();
  }

  private static List<UUID> ids(PartnerList list) {
    return list.items().stream().map(Match::organisation).map(Organisation::id).toList();
  }

  private PartnerService service(int wholeDirectory) {
    EcosystemGraph graph = EcosystemGraph.of(core.relations().listAll(Viewer.STAFF));
    var views =
        new PartnerService.Views() {
          @Override
          public EcosystemGraph graph(Audience audience) {
            return graph;
          }

          @Override
          public long position() {
            return 1;
          }

          @Override
          public long revision() {
            return 1;
          }

          @Override
          public void await(long position) {
            throw new AssertionError("Nobody asks for a position here.");
          }
        };
    var candidates =
        new Candidates(
            core.organisations(),
            core.exchanges(),
            core.taxonomy(),
            app.app().index(),
            wholeDirectory);
    return new PartnerService(
        core.organisations(),
        core.exchanges(),
        core.taxonomy(),
        candidates,
        views,
        () -> Weights.FIRST,
        core.clock());
  }
}
