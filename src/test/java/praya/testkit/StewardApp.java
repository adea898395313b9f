package praya.testkit;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import praya.App;
import praya.Config;
import praya.domain.Actor;
import praya.domain.Entry;

/**
 * The program over the seed's taxonomy and two organisations, {@code red-kite} and {@code
 * blue-heron}. A request is made as any account that a test names.
 */
public final class StewardApp implements AutoCloseable {
  private final TestCore test;
  private final App app;
  private final Members members;
  private final HttpClient client = HttpClient.newHttpClient();

  private StewardApp(TestCore test, App app, Members members) {
    this.test = test;
    this.app = app;
    this.members = members;
  }

  public static StewardApp start() {
    return start(Clock.systemUTC());
  }

  public static StewardApp start(Clock clock) {
    TestCore test = TestCore.withTaxonomy(clock);
    Path folder = TestDatabase.temporaryFolder("praya-steward-app");
    var config =
        new Config(
            TestSettings.WEB, folder, folder, false, Optional.of(test.connection()), Map.of());
    var members = new Members(test);
    App app = App.start(config, test.core());
    var started = new StewardApp(test, app, members);
    started.create(withWebsite(Records.entry("red-kite"), "https://www.red-kite.example/"));
    started.create(withWebsite(Records.entry("blue-heron"), "https://blue-heron.example"));
    return started;
  }

  /** The entry with a website. */
  public static Entry withWebsite(Entry entry, @Nullable String website) {
    var profile = entry.profile();
    return entry.with(
        new praya.domain.Profile(
            profile.name(),
            profile.aliases(),
            profile.kind(),
            profile.summary(),
            profile.classification(),
            profile.foundedOrIntakeYear(),
            website));
  }

  public void create(Entry entry) {
    test.core().organisations().create(entry, TestCore.TESTER);
  }

  public TestCore test() {
    return test;
  }

  public App app() {
    return app;
  }

  public Members members() {
    return members;
  }

  public String baseUri() {
    return "http://127.0.0.1:" + app.port();
  }

  /** Reads an address as somebody; null is anyone. */
  public HttpResponse<String> get(@Nullable Actor as, String path) {
    return send(as, HttpRequest.newBuilder(URI.create(baseUri() + path)).GET());
  }

  /** Posts a form as somebody; fields come as name, value, name, value. */
  public HttpResponse<String> post(@Nullable Actor as, String path, String... fields) {
    var form = new StringBuilder(as == null ? "" : "csrf=" + Members.formToken(as.account()));
    for (int i = 0; i < fields.length; i += 2) {
      form.append(form.isEmpty() ? "" : "&")
          .append(encoded(fields[i]))
          .append('=')
          .append(encoded(fields[i + 1]));
    }
    return send(
        as,
        HttpRequest.newBuilder(URI.create(baseUri() + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form.toString())));
  }

  /** Sends JSON as somebody, for a version. */
  public HttpResponse<String> patch(@Nullable Actor as, String path, long version, String json) {
    return send(
        as,
        HttpRequest.newBuilder(URI.create(baseUri() + path))
            .header("Content-Type", "application/merge-patch+json")
            .header("If-Match", "\"" + version + "\"")
            .method("PATCH", HttpRequest.BodyPublishers.ofString(json)));
  }

  /** Any request as somebody; a body is JSON, and the reason is one that overrides need. */
  public HttpResponse<String> call(
      @Nullable Actor as, String method, String path, @Nullable String json) {
    var request = HttpRequest.newBuilder(URI.create(baseUri() + path));
    request.header("Praya-Reason", "the test asks for it");
    request.header("If-Match", "\"1\"");
    if (json != null) {
      request.header("Content-Type", "application/json");
    }
    return send(
        as,
        request.method(
            method,
            json == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(json)));
  }

  private HttpResponse<String> send(@Nullable Actor as, HttpRequest.Builder request) {
    if (as != null && request.build().uri().getPath().startsWith("/api/")) {
      request.header("Authorization", "Bearer " + Members.key(as.account()));
    } else if (as != null) {
      request.header("Cookie", "__Host-praya=" + Members.session(as.account()));
    }
    request.header("Accept", "text/html,application/json");
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    client.close();
    app.close();
    test.close();
  }
}
