package praya.visibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import praya.Core;
import praya.domain.Audience;
import praya.domain.Side;
import praya.domain.Viewer;
import praya.domain.Visibility;
import praya.json.Json;
import praya.store.Change;
import praya.store.ChangeLog;
import praya.testkit.OwnApp;
import praya.testkit.Records;
import praya.testkit.TestCore;

/** Whoever may not see a record cannot tell by writing, or by following, that it is there. */
class HiddenWritesTest {
  private final HttpClient client = HttpClient.newHttpClient();
  private OwnApp app;
  private Core core;
  private String member;

  @BeforeEach
  void start() throws Exception {
    app = OwnApp.start(Map.of("PRAYA_PUBLIC_URL", "http://directory.example"));
    core = app.core().core();
    var hidden = Records.entry("hidden-firm").with(Visibility.HIDDEN);
    core.organisations().create(hidden, TestCore.TESTER);
    core.organisations().create(Records.entry("own-firm"), TestCore.TESTER);
    core.exchanges()
        .create(
            Side.NEED,
            Records.exchange("own-firm", "Own", Visibility.HIDDEN),
            "own-need",
            TestCore.TESTER);
    core.exchanges()
        .create(
            Side.NEED,
            Records.exchange("paper-ferry", "Foreign", Visibility.STAFF),
            "foreign-need",
            TestCore.TESTER);
    member = Readers.memberOf("own-firm", app.core());
  }

  @AfterEach
  void stop() {
    client.close();
    app.close();
  }

  @Test
  void foreignHiddenRecords_areNotThereWhateverIsTried() throws Exception {
    for (String method : List.of("GET", "PUT", "PATCH", "DELETE")) {
      requireSame(method, "/api/v1/organisations/", "hidden-firm", "hidden-nobody");
      requireSame(method, "/api/v1/needs/", "foreign-need", "foreign-none");
    }
  }

  @Test
  void namingAHiddenOrganisation_isNamingNone() throws Exception {
    var hidden = send("POST", "/api/v1/needs", need("hidden-firm"));
    var nobody = send("POST", "/api/v1/needs", need("hidden-nobody"));
    assertThat(hidden.statusCode()).isEqualTo(422).isEqualTo(nobody.statusCode());
    assertThat(hidden.body().replace("hidden-firm", "X"))
        .isEqualTo(nobody.body().replace("hidden-nobody", "X"));
  }

  @Test
  void ownHiddenRecord_isReadAndWritten() throws Exception {
    var read = send("GET", "/api/v1/needs/own-need", null);
    assertThat(read.statusCode()).isEqualTo(200);
    assertThat(read.headers().firstValue("Cache-Control")).contains("private, no-cache");
    assertThat(send("PATCH", "/api/v1/needs/own-need", "{\"titleEn\":\"New\"}").statusCode())
        .isEqualTo(200);
    assertThat(send("GET", "/api/v1/needs", null).body()).contains("own-need");
  }

  @Test
  void members_chooseWhoSeesTheirOrganisation_butNotAgainstStaff() throws Exception {
    String own = "/api/v1/organisations/own-firm";
    assertThat(send("PATCH", own, "{\"visibility\":\"members\"}").statusCode()).isEqualTo(200);
    assertThat(send("PATCH", own, "{\"visibility\":\"hidden\"}", 2).statusCode()).isEqualTo(403);
    var before = core.organisations().get("own-firm", Viewer.STAFF);
    core.organisations()
        .replace(
            "own-firm",
            before.version(),
            before.entry().with(Visibility.HIDDEN),
            TestCore.TESTER.because("a test"));
    assertThat(send("PATCH", own, "{\"visibility\":\"public\"}", 3).statusCode()).isEqualTo(403);
    assertThat(send("GET", own, null).statusCode()).isEqualTo(200);
    assertThat(app.get(own).statusCode()).isEqualTo(404);
  }

  @Test
  void entityTags_differByAudience() throws Exception {
    var anyone = app.get("/api/v1/organisations/paper-ferry").headers().firstValue("ETag");
    var own = send("GET", "/api/v1/organisations/paper-ferry", null).headers().firstValue("ETag");
    assertThat(anyone).contains("\"1\"");
    assertThat(own).isPresent().isNotEqualTo(anyone);
  }

