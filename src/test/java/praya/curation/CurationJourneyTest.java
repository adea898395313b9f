package praya.curation;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import praya.domain.Actor;
import praya.testkit.BrowserSession;
import praya.testkit.Members;
import praya.testkit.StewardApp;

/** Staff try and save another word for a term in a browser, in three languages and two widths. */
class CurationJourneyTest {
  private static final Path PICTURES = Path.of("target", "pictures", "curation");

  @Test
  void staff_tryAndSaveASynonym() {
    try (StewardApp app = StewardApp.start();
        BrowserSession browser = BrowserSession.desk(app.baseUri())) {
      Actor sam = app.members().staff("sam");
      browser.signIn(Members.session(sam.account()));
      browser.visit("/staff/terms/capabilities?lang=en");
      browser.assertAccessible("the list of terms");
      browser.page().getByRole(AriaRole.LINK, named("Retrieval-augmented generation")).click();
      browser.page().getByLabel("Other words for it").fill("RAG\nlook it up first");
      browser.page().getByRole(AriaRole.BUTTON, named("Try it")).click();
      assertThat(browser.page().locator("#effect").textContent()).contains("What would change");
      browser.assertAccessible("the form of a term with its effect");
      browser.page().getByRole(AriaRole.BUTTON, named("Save")).click();
      assertThat(browser.page().locator(".done").textContent()).contains("Saved");
      assertThat(browser.page().getByLabel("Other words for it").inputValue())
          .isEqualTo("RAG\nlook it up first");
    }
  }

  @Test
  void pages_fitATelephone() {
    try (StewardApp app = StewardApp.start();
        BrowserSession browser = BrowserSession.telephone(app.baseUri())) {
      browser.signIn(Members.session(app.members().staff("sam").account()));
      for (String language : List.of("en", "zh-Hant", "zh-Hans")) {
        for (String path : List.of("sectors", "capabilities/rag", "capabilities/new")) {
          browser.visit("/staff/terms/" + path + "?lang=" + language);
          browser.assertFits(path + " " + language);
          browser
              .page()
              .screenshot(
                  new Page.ScreenshotOptions()
                      .setFullPage(true)
                      .setPath(PICTURES.resolve(path.replace('/', '-') + "-" + language + ".png")));
        }
      }
    }
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }
}
