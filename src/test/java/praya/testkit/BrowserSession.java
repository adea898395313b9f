package praya.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A real browser with one page open at a site. What the browser complains of, in its console or by
 * an error of a script, is kept and must be empty in the end.
 */
public final class BrowserSession implements AutoCloseable {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static Browser browser;

  private final String site;
  private final BrowserContext context;
  private final Page page;
  private final List<String> complaints = new ArrayList<>();

  private BrowserSession(String site, Browser.NewContextOptions options) {
    this.site = site;
    this.context = browser().newContext(options);
    this.page = context.newPage();
    page.onConsoleMessage(message -> {
      if (message.type().equals("error") || message.type().equals("warning")) {
        complaints.add(message.text() + " at " + page.url());
      }
    });
    page.onPageError(error -> complaints.add(error + " at " + page.url()));
  }

  /** Opens a page on a desk, 1280 pixels wide. */
  public static BrowserSession desk(String site) {
    return new BrowserSession(site, new Browser.NewContextOptions().setViewportSize(1280, 900));
  }

  /** Opens a page on a telephone in the dark, 390 pixels wide. */
  public static BrowserSession telephone(String site) {
    return new BrowserSession(
        site,
        new Browser.NewContextOptions().setViewportSize(390, 844).setColorScheme(ColorScheme.DARK));
  }

  /** Opens a page that runs no scripts. */
  public static BrowserSession withoutScripts(String site) {
    return new BrowserSession(site, new Browser.NewContextOptions().setJavaScriptEnabled(false));
  }

  public Page page() {
    return page;
  }

  public void visit(String path) {
    page.navigate(site + path);
  }

  /** Lets the browser hold a session, as if somebody had signed in. */
  public void signIn(String session) {
    page.context()
        .addCookies(
            List.of(
                new Cookie("__Host-praya", session)
                    .setUrl(site.replace("http:", "https:"))
                    .setSecure(true)));
  }

  /** Checks that nothing reaches beyond the side of the screen. */
  public void assertFits(String what) {
    Object wide =
        page.evaluate(
            "document.documentElement.scrollWidth > document.documentElement.clientWidth");
    assertThat(wide).as(what).isEqualTo(false);
  }

  /** Takes back the one complaint about an answer of this status: it was to be expected. */
  public void expectStatus(int status) {
    String said = "the server responded with a status of " + status;
    assertThat(complaints).singleElement().asString().contains(said);
    complaints.clear();
  }

  /** Checks WCAG 2.2 AA and good practice with axe. */
  public void assertAccessible(String what) {
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

  @Override
  public void close() {
    context.close();
    assertThat(complaints).as("complaints of the browser").isEmpty();
  }

  /** One browser serves all tests; it ends with the JVM. */
  private static synchronized Browser browser() {
    if (browser == null) {
      assertThat(Files.exists(CHROMIUM))
          .as(
              "Chromium is missing: apt-get install -y --no-install-recommends chromium"
                  + " fonts-noto-cjk")
          .isTrue();
      Playwright playwright =
          Playwright.create(
              new Playwright.CreateOptions()
                  .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
      List<String> arguments =
          List.of(
              "--no-sandbox",
              "--disable-gpu",
              "--disable-quic",
              "--no-first-run",
              "--disable-background-networking",
              "--disable-component-update",
              "--disable-sync");
      browser =
          playwright
              .chromium()
              .launch(
                  new BrowserType.LaunchOptions().setExecutablePath(CHROMIUM).setArgs(arguments));
      Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
    }
    return browser;
  }
}
