package praya.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import io.javalin.Javalin;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import praya.domain.Language;
import praya.testkit.PaperDoll;

/** The sample pages in a real browser: accessibility, the content policy, keys and live search. */
@Tag("browser")
class BrowserTest {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
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
  private static Playwright playwright;
  private static Browser browser;

  private final List<String> complaints = new ArrayList<>();
  private BrowserContext context;
  private Page page;

  @BeforeAll
  static void start() {
    assertThat(Files.exists(CHROMIUM))
        .as(
            "Chromium is missing: apt-get install -y --no-install-recommends chromium"
                + " fonts-noto-cjk")
        .isTrue();
    server = new PaperDoll().start(0);
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(CHROMIUM)
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
  }

  @AfterAll
  static void stop() {
    browser.close();
    playwright.close();
    server.stop();
  }

  @BeforeEach
  void open() {
    open(new Browser.NewContextOptions().setViewportSize(1280, 900));
  }

  @AfterEach
  void close() {
    context.close();
    assertThat(complaints).as("complaints of the browser").isEmpty();
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
    context.close();
    open(telephone());
    for (String path : PAGES) {
      visit(with(path, "lang=zh-Hant"));
      assertAccessible(path + " zh-Hant");
    }
  }

  @Test
  void pages_onATelephone_doNotScrollSideways() {
    context.close();
    open(telephone());
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
    context.close();
    open(new Browser.NewContextOptions().setJavaScriptEnabled(false));
    visit("/organisations?kind=university");
    page.locator("#search").fill("speech");
    page.locator("#search").press("Enter");
    page.waitForURL("**/organisations?q=speech&kind=university");
    page.locator("#value-kind-university").click();
    page.waitForURL("**/organisations?q=speech");
  }

  private static Browser.NewContextOptions telephone() {
    return new Browser.NewContextOptions()
        .setViewportSize(390, 844)
        .setColorScheme(ColorScheme.DARK);
  }

  private static String with(String path, String parameter) {
    return path + (path.contains("?") ? "&" : "?") + parameter;
  }

  private void open(Browser.NewContextOptions options) {
    context = browser.newContext(options);
    page = context.newPage();
    page.onConsoleMessage(message -> {
      if (message.type().equals("error") || message.type().equals("warning")) {
        complaints.add(message.text() + " at " + page.url());
      }
    });
    page.onPageError(error -> complaints.add(error + " at " + page.url()));
  }

  private void visit(String path) {
    page.navigate("http://127.0.0.1:" + server.port() + path);
  }

  private void assertAccessible(String what) {
    List<String> tags =
        List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    List<Rule> violations = new AxeBuilder(page).withTags(tags).analyze().getViolations();
    assertThat(violations)
        .as(what)
        .extracting(rule ->
            rule.getId()
                + " "
                + rule.getNodes().get(0).getHtml()
                + " "
                + rule.getNodes().get(0).getFailureSummary())
        .isEmpty();
  }
}
