package praya.testkit;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import praya.App;
import praya.Config;
import praya.domain.Role;
import praya.json.Json;

/**
 * The program with settings of one's own, over a database with the seed's taxonomy and one
 * organisation, {@code paper-ferry}.
 */
public final class OwnApp implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final TestCore core;
  private final App app;
  private final String key;
  private final HttpClient client = HttpClient.newHttpClient();

  private OwnApp(TestCore core, App app) {
    this.core = core;
    this.app = app;
    this.key = core.core().keys().create("tests", Role.STAFF).secret().text();
  }

  public static OwnApp start(Map<String, String> environment) {
    return start(environment, Clock.systemUTC());
  }

  /** Starts with the settings of an environment, on a free port; the organisation is findable. */
  public static OwnApp start(Map<String, String> environment, Clock clock) {
    TestCore core = TestCore.withTaxonomy(clock);
    Config read =
        Config.read(Map.of("port", environment.getOrDefault("PRAYA_PORT", "0")), environment);
    Path folder = TestDatabase.temporaryFolder("praya-own-app");
    var config =
        new Config(
            read.web(),
            read.secrets(),
            folder,
            folder,
            false,
            Optional.of(core.connection()),
            Map.of());
    var own = new OwnApp(core, App.start(config, core.core()));
    own.write("paper-ferry");
    own.app.projector().await(core.core().changes().horizon() - 1, PATIENCE);
    return own;
  }

  /** Creates an organisation; returns the status. */
  public int write(String slug) {
    var body =
        Map.of(
            "slug",
            slug,
            "nameEn",
            "Paper Ferry",
            "kind",
            "startup",
            "fictional",
            true,
            "sources",
            new String[] {"test"});
    return send(HttpRequest.newBuilder(uri("/api/v1/organisations"))
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(Json.bytes(body))))
        .statusCode();
  }

  /** Reads an address; headers come as name, value, name, value. */
  public HttpResponse<String> get(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  /** Posts a form; headers come as name, value, name, value. */
  public HttpResponse<String> post(String path, String form, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private URI uri(String path) {
    return URI.create(baseUri() + path);
  }

  public String baseUri() {
    return "http://127.0.0.1:" + app.port();
  }

  public App app() {
    return app;
  }

  public TestCore core() {
    return core;
  }

  /** An API key of the role staff. */
  public String staffKey() {
    return key;
  }

  @Override
  public void close() {
    client.close();
    app.close();
    core.close();
  }
}
