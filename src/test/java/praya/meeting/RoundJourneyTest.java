package praya.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import praya.domain.Actor;
import praya.domain.Side;
import praya.domain.Visibility;
import praya.testkit.BrowserSession;
import praya.testkit.Members;
import praya.testkit.Records;
import praya.testkit.StewardApp;
import praya.testkit.TestCore;

/** Staff set up, solve and publish a round in a browser; members meet its suggestions. */
class RoundJourneyTest {
  private static final Path PICTURES = Path.of("target", "pictures", "meeting");

  @Test
  void round_fromDraftToSuggestion() {
    try (StewardApp app = ready();
        BrowserSession browser = BrowserSession.desk(app.baseUri())) {
      Actor sam = app.members().staff("sam");
      Actor ann = app.members().member("ann", "red-kite");
      Actor eve = app.members().member("eve", "grey-owl");
      browser.signIn(Members.session(sam.account()));
      browser.visit("/staff/rounds?lang=en");
      browser.assertAccessible("no rounds");
      assertThat(browser.page().content()).contains("There is no round yet");
      browser.page().getByLabel("Name", exactly()).fill("Autumn");
      browser.page().getByLabel("Those named here").check();
      browser.page().getByLabel("Organisations", exactly()).fill("red-kite\nblue-heron\ngrey-owl");
      browser.page().getByLabel("Must not meet").fill("grey-owl red-kite\ngrey-owl blue-heron");
      picture(browser, "rounds");
      press(browser, "Set up");
      assertThat(browser.page().content()).contains("Draft");
      browser.assertAccessible("a draft");
      press(browser, "Solve");
      browser.assertAccessible("a solved round");
      picture(browser, "solved");
      assertThat(browser.page().content()).contains("Ready for review", "Cap", "weights 2026");
      assertThat(app.get(ann, "/suggestions").body()).contains("Nothing was suggested");
      browser.page().getByLabel("Lock").first().check();
      press(browser, "Solve again");
      assertThat(browser.page().getByLabel("Lock").first().isChecked()).isTrue();
      browser.page().getByLabel("I have looked at the pairs").check();
      press(browser, "Publish as suggestions");
      assertThat(browser.page().content()).contains("nothing changes any more");
      browser.assertAccessible("a published round");
      String id = browser.page().url().replaceFirst(".*/", "").replaceFirst("\\?.*", "");
      files(app, sam, "/staff/rounds/" + id);
      browser.visit("/staff/rounds?lang=en");
      browser.assertAccessible("rounds");
      assertThat(app.get(ann, "/suggestions").body()).contains("Autumn", "/partners/blue-heron");
      assertThat(app.get(eve, "/suggestions").body()).doesNotContain("Autumn");
      assertThat(app.get(sam, "/suggestions").body()).doesNotContain("Autumn");
      assertThat(app.get(null, "/suggestions").statusCode()).isEqualTo(303);
      assertThat(app.get(ann, "/staff/rounds/" + id).statusCode()).isEqualTo(403);
      assertThat(app.get(ann, "/api/v1/rounds/" + id).statusCode()).isEqualTo(403);
      assertThat(app.get(sam, "/api/v1/rounds/" + id).body())
          .contains("\"state\":\"published\"", "\"from\":")
          .doesNotContain("account:");
    }
  }

  private static void files(StewardApp app, Actor sam, String path) {
    assertThat(app.get(sam, path + "/pairs.csv").body()).contains("red-kite", "blue-heron");
    assertThat(app.get(sam, path + "/day.ics?starts=2026-12-01T09:00&rooms=2").body())
        .contains("BEGIN:VEVENT", "DTSTART:20261201T010000Z", "blue-heron – red-kite");
    assertThat(app.get(sam, path + "/day.ics?starts=soon").statusCode()).isEqualTo(400);
  }

