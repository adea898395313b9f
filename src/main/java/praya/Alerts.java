package praya;

import java.time.Duration;
import java.util.function.LongSupplier;
import praya.alert.Digest;
import praya.alert.FeedPages;
import praya.alert.News;
import praya.alert.SavedSearchPages;
import praya.alert.SavedSearchRoutes;
import praya.alert.SavedSearchService;
import praya.alert.StopPages;
import praya.alert.Watch;
import praya.http.PageContext;
import praya.http.Routes;
import praya.search.SearchIndexes;

/** Saved searches and how people hear of what is new, joined over a core and its views. */
public final class Alerts {
  /** Letters are written in the morning; within the hour is early enough. */
  private static final Duration DIGEST_PERIOD = Duration.ofMinutes(15);

  private final Core core;
  private final News news;
  private final SavedSearchService searches;
  private final Watch watch;
  private final Digest digest;

  /** The parts over these views, of which the position tells how far the index is. */
  public Alerts(Core core, SearchIndexes index, LongSupplier position) {
    this.core = core;
    this.news = new News(index, core.organisations(), core.exchanges());
    var stamps = new SavedSearchService.Stamps(core.ids(), core.clock());
    this.searches = new SavedSearchService(core.database(), index, core::vault, stamps);
    this.watch =
        new Watch(
            core.database(),
            core.changes(),
            new Watch.Views(index, core.organisations(), core.exchanges(), position),
            core.ids(),
            core.clock());
    var post =
        new Digest.Post(
            core.mail()::put, core.accounts(), core.sessions(), core::texts, core::vault);
    this.digest = new Digest(core.database(), news, post, core.clock());
  }

  /** Following, which the views wake, and writing letters. */
  void schedule() {
    core.jobs().every(Watch.JOB, Watch.PERIOD, watch::follow);
    core.jobs().every(Digest.JOB, DIGEST_PERIOD, digest::write);
  }

  public Watch watch() {
    return watch;
  }

  public Digest digest() {
    return digest;
  }

  void add(Routes routes, PageContext pages) {
    new SavedSearchPages(searches, news, pages).add(routes);
    new SavedSearchRoutes(searches, news, pages.publicUrl()).add(routes);
    new FeedPages(searches, news, core.texts(), pages).add(routes);
    new StopPages(searches, pages).add(routes);
  }
}
