package praya.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.javalin.Javalin;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import praya.domain.Language;
import praya.testkit.BrowserSession;
import praya.testkit.PaperDoll;

/** The sample pages in a real browser: accessibility, the content policy, keys and live search. */
@Tag("browser")
class BrowserTest {
  private static final List<String> PAGES =
      List.of(
          "/",
          "/organisations",
          "/organisations?kind=startup&kind=bogus&q=speech",
          "/organisations?view=table",
          "/organisations?kind=nowhere",
          "/organisations/great-fig-bank",
          "/organisations/wanglu-wenduji",
          "/organisations/hkma",
          "/centre",
          "/about",
          "/api",
          "/sign-in",
          "/staff",
          "/error/404",
          "/error/500");

  private static Javalin server;

  private BrowserSession session;
  private Page page;

  @BeforeAll
  static void start() {
    server = new PaperDoll().start(0);
  }

  @AfterAll
  static void stop() {
    server.stop();
  }

  @BeforeEach
  void open() {
    use(BrowserSession.desk(site()));
  }

  @AfterEach
  void close() {
    session.close();
  }

  @Test
  void pages_onADesk_haveNoAccessibilityViolation() {
    for (String path : PAGES) {
      visit(with(path, "theme=light"));
      assertAccessible(path + " light");
    }
    for (String path : PAGES.subList(0, 2)) {
      visit(with(path, "theme=dark"));
      assertAccessible(path + " dark");
    }
  }

  @Test
  void pages_inChineseOnATelephoneInTheDark_haveNoAccessibilityViolation() {
    session.close();
    use(BrowserSession.telephone(site()));
    for (String path : PAGES) {
      visit(with(path, "lang=zh-Hant"));
      assertAccessible(path + " zh-Hant");
    }
  }

  @Test
  void pages_onATelephone_doNotScrollSideways() {
    session.close();
    use(BrowserSession.telephone(site()));
    for (Language language : Language.values()) {
      for (String path : PAGES) {
        visit(with(path, "lang=" + language.tag()));
        assertThat(page.evaluate("document.documentElement.scrollWidth"))
            .as(path + " " + language.tag())
            .isEqualTo(390);
      }
    }
  }

  @Test
  void keys_moveThroughTheListAndOpenPages() {
    visit("/organisations");
    page.keyboard().press("j");
    page.keyboard().press("j");
    page.keyboard().press("k");
    assertThat(page.locator(".row-current").count()).isEqualTo(1);
    page.keyboard().press("Enter");
    page.waitForURL("**/organisations/*");
    page.keyboard().press("/");
    assertThat(page.evaluate("document.activeElement.id")).isEqualTo("search");
    page.keyboard().press("Escape");
    page.keyboard().press("?");
    assertThat(page.locator("#help").isVisible()).isTrue();
    page.keyboard().press("Escape");
    assertThat(page.locator("#help").isVisible()).isFalse();
    page.keyboard().press("g");
    page.keyboard().press("c");
    page.waitForURL("**/centre");
  }

  @Test
  void keys_switchedOff_doNothing() {
    visit("/organisations");
    page.keyboard().press("?");
    page.locator("#keys-on").uncheck();
    page.keyboard().press("Escape");
    page.keyboard().press("j");
    assertThat(page.locator(".row-current").count()).isZero();
  }

  @Test
  void suggestions_areAComboboxForTheKeyboard() {
    visit("/");
    page.locator("#search").pressSequentially("gre");
    page.waitForSelector("[role=option]");
    assertThat(page.locator("#search").getAttribute("aria-expanded")).isEqualTo("true");
    assertAccessible("suggestions");
    page.keyboard().press("ArrowDown");
    String active = page.locator("#search").getAttribute("aria-activedescendant");
    assertThat(page.locator("#" + active).getAttribute("aria-selected")).isEqualTo("true");
    page.keyboard().press("Enter");
    page.waitForURL("**/organisations/great-fig-bank");
  }

  @Test
  void facet_clicked_swapsTheListAndKeepsAddressAndFocus() {
    visit("/organisations");
    page.evaluate("window.sameDocument = true");
    page.locator("#value-kind-university").click();
    page.waitForURL("**/organisations?kind=university");
    page.waitForSelector(".chip");
    assertThat(page.evaluate("window.sameDocument")).isEqualTo(true);
    assertThat(page.locator("#announcement").textContent()).contains("organisations");
    assertThat(page.evaluate("document.activeElement.id")).isEqualTo("value-kind-university");
  }

  @Test
  void search_typed_swapsTheListAndKeepsTheFilter() {
    visit("/organisations");
    page.evaluate("window.sameDocument = true");
    page.locator("#value-kind-university").click();
    page.waitForURL("**/organisations?kind=university");
    page.waitForSelector(".chip");
    page.locator("#search").pressSequentially("speech");
    page.waitForURL("**/organisations?q=speech&kind=university");
    page.waitForSelector("mark");
    assertThat(page.evaluate("window.sameDocument")).isEqualTo(true);
    assertThat(page.evaluate("document.activeElement.id")).isEqualTo("search");
    page.locator("#search").fill("");
    page.waitForURL("**/organisations?kind=university");
  }

  @Test
  void search_withoutJavaScript_isAPlainForm() {
    session.close();
    use(BrowserSession.withoutScripts(site()));
    visit("/organisations?kind=university");
    page.locator("#search").fill("speech");
    page.locator("#search").press("Enter");
    page.waitForURL("**/organisations?q=speech&kind=university");
    page.locator("#value-kind-university").click();
    page.waitForURL("**/organisations?q=speech");
  }

  private static String with(String path, String parameter) {
    return path + (path.contains("?") ? "&" : "?") + parameter;
  }

  private static String site() {
    return "http://127.0.0.1:" + server.port();
  }

  private void use(BrowserSession other) {
    session = other;
    page = other.page();
  }

  private void visit(String path) {
    session.visit(path);
  }

  private void assertAccessible(String what) {
    session.assertAccessible(what);
  }
}
