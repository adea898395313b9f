package praya;

import praya.http.Idempotency;
import praya.http.PageContext;
import praya.http.Routes;
import praya.map.MapPages;
import praya.map.MapRoutes;
import praya.map.MapService;
import praya.match.Candidates;
import praya.match.PartnerRoutes;
import praya.match.PartnerService;
import praya.match.PathRoutes;
import praya.match.PathService;
import praya.match.WholeDirectory;
import praya.search.SearchIndexes;
import praya.site.PartnerPages;
import praya.weighting.PastRecords;
import praya.weighting.WeightsPages;
import praya.weighting.WeightsRoutes;
import praya.weighting.WeightsService;
import praya.weighting.WeightsTrial;

/** Matchmaking, joined over a core and the views that follow it. */
final class Matching {
  private final Core core;
  private final PartnerService partners;
  private final PathService paths;
  private final MapService maps;
  private final WeightsService weights;
  private final WeightsTrial trial;

  Matching(Core core, SearchIndexes index, PartnerService.Views views) {
    this.core = core;
    var candidates =
        new Candidates(
            core.organisations(),
            core.exchanges(),
            core.taxonomy(),
            index,
            Candidates.WHOLE_DIRECTORY);
    this.weights = new WeightsService(core.database(), core.journal(), core.clock());
    this.partners =
        new PartnerService(
            core.organisations(),
            core.exchanges(),
            core.taxonomy(),
            candidates,
            views,
            weights::current,
            core.clock());
    this.maps = new MapService(core.organisations(), views::graph);
    this.paths = new PathService(core.organisations(), views, core.clock());
    this.trial = new WeightsTrial(records(core), partners);
  }

  static PastRecords records(Core core) {
    return new PastRecords(
        core.taxonomy(),
        new WholeDirectory(core.organisations(), core.exchanges()),
        core.relations(),
        core.introductions());
  }

  PartnerService partners() {
    return partners;
  }

  void add(Routes routes, PageContext pages) {
    new WeightsRoutes(weights, trial).add(routes, new Idempotency(core.database(), core.clock()));
    new WeightsPages(weights, trial, pages).add(routes);
    new PartnerRoutes(partners).add(routes);
    new PathRoutes(paths).add(routes);
    new MapRoutes(maps, core.taxonomy()).add(routes);
    new MapPages(maps, paths, core.taxonomy(), pages).add(routes);
    new PartnerPages(partners, paths, core.taxonomy(), pages).add(routes);
  }
}
