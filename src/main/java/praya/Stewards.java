package praya;

import java.time.Duration;
import java.util.List;
import praya.domain.Actor;
import praya.history.HistoryPages;
import praya.history.HistoryRoutes;
import praya.history.HistoryService;
import praya.http.PageContext;
import praya.http.Routes;
import praya.identity.StaffPage;
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
import praya.stewardship.ReminderPages;
import praya.stewardship.ReminderService;

/** The services by which records are looked after, joined over a core. */
public final class Stewards {
  private final Core core;
  private final HistoryService history;
  private final ClaimService claims;
  private final ProposalService proposals;
  private final DelistingService delistings;
  private final EditService edits;
  private final ReminderService reminders;

  public Stewards(Core core) {
    this.core = core;
    this.reminders =
        new ReminderService(
            core.database(),
            core.organisations(),
            new ReminderService.Writing(core::texts, core.mail()::put),
            core.clock());
    var stamps = new ClaimService.Stamps(core.ids(), core.clock());
    var merging =
        new Merging(
            core.database(),
            core.organisations(),
            new Merging.Records(
                core.relations(),
                core.exchanges(),
                core.allocations(),
                core.introductions(),
                core.calls()));
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

  /** The yearly question, as a job of every day. */
  void schedule() {
    core.jobs().every("reminders", Duration.ofDays(1), reminders::remind);
  }

  public ReminderService reminders() {
    return reminders;
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

  /** What waits for a decision of staff, queue by queue. */
  List<StaffPage.Queue> queues(Actor actor) {
    return List.of(
        new StaffPage.Queue("claims", claims.waiting(actor).size()),
        new StaffPage.Queue("proposals", proposals.waiting(actor).size()),
        new StaffPage.Queue("delistings", delistings.waiting(actor).size()));
  }

  void add(Routes routes, PageContext pages) {
    var taxonomy = core.taxonomy();
    var keeper =
        new Keeper(
            new Keeper.Services(
                core.organisations(), core.exchanges(), taxonomy, claims, proposals, delistings));
    new ReminderPages(reminders, pages).add(routes);
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
