package praya;

import java.util.function.Supplier;
import praya.http.PageContext;
import praya.http.Routes;
import praya.match.PartnerService;
import praya.match.WholeDirectory;
import praya.meeting.RoundPages;
import praya.meeting.RoundRoutes;
import praya.meeting.RoundScores;
import praya.meeting.RoundService;
import praya.meeting.SuggestionPages;
import praya.scoring.Weights;

/** Rounds of introductions, joined over a core and the views that follow it. */
final class Rounds {
  private final Core core;
  private final RoundService rounds;

  Rounds(Core core, PartnerService.Views views, Supplier<Weights> weights) {
    this.core = core;
    var scores =
        new RoundScores(
            new WholeDirectory(core.organisations(), core.exchanges()),
            core.taxonomy(),
            views,
            weights,
            core.clock());
    this.rounds =
        new RoundService(
            core.database(),
            core.journal(),
            scores,
            core.introductions(),
            new RoundService.Stamps(core.ids(), core.clock()));
  }

  void add(Routes routes, PageContext pages) {
    new RoundRoutes(rounds, core.organisations()).add(routes);
    new RoundPages(rounds, core.organisations(), core.taxonomy(), pages).add(routes);
    new SuggestionPages(rounds, core.organisations(), pages).add(routes);
  }
}
