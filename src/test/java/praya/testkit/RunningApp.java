package praya.testkit;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import praya.App;
import praya.Config;
import praya.Core;
import praya.SeedFolder;
import praya.domain.Actor;
import praya.domain.Role;
import praya.seed.Importer;

/**
 * The whole program on a free port with all of the seed data, started once for all tests that speak
 * HTTP to it, and stopped with the JVM. Tests leave it as they found it.
 */
public final class RunningApp {
  /** Filling the views of the seed data takes a second or two on a slow machine. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static RunningApp shared;

  private final App app;
  private final String staffKey;

  private RunningApp(App app, String staffKey) {
    this.app = app;
    this.staffKey = staffKey;
  }

  /** The one running program; started on the first call. */
  public static synchronized RunningApp shared() {
    if (shared == null) {
      shared = start();
    }
    return shared;
  }

  private static RunningApp start() {
    Path data = TestDatabase.temporaryFolder("praya-test-data");
    Path home = Path.of("").toAbsolutePath();
    var database = Optional.of(TestDatabase.fresh());
    Config config = new Config(TestSettings.WEB, data, home, true, database, Map.of());
    Core core = Core.start(config, Clock.systemUTC(), step -> {});
    TestDatabase.atTheEnd(core::close);
    core.importer(true)
        .run(
            new Importer.Request(
                SeedFolder.files(config.seed(), true), false, Actor.command("test")),
            (file, done, all) -> {});
    App app = App.start(config, core);
    TestDatabase.atTheEnd(app::close);
    app.projector().await(core.changes().horizon() - 1, PATIENCE);
    return new RunningApp(app, core.keys().create("tests", Role.STAFF).secret().text());
  }

  /** Scheme, host and port, without a slash at the end. */
  public String baseUri() {
    return "http://127.0.0.1:" + app.port();
  }

  /** An API key of the role staff. */
  public String staffKey() {
    return staffKey;
  }

  /** All registered routes, such as {@code GET /api/v1/organisations/{id}}; pages included. */
  public Set<String> routes() {
    return app.routes();
  }

  /** The program itself, for what HTTP does not show. */
  public App app() {
    return app;
  }
}
