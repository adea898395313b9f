package praya;

import praya.curation.RecentSearches;
import praya.demand.DemandPages;
import praya.demand.DemandRoutes;
import praya.demand.DemandService;
import praya.demand.SearchTally;
import praya.demand.Searched;
import praya.directory.SearchListener;
import praya.http.PageContext;
import praya.http.Routes;
import praya.search.SearchIndexes;

/** What is searched, counted and shown to staff, joined over a core and its index. */
final class Demand {
  private final Core core;
  private final SearchTally tally;
  private final DemandService service;

  Demand(Core core, SearchIndexes index) {
    this.core = core;
    this.tally = new SearchTally(core.database(), index, core.clock());
    this.service = new DemandService(core.database(), index, core.clock());
  }

  SearchTally tally() {
    return tally;
  }

  /** Counts what the directory is asked. */
  SearchListener listener() {
    return (found, manner) ->
        tally.count(
            new Searched(
                found.query().text(),
                found.query().filters(),
                found.query().language(),
                manner.audience(),
                new Searched.Outcome(found.total(), found.relaxed()),
                manner.typing()));
  }

  RecentSearches lately() {
    return most ->
        service.askedLately(most).stream()
            .map(asked -> new RecentSearches.Asked(asked.text(), asked.count()))
            .toList();
  }

  void add(Routes routes, PageContext pages) {
    new DemandPages(service, core.taxonomy(), pages).add(routes);
    new DemandRoutes(service).add(routes);
  }
}
