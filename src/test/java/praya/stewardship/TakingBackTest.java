package praya.stewardship;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import praya.domain.Actor;
import praya.domain.Introduction;
import praya.domain.LocalText;
import praya.domain.Organisation;
import praya.domain.Side;
import praya.domain.Viewer;
import praya.domain.Visibility;
import praya.introduction.IntroductionForm;
import praya.testkit.Records;
import praya.testkit.StewardApp;
import praya.testkit.TestCore;

/** History, undo, merges and delisting, over HTTP. */
class TakingBackTest {
  private static final String API = "/api/v1/organisations/red-kite";
  private final StewardApp app = StewardApp.start();
  private final Actor ann = app.members().member("ann", "red-kite");
  private final Actor sam = app.members().staff("sam");

  @AfterEach
  void close() {
    app.close();
  }

  @Test
  void history_tellsWhoWhenWhyAndWhat() {
    app.patch(ann, API, 1, "{\"summaryEn\":\"A kite that is red\"}");
    String page = app.get(ann, "/organisations/red-kite/history?from=1&to=2").body();
    assertThat(page)
        .contains("the organisation itself", "<ins>", "<del>About</del>")
        .doesNotContain("ann@", ann.account().toString());
    String json = app.get(ann, API + "/versions").body();
    assertThat(json)
        .contains("\"by\":\"organisation\"", "\"changed\":[\"summaryEn\"]", "\"actor\":null");
    assertThat(app.get(sam, API + "/versions").body()).contains("\"actor\":\"key:");
    assertThat(app.get(ann, API + "/versions/1").body()).contains("About red-kite");
    assertThat(app.get(ann, API + "/versions/9").statusCode()).isEqualTo(404);
    assertThat(app.get(ann, API + "/versions/x").statusCode()).isEqualTo(404);
    assertThat(app.get(null, API + "/versions").statusCode()).isEqualTo(401);
  }

  @Test
  void undo_isANewVersion_andNeedsAReason() {
    app.patch(ann, API, 1, "{\"summaryEn\":\"Wrong\"}");
    app.patch(ann, API, 2, "{\"foundedOrIntakeYear\":2020}");
    String path = "/organisations/red-kite/history";
    assertThat(app.post(ann, path, "number", "2", "latest", "3").statusCode()).isEqualTo(422);
    var done = app.post(ann, path, "number", "2", "latest", "3", "reason", "it was wrong");
    assertThat(done.statusCode()).isEqualTo(303);
    assertThat(kite().profile().summary().en()).isEqualTo("About red-kite");
    assertThat(kite().profile().foundedOrIntakeYear()).isEqualTo(2020);
    assertThat(kite().version()).isEqualTo(4);
    assertThat(app.get(ann, path).body()).contains("it was wrong");
  }

  @Test
  void undo_ofWhatWasChangedAgain_isAConflictThatNamesIt() {
    app.patch(ann, API, 1, "{\"summaryEn\":\"First\",\"foundedOrIntakeYear\":2020}");
    app.patch(ann, API, 2, "{\"summaryEn\":\"Second\"}");
    String path = "/organisations/red-kite/history";
    var refused = app.post(ann, path, "number", "2", "latest", "3", "reason", "try");
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("summaryEn").doesNotContain("(foundedOrIntakeYear)");
    assertThat(app.post(ann, path, "number", "3", "latest", "2", "reason", "late").statusCode())
        .isEqualTo(409);
    assertThat(app.post(ann, path, "number", "1", "latest", "3", "reason", "all").statusCode())
        .isEqualTo(409);
    assertThat(kite().version()).isEqualTo(3);
  }

  @Test
  void undo_byMembers_leavesStaffsFieldsAlone() {
    app.patch(sam, API, 1, "{\"kind\":\"enterprise\"}");
    var answer = app.patch(sam.because("x"), API, 1, "{}");
    assertThat(answer.statusCode()).as("no reason header").isEqualTo(422);
    var before = kite();
    var staff = TestCore.TESTER.because("a better kind");
    app.test()
        .core()
        .organisations()
        .replace(
            "red-kite",
            1,
            before.entry().with(StewardApp.withWebsite(before.entry(), null).profile()),
            staff);
    String path = "/organisations/red-kite/history";
    assertThat(app.post(ann, path, "number", "2", "latest", "2", "reason", "ours").statusCode())
        .as("the website is a member's own")
        .isEqualTo(303);
    assertThat(kite().profile().website()).isEqualTo("https://www.red-kite.example/");
  }