  @Test
  void feed_tellsWhatAppearsAndDisappears_andNothingElse() {
    var content = Records.exchange("paper-ferry", "A need", Visibility.STAFF);
    core.exchanges().create(Side.NEED, content, "moody", TestCore.TESTER);
    assertThat(feed(Audience.PUBLIC)).noneMatch(line -> line.contains("moody"));
    write("moody", Visibility.PUBLIC);
    organisation("paper-ferry", Visibility.MEMBERS);
    organisation("paper-ferry", Visibility.PUBLIC);
    write("moody", Visibility.HIDDEN);
    assertThat(feed(Audience.PUBLIC).stream().filter(line -> line.contains("moody")))
        .containsExactly("created moody", "deleted moody", "created moody", "deleted moody");
    assertThat(feed(Audience.MEMBERS).stream().filter(line -> line.contains("moody")))
        .containsExactly("created moody", "changed moody", "changed moody", "deleted moody");
    String hidden = core.organisations().get("hidden-firm", Viewer.STAFF).id().toString();
    assertThat(feed(Audience.STAFF)).noneMatch(line -> line.contains(hidden));
  }

  @Test
  void sitemapAndRobots_tellPublicAddressesOnly() {
    organisation("own-firm", Visibility.MEMBERS);
    String sitemap = app.get("/sitemap.xml").body();
    assertThat(sitemap)
        .contains("<loc>http://directory.example/organisations/paper-ferry</loc>")
        .contains("<loc>http://directory.example/centre</loc>")
        .doesNotContain("hidden-firm", "own-firm");
    assertThat(app.get("/sitemap.xml", "Authorization", "Bearer " + app.staffKey()).body())
        .isEqualTo(sitemap);
    assertThat(app.get("/robots.txt").body())
        .contains("Disallow: /staff", "Sitemap: http://directory.example/sitemap.xml");
  }

  private List<String> feed(Audience audience) {
    return core.changes().list(new ChangeLog.Place(0, 0), audience, 100).stream()
        .map((Change change) -> change.action().code() + " " + change.id())
        .toList();
  }

  private void write(String need, Visibility visibility) {
    var before = core.exchanges().get(Side.NEED, need, Viewer.STAFF);
    core.exchanges().replace(before, before.content().with(visibility), TestCore.TESTER);
  }

  private void organisation(String slug, Visibility visibility) {
    var before = core.organisations().get(slug, Viewer.STAFF);
    core.organisations()
        .replace(
            slug,
            before.version(),
            before.entry().with(visibility),
            TestCore.TESTER.because("a test"));
  }

  private void requireSame(String method, String path, String there, String nowhere)
      throws Exception {
    String body = method.equals("GET") || method.equals("DELETE") ? null : "{}";
    var one = send(method, path + there, body);
    var other = send(method, path + nowhere, body);
    // Members never delete an organisation, and are told so before anybody looks for it.
    int refusal = method.equals("DELETE") && path.contains("organisations") ? 403 : 404;
    assertThat(one.statusCode()).as(method + " " + path + there).isEqualTo(refusal);
    assertThat(other.statusCode()).isEqualTo(refusal);
    assertThat(one.body().replace(there, "X")).isEqualTo(other.body().replace(nowhere, "X"));
    assertThat(one.headers().map().keySet()).isEqualTo(other.headers().map().keySet());
  }

  private static String need(String organisation) {
    return new String(
        Json.bytes(
            Map.of(
                "organisation",
                organisation,
                "exchange",
                "capability",
                "titleEn",
                "A need",
                "opens",
                "2026-01-01",
                "fictional",
                true)),
        java.nio.charset.StandardCharsets.UTF_8);
  }

  private HttpResponse<String> send(String method, String path, String body) throws Exception {
    return send(method, path, body, 1);
  }

  private HttpResponse<String> send(String method, String path, String body, int version)
      throws IOException, InterruptedException {
    var publisher =
        body == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(body);
    var request =
        HttpRequest.newBuilder(URI.create(app.baseUri() + path))
            .header("Authorization", "Bearer " + member)
            .header("Content-Type", type(method))
            .method(method, publisher);
    if (!method.equals("GET") && !method.equals("POST")) {
      request.header("If-Match", "\"" + version + "\"");
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static String type(String method) {
    return method.equals("PATCH") ? "application/merge-patch+json" : "application/json";
  }
}
