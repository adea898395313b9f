package praya;

import praya.http.PageContext;
import praya.http.Routes;
import praya.match.Candidates;
import praya.match.PartnerRoutes;
import praya.match.PartnerService;
import praya.match.PathRoutes;
import praya.match.PathService;
import praya.search.SearchIndexes;
import praya.site.PartnerPages;

/** Matchmaking, joined over a core and the views that follow it. */
final class Matching {
  private final Core core;
  private final PartnerService partners;
  private final PathService paths;

  Matching(Core core, SearchIndexes index, PartnerService.Views views) {
    this.core = core;
    var candidates =
        new Candidates(
            core.organisations(),
            core.exchanges(),
            core.taxonomy(),
            index,
            Candidates.WHOLE_DIRECTORY);
    this.partners =
        new PartnerService(
            core.organisations(),
            core.exchanges(),
            core.taxonomy(),
            candidates,
            views,
            core.clock());
    this.paths = new PathService(core.organisations(), views, core.clock());
  }

  PartnerService partners() {
    return partners;
  }

  void add(Routes routes, PageContext pages) {
    new PartnerRoutes(partners).add(routes);
    new PathRoutes(paths).add(routes);
    new PartnerPages(partners, paths, core.taxonomy(), pages).add(routes);
  }
}