  @Test
  void merge_movesEverythingAndTheAddress() {
    var core = app.test().core();
    Actor staff = TestCore.TESTER.because("test");
    app.create(Records.entry("third-owl"));
    for (Side side : Side.values()) {
      core.exchanges()
          .create(
              side, Records.exchange("blue-heron", "Of the heron", Visibility.PUBLIC), null, staff);
    }
    core.relations().create(Records.relation("blue-heron", "third-owl", "partner"), null, staff);
    core.relations().create(Records.relation("third-owl", "red-kite", "partner"), null, staff);
    core.relations().create(Records.relation("blue-heron", "red-kite", "supplier"), null, staff);
    core.relations().create(Records.relation("blue-heron", "third-owl", "customer"), null, staff);
    var day = LocalDate.of(2026, 3, 1);
    core.allocations().create(Records.allocation("blue-heron", 1, day, day), null, staff);
    introduce("intro-1", "blue-heron", "third-owl");
    introduce("intro-2", "red-kite", "blue-heron");
    Actor bob = app.members().member("bob", "blue-heron");

    var asked =
        app.post(ann, "/organisations/red-kite/merge", "merged", "blue-heron", "note", "us");
    assertThat(asked.statusCode()).isEqualTo(303);
    String id = app.test().query("select id from proposal").getFirst();
    assertThat(app.get(sam, "/staff/proposals").body())
        .contains("blue-heron would go into red-kite");
    assertThat(app.post(sam, "/staff/proposals/" + id, "verdict", "accept").statusCode())
        .isEqualTo(303);

    var gone = app.get(null, "/api/v1/organisations/blue-heron");
    assertThat(gone.statusCode()).isEqualTo(308);
    assertThat(gone.headers().firstValue("Location").orElseThrow()).endsWith("/red-kite");
    assertThat(core.exchanges().listOf(Side.NEED, kite().id(), Viewer.STAFF)).hasSize(1);
    assertThat(core.exchanges().listOf(Side.OFFER, kite().id(), Viewer.STAFF)).hasSize(1);
    assertThat(core.allocations().listOf(kite().id(), Viewer.STAFF)).hasSize(1);
    assertThat(core.relations().listOf(kite().id(), Viewer.STAFF))
        .as("a tie of both goes, and one that is told twice")
        .extracting(relation -> relation.content().type())
        .containsExactlyInAnyOrder("partner", "customer");
    assertThat(core.introductions().latest(9))
        .as("one of the two with each other goes")
        .singleElement()
        .extracting(Introduction::fromId)
        .isEqualTo(kite().id());
    assertThat(app.members().again(bob).organisations()).containsExactly(kite().id());
    assertThat(
            app.test()
                .query(
                    "select count(*) from change where entity = 'organisation' and action ="
                        + " 'deleted'"))
        .containsExactly("1");
  }

  private void introduce(String id, String from, String to) {
    var course =
        new Introduction.Course(
            null,
            null,
            LocalDate.of(2026, 3, 1),
            null,
            Introduction.Status.EXPIRED,
            Introduction.Outcome.NONE,
            null);
    app.test()
        .core()
        .introductions()
        .put(
            new IntroductionForm(id, from, to, course, LocalText.of(null, null), true),
            TestCore.TESTER);
  }

  @Test
  void merge_ofRealAndFictional_isRefused() {
    app.create(Records.real(Records.entry("real-owl")));
    for (String other : new String[] {"real-owl", "red-kite", "nobody"}) {
      var answer = app.post(ann, "/organisations/red-kite/merge", "merged", other);
      assertThat(answer.statusCode()).as(other).isEqualTo(422);
    }
    assertThat(app.test().count("proposal")).isZero();
  }

  @Test
  void delisting_hidesAndComesBack() {
    assertThat(app.post(ann, "/organisations/red-kite/delisting", "note", "we closed").statusCode())
        .isEqualTo(303);
    assertThat(app.post(ann, "/organisations/red-kite/delisting").statusCode()).isEqualTo(409);
    assertThat(app.get(null, "/organisations/red-kite").statusCode()).isEqualTo(200);
    String id = app.test().query("select id from delisting").getFirst();
    assertThat(app.get(sam, "/staff/delistings").body()).contains("we closed");
    assertThat(app.post(sam, "/staff/delistings/" + id, "verdict", "accept").statusCode())
        .isEqualTo(303);
    assertThat(app.get(null, "/organisations/red-kite").statusCode()).isEqualTo(404);
    assertThat(app.get(null, API).statusCode()).isEqualTo(404);
    assertThat(app.post(sam, "/staff/delistings/" + id, "verdict", "reverse").statusCode())
        .isEqualTo(422);
    assertThat(
            app.post(
                    sam, "/staff/delistings/" + id, "verdict", "reverse", "reason", "they are back")
                .statusCode())
        .isEqualTo(303);
    assertThat(app.get(null, "/organisations/red-kite").statusCode()).isEqualTo(200);
    assertThat(app.test().query("select template from outbox_mail order by created_at, id"))
        .endsWith("delisted", "listed-again");
  }

  @Test
  void delisting_thatIsRefused_tellsWhy() {
    app.post(ann, "/organisations/red-kite/delisting", "note", "we closed");
    assertThat(app.get(sam, "/staff").body())
        .containsPattern("/staff/delistings\">[^<]*</a> <span class=\"badge\">1<");
    String id = app.test().query("select id from delisting").getFirst();
    String path = "/staff/delistings/" + id;
    assertThat(app.post(sam, path, "verdict", "refuse").statusCode()).isEqualTo(422);
    app.post(sam, path, "verdict", "refuse", "reason", "the company is alive");
    assertThat(app.test().query("select template from outbox_mail order by created_at, id"))
        .endsWith("delisting-refused");
    assertThat(app.get(null, "/organisations/red-kite").statusCode()).isEqualTo(200);
  }

  private Organisation kite() {
    return app.test().core().organisations().get("red-kite", Viewer.STAFF);
  }
}
