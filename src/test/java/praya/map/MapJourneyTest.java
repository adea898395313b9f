package praya.map;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import praya.testkit.BrowserSession;
import praya.testkit.RunningApp;

/** Somebody looks around on the map in a browser, by mouse and by keyboard. */
class MapJourneyTest {
  private static final Path PICTURES = Path.of("target", "pictures", "map");
  private final RunningApp app = RunningApp.shared();

  @Test
  void reader_goesFromTheWholeToOneAndToAnother() {
    try (BrowserSession browser = BrowserSession.desk(app.baseUri())) {
      browser.visit("/map?fictional=true&lang=en");
      browser.assertAccessible("the whole map");
      browser.page().getByLabel("In the middle").fill("wonton-vector");
      browser.page().getByRole(AriaRole.BUTTON, named("Show")).click();
      assertThat(browser.page().locator("h1").textContent()).isEqualTo("Around Wonton Vector");
      int drawn = browser.page().locator(".map-node").count();
      assertThat(drawn).isGreaterThan(5);
      assertThat(browser.page().locator("table tbody tr").count()).isEqualTo(drawn);
      browser.assertAccessible("the map around one");
      browser.page().locator(".map-node").nth(1).focus();
      browser.page().keyboard().press("Enter");
      browser.page().waitForURL("**/organisations/*");
      browser.page().goBack();
      browser.page().getByLabel("Ways to").fill("great-fig-bank");
      browser.page().getByRole(AriaRole.BUTTON, named("Show")).click();
      assertThat(browser.page().locator("h1").textContent())
          .isEqualTo("From Wonton Vector to Great Fig Bank");
      assertThat(browser.page().locator(".map-node").last().textContent()).isNotEmpty();
    }
  }

  @Test
  void pages_fitATelephone() {
    try (BrowserSession browser = BrowserSession.telephone(app.baseUri())) {
      for (String language : List.of("en", "zh-Hant", "zh-Hans")) {
        for (String query :
            List.of("fictional=true", "of=wonton-vector", "of=kapok-bench&steps=1")) {
          browser.visit("/map?" + query + "&lang=" + language);
          browser.assertFits(query + " " + language);
          browser
              .page()
              .screenshot(
                  new Page.ScreenshotOptions()
                      .setFullPage(true)
                      .setPath(
                          PICTURES.resolve(
                              query.replaceAll("\\W", "-") + "-" + language + ".png")));
        }
      }
    }
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }
}
