package praya.weighting;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import praya.testkit.BrowserSession;
import praya.testkit.Members;
import praya.testkit.StewardApp;

/** Staff try and save weights in a browser. */
class WeightsJourneyTest {
  private static final Path PICTURES = Path.of("target", "pictures", "weighting");

  @Test
  void staff_tryAndSave() {
    try (StewardApp app = StewardApp.start();
        BrowserSession browser = BrowserSession.desk(app.baseUri())) {
      browser.signIn(Members.session(app.members().staff("sam").account()));
      browser.visit("/staff/weights?lang=en");
      browser.assertAccessible("the weights");
      browser.page().getByLabel("A need is met by an offer").fill("20");
      browser.page().getByLabel("An offer is wanted").fill("35");
      browser.page().getByLabel("Organisations whose lists to look at").fill("red-kite");
      browser.page().getByRole(AriaRole.BUTTON, named("Show what would change")).click();
      assertThat(browser.page().locator("#effect").textContent())
          .contains("Nothing is saved yet", "Nobody was introduced yet");
      browser.assertAccessible("the weights with what they would change");
      browser.page().getByLabel("Why", new Page.GetByLabelOptions().setExact(true)).fill("A trial");
      browser.page().getByRole(AriaRole.BUTTON, named("Save as a new version")).click();
      assertThat(browser.page().locator(".done").textContent()).contains("It holds from now on");
      assertThat(browser.page().getByLabel("An offer is wanted").inputValue()).isEqualTo("35");
    }
  }

  @Test
  void page_fitsATelephone() {
    try (StewardApp app = StewardApp.start();
        BrowserSession browser = BrowserSession.telephone(app.baseUri())) {
      browser.signIn(Members.session(app.members().staff("sam").account()));
      for (String language : List.of("en", "zh-Hant", "zh-Hans")) {
        browser.visit("/staff/weights?lang=" + language);
        browser.assertFits("weights " + language);
        browser
            .page()
            .screenshot(
                new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(PICTURES.resolve("weights-" + language + ".png")));
      }
    }
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }
}
