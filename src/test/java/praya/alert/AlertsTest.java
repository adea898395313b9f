package praya.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import praya.domain.Actor;
import praya.domain.Entry;
import praya.domain.Side;
import praya.domain.Viewer;
import praya.domain.Visibility;
import praya.testkit.Records;
import praya.testkit.StewardApp;
import praya.testkit.TestClock;
import praya.testkit.TestCore;

/**
 * Saved searches, from saving to the letter: what is told, to whom, how often, and what never is.
 */
class AlertsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final TestClock clock = new TestClock();
  private StewardApp app;
  private Actor ann;

  @BeforeEach
  void start() {
    app = StewardApp.start(clock);
    ann = app.members().member("ann");
    create("silver-egret", "We build lanterns that see");
    follow();
  }

  @AfterEach
  void stop() {
    app.close();
  }

  @Test
  void organisation_thatIsNew_isTold_andWhatWasThereIsNot() {
    save("lanterns");
    assertThat(news()).contains("Nothing yet.");
    create("copper-crane", "Lanterns for the harbour");
    create("plain-gull", "Kites");
    follow();
    assertThat(news()).contains("1 unread", "copper-crane").doesNotContain("plain-gull");
    assertThat(findings()).containsExactly("organisation copper-crane");
    change("copper-crane", "Lanterns for the whole harbour", Visibility.PUBLIC);
    change("plain-gull", "Kites and lanterns", Visibility.PUBLIC);
    follow();
    assertThat(findings()).containsExactly("organisation copper-crane", "organisation plain-gull");
    app.post(ann, "/saved-searches/read");
    assertThat(news()).contains("nothing unread", "plain-gull");
  }

  @Test
  void needOfAKnownOrganisation_isTold_ifItHasTheWordsItself() {
    save("lanterns");
    need("silver-egret", "n1", "Lanterns wanted", Visibility.PUBLIC);
    need("silver-egret", "n2", "A pilot site", Visibility.PUBLIC);
    need("silver-egret", "n3", "More lanterns", Visibility.STAFF);
    need("silver-egret", "n4", "Anonymous lanterns", Visibility.ANONYMOUS);
    need("silver-egret", "n5", "Matched lanterns", Visibility.MATCH_ONLY);
    follow();
    assertThat(findings()).containsExactly("need n1");
    assertThat(news()).contains("is looking for: Lanterns wanted");
  }

  @Test
  void filters_areKept_andNarrow() {
    assertThat(
            app.post(ann, "/saved-searches", "q", "", "kind", "startup", "sector", "legaltech")
                .statusCode())
        .isEqualTo(303);
    create("other-sector", "Anything");
    follow();
    assertThat(findings()).isEmpty();
    assertThat(news()).contains("/organisations?kind=startup&amp;sector=legaltech");
  }

  @Test
  void change_ofOnesOwn_isNoNews() {
    Actor owner = app.members().member("owner", "red-kite");
    app.post(owner, "/saved-searches", "q", "lanterns");
    change("red-kite", "Lanterns by us", Visibility.PUBLIC);
    follow();
    assertThat(findings()).isEmpty();
  }

  @Test
  void whatIsHiddenMeanwhile_isToldNowhere() {
    save("lanterns");
    String id = searchId();
    app.post(ann, "/saved-searches/" + id + "/feed", "open", "true");
    String feed = feedPath();
    create("copper-crane", "Lanterns for the harbour");
    create("members-only", "Lanterns for members");
    need("silver-egret", "n1", "Lanterns wanted", Visibility.PUBLIC);
    change("members-only", "Lanterns for members", Visibility.MEMBERS);
    follow();
    assertThat(news()).contains("copper-crane", "members-only", "Lanterns wanted");
    assertThat(app.get(null, feed).body())
        .contains("copper-crane", "Lanterns wanted")
        .doesNotContain("members-only", ann.account().toString());

    change("copper-crane", "Lanterns for the harbour", Visibility.HIDDEN);
    hide("n1");
    await();
    // No step of the watch in between: what was found is as it was.
    assertThat(news()).contains("members-only").doesNotContain("copper-crane", "Lanterns wanted");
    for (String path : List.of(feed, feed.replace("/rss", "/json"))) {
      assertThat(app.get(null, path).body())
          .doesNotContain("copper-crane", "Lanterns wanted", "members-only");
      assertThat(app.get(ann, path).body()).doesNotContain("members-only");
    }
    assertThat(letters()).isEqualTo(1);
    assertThat(letter()).contains("members-only").doesNotContain("copper-crane", "wanted");
    clock.move(Duration.ofDays(1));
    change("copper-crane", "No more of these", Visibility.PUBLIC);
    follow();
    assertThat(letters()).isEqualTo(1);
  }

  @Test
  void words_thatWereTakenAway_areNotToldByWhatTheyFound() {
    save("secretword");
    change("blue-heron", "A secretword by mistake", Visibility.PUBLIC);
    follow();
    assertThat(findings()).hasSize(1);
    change("blue-heron", "Nothing", Visibility.PUBLIC);
    await();
    assertThat(news()).doesNotContain("blue-heron").contains("Nothing yet.");
  }

  @Test
  void step_thatIsDoneTwice_findsOnce() throws Exception {
    save("lanterns");
    String before = place();
    create("copper-crane", "Lanterns for the harbour");
    await();
    // Two nodes at once.
    try (var pool = Executors.newFixedThreadPool(4)) {
      List<Future<Integer>> runs =
          List.of(
              pool.submit(() -> app.app().alerts().watch().follow()),
              pool.submit(() -> app.app().alerts().watch().follow()),
              pool.submit(() -> app.app().alerts().watch().follow()));
      for (Future<Integer> run : runs) {
        run.get();
      }
    }
    assertThat(findings()).containsExactly("organisation copper-crane");
    // A killed node begins again at an older place, even if it had forgotten what it knew.
    app.test().execute("delete from saved_search_known");
    app.test().execute("update alert_place set (position, sequence) = (" + before + ")");
    follow();
    assertThat(findings())
        .as("the organisations that were known are found again, none of them twice")
        .doesNotHaveDuplicates();
  }

  @Test
  void letter_comesOnceADay_andCanBeEndedByItsLink() throws SQLException {
    save("lanterns");
    create("copper-crane", "Lanterns for the harbour");
    follow();
    assertThat(letters()).isEqualTo(1);
    assertThat(letters()).isEqualTo(1);
    create("brass-tern", "Lanterns too");
    follow();
    assertThat(letters()).isEqualTo(1);
    clock.move(Duration.ofHours(24));
    assertThat(letters()).isEqualTo(2);
    assertThat(app.test().query("select template from outbox_mail"))
        .containsExactly("alert-digest", "alert-digest");

    Matcher link = Pattern.compile("/alerts/stop/[A-Za-z0-9_-]{43}").matcher(letter());
    assertThat(link.find()).isTrue();
    assertThat(app.get(null, link.group()).body()).contains("End the letters");
    assertThat(choice()).containsExactly("daily");
    assertThat(app.post(null, link.group(), "List-Unsubscribe", "One-Click").statusCode())
        .isEqualTo(200);
    assertThat(choice()).containsExactly("off");
    create("tin-swan", "Lanterns as well");
    follow();
    assertThat(letters()).isEqualTo(2);
    String weekly = "/saved-searches/letters";
    assertThat(app.post(ann, weekly, "letters", "weekly").statusCode()).isEqualTo(303);
    assertThat(choice()).containsExactly("weekly");
    clock.move(Duration.ofDays(2));
    assertThat(letters()).as("what came meanwhile is old").isEqualTo(2);
    create("iron-stork", "Lanterns once more");
    follow();
    clock.move(Duration.ofDays(3));
    assertThat(letters()).isEqualTo(2);
    clock.move(Duration.ofDays(3));
    assertThat(letters()).isEqualTo(3);
    assertThat(app.get(null, "/alerts/stop/" + "x".repeat(43)).statusCode()).isEqualTo(404);
    assertThat(app.get(null, "/alerts/stop/short").statusCode()).isEqualTo(404);
  }

  @Test
  void feeds_areWellFormed_andEndWithTheirAddress() throws Exception {
    app.post(ann, "/saved-searches", "q", "<lanterns> & co", "name", "For Mr Chan");
    app.post(ann, "/saved-searches/" + searchId() + "/feed", "open", "true");
    String feed = feedPath();
    HttpResponse<String> rss = app.get(null, feed);
    assertThat(rss.headers().firstValue("Content-Type"))
        .contains("application/rss+xml; charset=utf-8");
    var document =
        javax.xml.parsers.DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new java.io.ByteArrayInputStream(rss.body().getBytes("UTF-8")));
    assertThat(document.getElementsByTagName("title").item(0).getTextContent())
        .isEqualTo("Praya: <lanterns> & co");
    assertThat(rss.body()).doesNotContain("Chan", ann.account().toString());
    assertThat(app.get(null, feed.replace("/rss", "/json")).body())
        .contains("https://jsonfeed.org/version/1.1")
        .doesNotContain("Chan");
    app.post(ann, "/saved-searches/" + searchId() + "/feed", "open", "true");
    assertThat(app.get(null, feed).statusCode()).isEqualTo(404);
    String second = feedPath();
    assertThat(app.get(null, second).statusCode()).isEqualTo(200);
    app.post(ann, "/saved-searches/" + searchId() + "/feed");
    assertThat(app.get(null, second).statusCode()).isEqualTo(404);
  }

  @Test
  void search_ofSomebodyElse_isNotThere() {
    save("lanterns");
    String id = searchId();
    Actor bob = app.members().member("bob");
    for (String path : List.of("", "/delete", "/feed")) {
      var answer = app.post(bob, "/saved-searches/" + id + path, "name", "Mine", "open", "true");
      assertThat(answer.statusCode()).isEqualTo(404);
    }
    assertThat(app.call(bob, "DELETE", "/api/v1/saved-searches/" + id, null).statusCode())
        .isEqualTo(404);
    assertThat(app.call(bob, "GET", "/api/v1/saved-searches", null).body()).doesNotContain(id);
    assertThat(app.post(null, "/saved-searches", "q", "x").statusCode()).isEqualTo(303);
    Actor newcomer = app.members().newcomer("new");
    assertThat(app.post(newcomer, "/saved-searches", "q", "x").statusCode()).isNotEqualTo(200);
    assertThat(app.test().count("saved_search")).isEqualTo(1);
  }

  @Test
  void searches_areLimited_andMustAskForSomething() {
    assertThat(app.post(ann, "/saved-searches", "q", "  ").statusCode()).isEqualTo(422);
    assertThat(app.post(ann, "/saved-searches", "q", "x".repeat(301)).statusCode()).isEqualTo(422);
    for (int i = 0; i < 50; i++) {
      save("word" + i);
    }
    assertThat(app.post(ann, "/saved-searches", "q", "more").statusCode()).isEqualTo(409);
    assertThat(app.test().count("saved_search")).isEqualTo(50);
  }

  @Test
  void account_takesAllOfItAway_andErasesIt() {
    save("lanterns");
    app.post(ann, "/saved-searches/letters", "letters", "weekly");
    create("copper-crane", "Lanterns for the harbour");
    follow();
    assertThat(app.call(ann, "GET", "/api/v1/me/data", null).body())
        .contains("\"savedSearches\"", "\"lanterns\"", "\"weekly\"", "\"organisation\"");
    var records = new AlertRecords(app.test().core().database());
    app.test()
        .core()
        .database()
        .inTransaction(() -> {
          records.erase(ann.account());
          return ann;
        });
    for (String table : List.of("saved_search", "saved_search_known", "finding", "alert_choice")) {
      assertThat(app.test().count(table)).as(table).isZero();
    }
  }

  @Test
  void findings_perish() {
    save("lanterns");
    create("copper-crane", "Lanterns for the harbour");
    follow();
    var records = new AlertRecords(app.test().core().database());
    assertThat(records.deleteBefore(clock.instant().minusSeconds(60))).isZero();
    assertThat(records.deleteBefore(clock.instant().plusSeconds(60))).isEqualTo(1);
  }

  private void save(String words) {
    assertThat(app.post(ann, "/saved-searches", "q", words).statusCode()).isEqualTo(303);
  }

  private String searchId() {
    return app.test().query("select id from saved_search").getFirst();
  }

  private String news() {
    return app.get(ann, "/saved-searches").body();
  }

  private String feedPath() {
    Matcher path = Pattern.compile("/feeds/[A-Za-z0-9_-]{43}/rss").matcher(news());
    assertThat(path.find()).isTrue();
    return path.group();
  }

  /** How many were written, the job of the program having perhaps been quicker. */
  private long letters() {
    app.app().alerts().digest().write();
    return app.test().count("outbox_mail");
  }

  /** The text of the letter that was written last, as staff read it in the outbox. */
  private String letter() {
    Actor sam = app.members().staff("sam");
    String id = app.test().query("select id from outbox_mail order by id desc limit 1").getFirst();
    return app.get(sam, "/outbox/" + id).body();
  }

  private List<String> choice() {
    return app.test().query("select letters from alert_choice");
  }

  private String place() {
    return app.test().query("select position || ', ' || sequence from alert_place").getFirst();
  }

  private List<String> findings() {
    return app.test()
        .query(
            "select f.subject || ' ' || case f.subject when 'organisation' then o.slug"
                + " else f.subject_id end from finding f join organisation o"
                + " on o.id = f.organisation_id order by f.id");
  }

  private void follow() {
    await();
    app.app().alerts().watch().follow();
  }

  private void await() {
    app.app().projector().await(app.test().core().changes().horizon() - 1, PATIENCE);
  }

  private void create(String slug, String summary) {
    app.create(about(Records.entry(slug), summary));
  }

  private static Entry about(Entry entry, String summary) {
    var profile = entry.profile();
    return entry.with(
        new praya.domain.Profile(
            profile.name(),
            profile.aliases(),
            profile.kind(),
            Records.text(summary),
            profile.classification(),
            profile.foundedOrIntakeYear(),
            profile.website()));
  }

  private void change(String slug, String summary, Visibility visibility) {
    var organisations = app.test().core().organisations();
    var before = organisations.get(slug, Viewer.STAFF);
    organisations.replace(
        slug,
        before.version(),
        about(before.entry(), summary).with(visibility),
        TestCore.TESTER.because("a test"));
  }

  private void need(String owner, String id, String title, Visibility visibility) {
    app.test()
        .core()
        .exchanges()
        .create(Side.NEED, Records.exchange(owner, title, visibility), id, TestCore.TESTER);
  }

  private void hide(String need) {
    var exchanges = app.test().core().exchanges();
    var before = exchanges.get(Side.NEED, need, Viewer.STAFF);
    exchanges.replace(before, before.content().with(Visibility.HIDDEN), TestCore.TESTER);
  }
}
