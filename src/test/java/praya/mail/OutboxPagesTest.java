package praya.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import praya.domain.Language;
import praya.domain.MailAddress;
import praya.testkit.BrowserSession;
import praya.testkit.OwnApp;

/** The outbox in the browser of staff, and for everybody else. */
class OutboxPagesTest {
  private static final String HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>";
  private static OwnApp app;
  private static String cookie;

  @BeforeAll
  static void start() {
    app = OwnApp.start(Map.of());
    HttpResponse<String> signedIn =
        app.post("/sign-in", "token=" + app.app().core().signIn().newLink().text());
    cookie = signedIn.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  private static MailService mail() {
    return app.app().core().mail();
  }

  private static String put(String key, Language language, MailTemplate template) {
    mail()
        .put(
            new Letter(
                key,
                MailAddress.of("to", "chan.tai-man@harbour.example"),
                language,
                template,
                template.arguments().stream().map(a -> HOSTILE).toList(),
                "/organisations/paper-ferry"));
    return app.core().query("select id from outbox_mail where key = '" + key + "'").getFirst();
  }

  @Test
  void outbox_isForStaffOnly() {
    String id = put("staff-only", Language.EN, MailTemplate.DELISTED);
    for (String path : List.of("/outbox", "/outbox/" + id, "/outbox/" + id + "/html")) {
      HttpResponse<String> answer = app.get(path);
      assertThat(answer.statusCode()).as(path).isIn(303, 401);
      assertThat(answer.body()).doesNotContain("harbour.example");
      assertThat(asStaff(path).statusCode()).as(path).isEqualTo(200);
      assertThat(asStaff(path).headers().firstValue("Cache-Control")).contains("no-store");
    }
    assertThat(app.post("/outbox/" + id + "/again", "").statusCode()).isIn(303, 401, 403);
  }

  @Test
  void letter_hostile_staysText() {
    String id = put("hostile", Language.EN, MailTemplate.PROPOSAL_REFUSED);
    assertThat(asStaff("/outbox/" + id).body())
        .contains("&lt;script&gt;alert(1)")
        .doesNotContain("<script>alert", "<img src=x");
    HttpResponse<String> html = asStaff("/outbox/" + id + "/html");
    assertThat(html.body()).doesNotContain("<script", "<img");
    assertThat(html.headers().firstValue("Content-Security-Policy").orElseThrow())
        .startsWith("sandbox allow-top-navigation-by-user-activation; default-src 'none'")
        .doesNotContain("allow-scripts", "allow-same-origin");
  }

  @Test
  void letter_thatIsNone_isNotFound() {
    for (String id : List.of("x", "00000000-0000-0000-0000-000000000000", "..%2Fstaff")) {
      assertThat(asStaff("/outbox/" + id).statusCode()).as(id).isEqualTo(404);
      assertThat(asStaff("/outbox/" + id + "/html").statusCode()).as(id).isEqualTo(404);
    }
  }

  @Test
  void again_ofALetterThatIsNotDead_isRefused() throws Exception {
    String id = put("alive", Language.EN, MailTemplate.DELISTED);
    assertThat(app.post("/outbox/" + id + "/again", "", "Cookie", cookie).statusCode())
        .as("without the token of a form")
        .isEqualTo(403);
    String page = asStaff("/outbox/" + id).body();
    String csrf = page.replaceFirst("(?s).*name=\"csrf\" value=\"([^\"]+)\".*", "$1");
    assertThat(app.post("/outbox/" + id + "/again", "csrf=" + csrf, "Cookie", cookie).statusCode())
        .isEqualTo(409);
    app.core().execute("update outbox_mail set state = 'dead' where key = 'alive'");
    assertThat(app.post("/outbox/" + id + "/again", "csrf=" + csrf, "Cookie", cookie).statusCode())
        .isEqualTo(303);
    assertThat(app.core().query("select state from outbox_mail where key = 'alive'"))
        .containsExactly("queued");
  }

  @Test
  void outbox_inThreeLanguages_canBeReadAndUsed() throws Exception {
    app.core().execute("delete from outbox_mail");
    try (BrowserSession session = BrowserSession.desk(app.baseUri())) {
      Page page = session.page();
      session.visit("/sign-in?token=" + app.app().core().signIn().newLink().text());
      page.locator("form[action='/sign-in'] button").click();
      session.visit("/outbox");
      assertThat(page.locator(".none").textContent()).contains("There is no letter yet");
      session.assertAccessible("empty outbox");
      put("sign-in/1", Language.ZH_HANT, MailTemplate.SIGN_IN_LINK);
      put("claim/1", Language.ZH_HANS, MailTemplate.CLAIM_ACCEPTED);
      put("delisted/1", Language.EN, MailTemplate.DELISTED);
      put("still-true/1", Language.EN, MailTemplate.STILL_TRUE);
      app.core()
          .execute(
              "update outbox_mail set state = 'dead', error = 'refused 550', attempts = 1"
                  + " where key = 'delisted/1'");
      app.core()
          .execute(
              "update outbox_mail set state = 'sent', sent_at = now(), body = null, attempts = 1"
                  + " where key = 'still-true/1'");
      for (Language language : Language.values()) {
        session.visit("/outbox?lang=" + language.tag());
        assertThat(page.locator("tbody tr").count()).isEqualTo(4);
        session.assertAccessible("outbox " + language.tag());
        shoot(page, "outbox-" + language.tag());
        page.locator("tbody a").last().click();
        assertThat(page.locator("pre.letter").textContent()).contains("/organisations/paper-ferry");
        session.assertAccessible("letter " + language.tag());
        shoot(page, "letter-" + language.tag());
      }
      session.visit("/outbox?lang=en");
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Try again")).click();
      assertThat(page.locator("dl.facts").textContent()).contains("Waiting");
      page.getByText("Show the HTML part by itself").click();
      Locator link = page.getByText("See what is left");
      assertThat(link.isVisible()).isTrue();
      shoot(page, "html");
      link.click();
      page.waitForURL("**/organisations/paper-ferry");
    }
  }

  @Test
  void outbox_onATelephone_fits() {
    put("telephone", Language.ZH_HANT, MailTemplate.CLAIM_REFUSED);
    try (BrowserSession session = BrowserSession.telephone(app.baseUri())) {
      session.visit("/sign-in?token=" + app.app().core().signIn().newLink().text());
      session.page().locator("form[action='/sign-in'] button").click();
      session.visit("/outbox");
      session.assertAccessible("outbox on a telephone");
      shoot(session.page(), "telephone");
      session.page().locator("tbody a").first().click();
      shoot(session.page(), "telephone-letter");
      assertThat(session.page().evaluate("document.documentElement.scrollWidth <= innerWidth"))
          .isEqualTo(true);
    }
  }

  private static HttpResponse<String> asStaff(String path) {
    return app.get(path, "Cookie", cookie);
  }

  private static void shoot(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(Path.of("target", "screenshots", "outbox-" + name + ".png")));
  }
}
