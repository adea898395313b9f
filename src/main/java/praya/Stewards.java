package praya;

import praya.history.HistoryPages;
import praya.history.HistoryRoutes;
import praya.history.HistoryService;
import praya.http.PageContext;
import praya.http.Routes;
import praya.stewardship.ClaimPages;
import praya.stewardship.ClaimService;
import praya.stewardship.DelistingService;
import praya.stewardship.DeskPages;
import praya.stewardship.EditPages;
import praya.stewardship.EditService;
import praya.stewardship.ExchangeEditPages;
import praya.stewardship.Keeper;
import praya.stewardship.Merging;
import praya.stewardship.ProposalService;

/** The services by which records are looked after, joined over a core. */
public final class Stewards {
  private final Core core;
  private final HistoryService history;
  private final ClaimService claims;
  private final ProposalService proposals;
  private final DelistingService delistings;
  private final EditService edits;

  public Stewards(Core core) {
    this.core = core;
    var stamps = new ClaimService.Stamps(core.ids(), core.clock());
    var merging =
        new Merging(
            core.database(),
            core.organisations(),
            new Merging.Records(core.relations(), core.exchanges(), core.allocations()));
    this.history =
        new HistoryService(
            core.database(), core.organisations(), core.exchanges(), core.taxonomy());
    this.claims =
        new ClaimService(
            core.database(), core.journal(), core.organisations(), core.mail()::put, stamps);
    this.proposals =
        new ProposalService(
            core.database(),
            core.journal(),
            core.organisations(),
            merging,
            core.mail()::put,
            stamps);
    this.delistings =
        new DelistingService(
            core.database(), core.journal(), core.organisations(), core.mail()::put, stamps);
    this.edits =
        new EditService(core.database(), core.organisations(), proposals, history, core.taxonomy());
  }

  public HistoryService history() {
    return history;
  }

  public ClaimService claims() {
    return claims;
  }

  public ProposalService proposals() {
    return proposals;
  }

  public DelistingService delistings() {
    return delistings;
  }

  void add(Routes routes, PageContext pages) {
    var taxonomy = core.taxonomy();
    var keeper =
        new Keeper(
            new Keeper.Services(
                core.organisations(), core.exchanges(), taxonomy, claims, proposals, delistings));
    new HistoryRoutes(history).add(routes);
    new HistoryPages(history, taxonomy, pages).add(routes);
    new ClaimPages(claims, delistings, proposals, pages).add(routes);
    new EditPages(edits, keeper, taxonomy, pages).add(routes);
    new ExchangeEditPages(edits, core.exchanges(), core.organisations(), taxonomy, pages)
        .add(routes);
    new DeskPages(
            new DeskPages.Services(claims, proposals, delistings, core.organisations()),
            taxonomy,
            pages)
        .add(routes);
  }
}
