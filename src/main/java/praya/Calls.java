package praya;

import praya.brief.BriefPages;
import praya.brief.BriefRoutes;
import praya.brief.BriefService;
import praya.call.CallPages;
import praya.call.CallRoutes;
import praya.http.PageContext;
import praya.http.Routes;
import praya.search.SearchIndexes;
import praya.team.TeamService;

/** Calls and briefs, and the vendors and teams for them, joined over a core and its views. */
final class Calls {
  private final Core core;
  private final BriefService briefs;
  private final TeamService teams;

  Calls(Core core, SearchIndexes index, TeamService.Graphs graphs) {
    this.core = core;
    this.briefs = new BriefService(core.organisations(), core.exchanges(), core.taxonomy(), index);
    this.teams =
        new TeamService(core.organisations(), core.exchanges(), core.taxonomy(), index, graphs);
  }

  void add(Routes routes, PageContext pages) {
    new BriefRoutes(briefs, teams).add(routes);
    new BriefPages(briefs, teams, pages).add(routes);
    new CallRoutes(core.calls(), teams).add(routes);
    new CallPages(core.calls(), teams, core.taxonomy(), pages).add(routes);
  }
}
