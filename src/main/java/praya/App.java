package praya;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import praya.compute.CentrePages;
import praya.compute.ComputeRoutes;
import praya.curation.CurationPages;
import praya.curation.SearchPreview;
import praya.demand.SearchTally;
import praya.directory.DirectoryPages;
import praya.directory.DirectoryRoutes;
import praya.directory.SimilarRoutes;
import praya.directory.SimilarService;
import praya.domain.Action;
import praya.domain.Actor;
import praya.domain.Audience;
import praya.domain.Problem;
import praya.domain.Viewer;
import praya.exchange.ExchangeRoutes;
import praya.graph.EcosystemGraph;
import praya.http.Forms;
import praya.http.Frame;
import praya.http.HttpServer;
import praya.http.Idempotency;
import praya.http.Listener;
import praya.http.PageContext;
import praya.http.PublicUrl;
import praya.http.RateLimits;
import praya.http.Renderer;
import praya.http.Routes;
import praya.identity.RequestAuthentication;
import praya.identity.StaffPage;
import praya.identity.StaffPages;
import praya.limit.LimitSettings;
import praya.limit.Limits;
import praya.mail.OutboxPages;
import praya.match.PartnerService;
import praya.organisation.OrganisationResource;
import praya.organisation.OrganisationRoutes;
import praya.organisation.RelationResource;
import praya.projection.GraphView;
import praya.projection.PresentOrganisations;
import praya.projection.Projector;
import praya.projection.WakeUp;
import praya.search.SearchIndexes;
import praya.site.AboutPages;
import praya.site.ChangeRoutes;
import praya.site.Health;
import praya.site.HomePages;
import praya.site.OrganisationPages;
import praya.site.SiteRoutes;
import praya.site.SitemapRoutes;
import praya.site.Statistics;
import praya.site.StatisticsService;
import praya.taxonomy.TaxonomyRoutes;

/** The running program: the core, the views that follow it, and HTTP over both. */
public final class App implements AutoCloseable {
  /** A hundred times what following a write normally takes. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Core core;
  private final SearchIndexes index;
  private final GraphView graph;
  private final Projector projector;
  private final StatisticsService statistics;
  private final Matching matching;
  private final Calls calls;
  private final PageContext pages;
  private final PublicUrl publicUrl;
  private final RateLimits limits;
  private final PeoplePages people;
  private final Alerts alerts;
  private final Demand demand;
  private final Privacy privacy;
  private final Stewards stewards;
  private final HttpServer http;

  private App(Config config, Core core, Consumer<Routes> more) {
    this.core = core;
    // Opened before anything else: a key that does not fit is told at once, not with the first
    // letter.
    core.vault();
    this.index = SearchIndexes.open(indexFolder(config), core.taxonomy().current());
    this.graph = new GraphView(core.relations());
    this.projector =
        new Projector(
            core.changes(),
            core.taxonomy(),
            index,
            new Projector.Views(core.organisations(), core.exchanges(), graph),
            new WakeUp(core.database()),
            core.clock());
    this.statistics = new StatisticsService(core.database(), core.clock());
    this.matching = new Matching(core, index, matchViews());
    this.calls = new Calls(core, index, audience -> graph.current().graph(audience));
    Listener listener = Listener.open(config.host(), config.port());
    this.publicUrl =
        config
            .web()
            .publicUrl()
            .orElseGet(() -> PublicUrl.listening(config.host(), listener.port()));
    LimitSettings settings = config.web().limits();
    this.limits =
        new RateLimits(
            config.database().isPresent()
                ? Limits.ofNodes(settings, core.clock(), core.database().pool())
                : Limits.ofNode(settings, core.clock()));
    core.reachedAt(publicUrl);
    var forms = new Forms(config.web().publicUrl(), RequestAuthentication::formToken);
    this.pages = new PageContext(core.texts(), new Renderer(), Version.TEXT, publicUrl, forms);
    this.demand = new Demand(core, index);
    this.alerts = new Alerts(core, index, () -> projector.state().position());
    this.people = new PeoplePages(config.web().people(), core, pages, limits);
    this.stewards = new Stewards(core);
    this.privacy = new Privacy(config.web().people().privacy(), core);
    try {
      this.http =
          HttpServer.start(
              new HttpServer.Setup(
                  listener, publicUrl, config.web().proxies(), limits, forms, privacy.gate()),
              people.authentication(),
              pages::error,
              routes -> {
                addRoutes(routes);
                addPages(routes);
                more.accept(routes);
              });
    } catch (RuntimeException e) {
      listener.close();
      index.close();
      throw e;
    }
    demand.tally().start();
    // Whoever shows a change first has the one node that watches look for whom it is new.
    projector.whenChanged(() -> core.jobs().wake(praya.alert.Watch.JOB)).start();
    config.secrets().smtp().ifPresent(core.mail()::sendBy);
    core.jobs().start();
  }

  /** Where the search index of these settings lies. */
  public static Path indexFolder(Config config) {
    return config.data().resolve("search");
  }

  public static App start(Config config, Core core) {
    return new App(config, core, routes -> {});
  }

  /** Starts with routes beside ours, for measuring against them. */
  public static App start(Config config, Core core, Consumer<Routes> more) {
    return new App(config, core, more);
  }