  @Test
  void badInput_andStaleVersions_areToldOnThePage() {
    try (StewardApp app = ready()) {
      Actor sam = app.members().staff("sam");
      var wrong = app.post(sam, "/staff/rounds", "name", "", "who", "named", "slots", "0");
      assertThat(wrong.statusCode()).isEqualTo(422);
      assertThat(wrong.body()).contains("The field name", "The field slots (0)");
      var made =
          app.post(
              sam,
              "/staff/rounds",
              "name",
              "Autumn",
              "who",
              "needs",
              "slots",
              "2",
              "floor",
              "1",
              "mostOpen",
              "5",
              "seed",
              "1");
      assertThat(made.statusCode()).isEqualTo(303);
      String path = made.headers().firstValue("Location").orElseThrow();
      var cap = app.post(sam, path, "version", "1", "intent", "solve", "cap", "99");
      assertThat(cap.statusCode()).isEqualTo(422);
      var early = app.post(sam, path, "version", "1", "intent", "publish", "sure", "yes");
      assertThat(early.statusCode()).isEqualTo(409);
      assertThat(app.post(sam, path, "version", "1", "intent", "solve").statusCode())
          .isEqualTo(303);
      assertThat(app.post(sam, path, "version", "1", "intent", "solve").statusCode())
          .isEqualTo(409);
      var unsure = app.post(sam, path, "version", "2", "intent", "publish");
      assertThat(unsure.statusCode()).isEqualTo(422);
      assertThat(app.post(sam, path, "version", "2", "intent", "discard").statusCode())
          .isEqualTo(303);
      assertThat(app.get(sam, path).statusCode()).isEqualTo(404);
      assertThat(app.get(sam, "/staff/rounds/none").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void pages_fitATelephone() {
    try (StewardApp app = ready();
        BrowserSession browser = BrowserSession.telephone(app.baseUri())) {
      Actor sam = app.members().staff("sam");
      var made =
          app.post(
              sam,
              "/staff/rounds",
              "name",
              "Autumn",
              "who",
              "needs",
              "slots",
              "2",
              "floor",
              "1",
              "mostOpen",
              "5",
              "seed",
              "1");
      String path = made.headers().firstValue("Location").orElseThrow();
      app.post(sam, path, "version", "1", "intent", "solve");
      browser.signIn(Members.session(sam.account()));
      for (String language : java.util.List.of("en", "zh-Hant", "zh-Hans")) {
        for (String page : java.util.List.of("/staff/rounds", path, "/suggestions")) {
          browser.visit(page + "?lang=" + language);
          browser.assertFits(page + " " + language);
          picture(
              browser,
              "phone-"
                  + language
                  + "-"
                  + (page.length() > 20 ? "round" : page.substring(page.lastIndexOf('/') + 1)));
        }
      }
    }
  }

  private static StewardApp ready() {
    StewardApp app = StewardApp.start();
    app.create(Records.entry("grey-owl"));
    var exchanges = app.test().core().exchanges();
    exchanges.create(
        Side.NEED,
        Records.exchange("red-kite", "Eyes wanted", Visibility.PUBLIC),
        "need-1",
        TestCore.TESTER);
    exchanges.create(
        Side.OFFER,
        Records.exchange("blue-heron", "Eyes to let", Visibility.PUBLIC),
        "offer-1",
        TestCore.TESTER);
    exchanges.create(
        Side.NEED,
        Records.exchange("blue-heron", "More eyes", Visibility.PUBLIC),
        "need-2",
        TestCore.TESTER);
    exchanges.create(
        Side.OFFER,
        Records.exchange("red-kite", "More eyes to let", Visibility.PUBLIC),
        "offer-2",
        TestCore.TESTER);
    return app;
  }

  private static void press(BrowserSession browser, String name) {
    browser
        .page()
        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
        .click();
  }

  private static Page.GetByLabelOptions exactly() {
    return new Page.GetByLabelOptions().setExact(true);
  }

  private static void picture(BrowserSession browser, String name) {
    browser
        .page()
        .screenshot(
            new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(PICTURES.resolve(name + ".png")));
  }
}
