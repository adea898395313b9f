package praya.call;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import praya.testkit.BrowserSession;
import praya.testkit.RunningApp;

/** Somebody reads calls in a browser, and who could answer them together. */
class CallJourneyTest {
  private static final Path PICTURES = Path.of("target", "pictures", "call");
  private final RunningApp app = RunningApp.shared();

  @Test
  void reader_goesFromTheCallsToATeamAndItsMembers() {
    try (BrowserSession browser = BrowserSession.desk(app.baseUri())) {
      browser.visit("/calls?lang=en");
      browser.assertAccessible("the calls");
      picture(browser, "calls-desk");
      browser.page().getByRole(AriaRole.LINK, named("Small models on local silicon")).click();
      assertThat(browser.page().locator("h1").textContent())
          .isEqualTo("Small models on local silicon");
      assertThat(browser.page().locator("#teams > li").count()).isEqualTo(3);
      browser.assertAccessible("a call");
      picture(browser, "call-desk");
      browser.page().locator("#teams .why a").first().click();
      browser.page().waitForURL("**/organisations/*");
    }
  }

  @Test
  void brief_showsTeamsForSeveralCapabilities() {
    try (BrowserSession browser = BrowserSession.desk(app.baseUri())) {
      browser.visit(
          "/briefs?fictional=true&capability=cantonese-speech&capability=model-evaluation&lang=en");
      assertThat(browser.page().locator("#teams > li").count()).isPositive();
      browser.assertAccessible("a brief with teams");
      picture(browser, "brief-desk");
    }
  }

  @Test
  void pages_fitATelephone() {
    try (BrowserSession browser = BrowserSession.telephone(app.baseUri())) {
      for (String language : List.of("en", "zh-Hant", "zh-Hans")) {
        for (String path : List.of("/calls", "/calls/call-01")) {
          browser.visit(path + "?lang=" + language);
          browser.assertFits(path + " " + language);
          picture(browser, path.substring(1).replace('/', '-') + "-" + language);
        }
      }
    }
  }

  private static void picture(BrowserSession browser, String name) {
    browser
        .page()
        .screenshot(
            new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(PICTURES.resolve(name + ".png")));
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }
}