  private void addRoutes(Routes routes) {
    Clock clock = core.clock();
    var idempotency = new Idempotency(core.database(), clock);
    var taxonomy = core.taxonomy();
    new TaxonomyRoutes(taxonomy).add(routes);
    new DirectoryRoutes(index, taxonomy, follower(), demand.listener()).add(routes);
    new OrganisationRoutes(core.organisations(), core.relations(), taxonomy)
        .add(
            routes,
            new OrganisationResource(core.organisations(), taxonomy),
            new RelationResource(core.relations(), taxonomy),
            idempotency);
    new ExchangeRoutes(core.exchanges(), core.organisations(), taxonomy).add(routes, idempotency);
    new ComputeRoutes(core.centre(), core.allocations(), core.organisations(), taxonomy)
        .add(routes, idempotency);
    new SimilarRoutes(similar()).add(routes);
    new SiteRoutes(statistics, core.figures(), taxonomy, this::health, publicUrl).add(routes);
    new ChangeRoutes(core.changes()).add(routes);
    new SitemapRoutes(core.organisations(), publicUrl).add(routes);
  }

  private void addPages(Routes routes) {
    var organisations = core.organisations();
    var taxonomy = core.taxonomy();
    new HomePages(
            new HomePages.Services(
                organisations,
                core.relations(),
                core.centre(),
                core.allocations(),
                taxonomy,
                statistics),
            pages)
        .add(routes);
    new DirectoryPages(index, taxonomy, organisations, core.exchanges(), pages, demand.listener())
        .add(routes);
    new OrganisationPages(
            new OrganisationPages.Services(
                organisations,
                core.relations(),
                core.exchanges(),
                core.allocations(),
                matching.partners(),
                similar(),
                taxonomy),
            pages)
        .add(routes);
    new CentrePages(core.centre(), core.allocations(), organisations, taxonomy, pages).add(routes);
    new AboutPages(statistics, core.figures(), pages).add(routes);
    new StaffPages(core.keys(), this::staffState, pages).add(routes);
    matching.add(routes, pages);
    calls.add(routes, pages);
    people.add(routes);
    privacy.add(routes, pages);
    var present = new PresentOrganisations(organisations, core.exchanges());
    new CurationPages(taxonomy, new SearchPreview(taxonomy, present, demand.lately()), pages)
        .add(routes);
    new OutboxPages(core.mail(), pages, core.clock()).add(routes);
    stewards.schedule();
    stewards.add(routes, pages);
    alerts.schedule();
    alerts.add(routes, pages);
    demand.add(routes, pages);
  }

  private StaffPages.State staffState(Frame frame, Actor actor) {
    Statistics now = statistics.today(Viewer.STAFF);
    return new StaffPages.State(
        health().views().stream()
            .map(view ->
                new StaffPage.View(
                    frame.say("staff.view." + view.name()),
                    view.ready(),
                    view.position(),
                    view.behind()))
            .toList(),
        List.of(
            count(frame, "organisations", now.organisations()),
            count(frame, "needs", now.records().needs()),
            count(frame, "offers", now.records().offers()),
            count(frame, "relations", now.records().relations()),
            count(frame, "allocations", now.records().allocations())),
        stewards.queues(actor));
  }

  private static StaffPage.Count count(Frame frame, String record, Statistics.Split split) {
    return new StaffPage.Count(
        frame.say("about.record." + record),
        frame.number(Objects.requireNonNull(split.total().value())));
  }

  private SimilarService similar() {
    return new SimilarService(index, core.organisations(), core.taxonomy());
  }

  private PartnerService.Views matchViews() {
    return new PartnerService.Views() {
      @Override
      public EcosystemGraph graph(Audience audience) {
        return graph.current().graph(audience);
      }

      @Override
      public long position() {
        return projector.state().position();
      }

      @Override
      public void await(long position) {
        awaitViews(position);
      }

      @Override
      public long revision() {
        return projector.state().revision();
      }
    };
  }

  private void awaitViews(long position) {
    if (projector.state().position() > position) {
      return;
    }
    if (!core.changes().isGiven(position)) {
      throw new Problem.Malformed(
          "after",
          Long.toString(position),
          "The parameter after (" + position + ") is not the position of any write.");
    }
    projector.await(position, PATIENCE);
  }

  private DirectoryRoutes.Follower follower() {
    return new DirectoryRoutes.Follower() {
      @Override
      public long position() {
        return projector.state().position();
      }

      @Override
      public void await(long position) {
        awaitViews(position);
      }
    };
  }

  public Health health() {
    Projector.State state = projector.state();
    long behind = projector.behind();
    boolean ready = state.position() > 0;
    return new Health(
        Version.TEXT,
        core.changes().horizon(),
        List.of(
            new Health.View("search", ready && index.ready(), state.position(), behind),
            new Health.View("graph", ready, graph.current().position(), behind)),
        index.of(Audience.STAFF).size(),
        state.filledAt());
  }

  public int port() {
    return http.port();
  }

  /** Where people reach it. */
  public PublicUrl publicUrl() {
    return publicUrl;
  }

  public Set<String> routes() {
    return http.routes();
  }

  /** What counts searches. */
  public SearchTally tally() {
    return demand.tally();
  }

  /** What is new for saved searches. */
  public Alerts alerts() {
    return alerts;
  }

  /** The action that each route stands for. */
  public Map<String, Action> actions() {
    return http.actions();
  }

  public Core core() {
    return core;
  }

  public Projector projector() {
    return projector;
  }

  public SearchIndexes index() {
    return index;
  }

  /** Ends requests in flight, then jobs and views; the core stays open. */
  @Override
  public void close() {
    http.close();
    core.jobs().close();
    projector.close();
    demand.tally().close();
    index.close();
  }
}
