package praya.stewardship;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import praya.domain.Actor;
import praya.testkit.BrowserSession;
import praya.testkit.Members;
import praya.testkit.StewardApp;

/** A member claims an organisation by mail, edits it, and takes the change back, in a browser. */
class StewardJourneyTest {
  private static final Path PICTURES = Path.of("target", "pictures", "stewardship");

  @Test
  void member_claimsEditsAndTakesBack() {
    try (StewardApp app = StewardApp.start();
        BrowserSession browser = BrowserSession.desk(app.baseUri())) {
      Actor ann = app.members().member("ann");
      Actor sam = app.members().staff("sam");
      browser.signIn(Members.session(ann.account()));
      browser.visit("/organisations/red-kite");
      click(browser, AriaRole.LINK, "Is this your organisation?");
      shoot(browser, "claim");
      browser.page().getByLabel("Your address at").fill("ann@red-kite.example");
      click(browser, AriaRole.BUTTON, "Send the link");
      assertThat(browser.page().content()).contains("A letter is on its way");

      browser.visit(link(app, sam));
      click(browser, AriaRole.BUTTON, "Yes, I act for it");
      assertThat(browser.page().content()).contains("You now look after this profile.");
      shoot(browser, "edit");
      browser.assertAccessible("the page for editing");

      browser.page().getByLabel("Summary", exactly()).fill("We make kites that watch.");
      click(browser, AriaRole.BUTTON, "Preview");
      shoot(browser, "preview");
      click(browser, AriaRole.BUTTON, "Save");
      browser.visit("/organisations/red-kite/history?from=1&to=2");
      shoot(browser, "history");
      browser.assertAccessible("the page of the history");
      browser.page().getByText("Take back").first().click();
      browser.page().getByLabel("Why?").first().fill("It was a try");
      click(browser, AriaRole.BUTTON, "Take this change back");
      assertThat(browser.page().content()).contains("It was a try");
      for (String language : List.of("zh-Hant", "zh-Hans")) {
        browser.visit("/organisations/red-kite/edit?lang=" + language);
        shoot(browser, "edit-" + language);
      }
    }
  }

  @Test
  void pages_fitATelephone() {
    try (StewardApp app = StewardApp.start();
        BrowserSession browser = BrowserSession.telephone(app.baseUri())) {
      Actor ann = app.members().member("ann", "red-kite");
      browser.signIn(Members.session(ann.account()));
      for (String path :
          List.of(
              "/organisations/red-kite/edit?lang=zh-Hant",
              "/organisations/red-kite/history?from=1&to=1",
              "/organisations/red-kite/needs/new",
              "/organisations/blue-heron/claim?lang=zh-Hans")) {
        browser.visit(path);
        shoot(browser, "telephone" + path.replaceAll("[^a-z]+", "-"));
        browser.assertFits(path);
      }
    }
  }

  private static Page.GetByLabelOptions exactly() {
    return new Page.GetByLabelOptions().setExact(true);
  }

  private static void click(BrowserSession browser, AriaRole role, String name) {
    browser.page().getByRole(role, new Page.GetByRoleOptions().setName(name)).first().click();
  }

  /** The link of the newest letter, as staff read it while no mail server is set. */
  private static String link(StewardApp app, Actor staff) {
    String outbox = app.get(staff, "/outbox").body();
    Matcher letter = Pattern.compile("href=\"(/outbox/[0-9a-f-]+)\"").matcher(outbox);
    assertThat(letter.find()).isTrue();
    String text = app.get(staff, letter.group(1)).body();
    Matcher link = Pattern.compile("/claims/confirm\\?token=[A-Za-z0-9_-]+").matcher(text);
    assertThat(link.find()).isTrue();
    return link.group();
  }

  private static void shoot(BrowserSession browser, String name) {
    browser
        .page()
        .screenshot(
            new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(PICTURES.resolve(name + ".png")));
  }
}
