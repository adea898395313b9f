package praya.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import praya.domain.Actor;
import praya.testkit.BrowserSession;
import praya.testkit.Members;
import praya.testkit.Records;
import praya.testkit.StewardApp;

/** A member saves a search by one click and sees what is new for it, in a browser. */
class SavedSearchJourneyTest {
  private static final Path PICTURES = Path.of("target", "pictures", "alert");

  @Test
  void search_isSavedByOneClick_andWhatIsNewIsSeen() {
    try (StewardApp app = StewardApp.start();
        BrowserSession browser = BrowserSession.desk(app.baseUri())) {
      Actor ann = app.members().member("ann");
      caughtUp(app);
      browser.visit("/organisations?q=harbour+lantern");
      assertThat(browser.page().getByText("Sign in to save this search").count()).isEqualTo(1);
      signIn(browser, app, ann);
      browser.visit("/organisations?q=harbour+lantern&kind=startup");
      shoot(browser, "directory");
      click(browser, "Save this search");
      assertThat(browser.page().url()).contains("/saved-searches");
      assertThat(browser.page().content()).contains("Saved. From now on", "Nothing yet.");
      browser.assertAccessible("the page of saved searches");

      app.create(Records.entry("harbour-lantern", "Harbour Lantern", List.of("computer-vision")));
      caughtUp(app);
      app.app().alerts().watch().follow();
      browser.visit("/saved-searches");
      assertThat(browser.page().locator("#unread").innerText()).isEqualTo("1 unread");
      assertThat(browser.page().locator("#news").innerText()).contains("Harbour Lantern");
      click(browser, "Give it a feed harbour lantern");
      shoot(browser, "saved");
      browser.assertAccessible("the page with a feed and something new");
      click(browser, "Mark all as read");
      assertThat(browser.page().locator("#unread").innerText()).isEqualTo("nothing unread");
      for (String language : List.of("zh-Hant", "zh-Hans")) {
        browser.visit("/saved-searches?lang=" + language);
        shoot(browser, "saved-" + language);
      }
    }
  }

  @Test
  void page_fitsATelephone() {
    try (StewardApp app = StewardApp.start();
        BrowserSession browser = BrowserSession.telephone(app.baseUri())) {
      Actor ann = app.members().member("ann");
      caughtUp(app);
      signIn(browser, app, ann);
      browser.visit("/organisations?q=red+kite&lang=zh-Hant");
      click(browser, "儲存這項搜尋");
      click(browser, "開設訂閱源 red kite");
      shoot(browser, "telephone");
      Object wide =
          browser
              .page()
              .evaluate(
                  "document.documentElement.scrollWidth > document.documentElement.clientWidth");
      assertThat(wide).isEqualTo(false);
    }
  }

  private static void caughtUp(StewardApp app) {
    app.app().projector().await(app.test().core().changes().horizon() - 1, Duration.ofSeconds(30));
  }

  private static void signIn(BrowserSession browser, StewardApp app, Actor actor) {
    browser
        .page()
        .context()
        .addCookies(
            List.of(
                new Cookie("__Host-praya", Members.session(actor.account()))
                    .setUrl(app.baseUri().replace("http://", "https://"))
                    .setSecure(true)));
  }

  private static void click(BrowserSession browser, String button) {
    browser
        .page()
        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
        .first()
        .click();
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
