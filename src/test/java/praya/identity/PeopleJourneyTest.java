package praya.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import praya.domain.Actor;
import praya.domain.Language;
import praya.domain.Role;
import praya.testkit.BrowserSession;
import praya.testkit.OwnApp;

/**
 * Every way to sign in, with a real provider, a real mail server, and the authenticator of a real
 * browser, in three languages.
 */
@Tag("browser")
class PeopleJourneyTest {
  private static final GreenMail POST =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  /** On Netty: its other server extends a class of JUnit 4, which is not here. */
  private static final MockOAuth2Server PROVIDER =
      new MockOAuth2Server(OAuth2Config.Companion.fromJson("{\"httpServer\": \"NettyWrapper\"}"));

  private static OwnApp app;
  private static String site;

  @BeforeAll
  static void start() throws IOException {
    POST.start();
    PROVIDER.start();
    int port = freePort();
    site = "http://localhost:" + port;
    app =
        OwnApp.start(
            Map.of(
                "PRAYA_PORT",
                Integer.toString(port),
                "PRAYA_PUBLIC_URL",
                site,
                "PRAYA_SMTP_URL",
                "smtp://127.0.0.1:"
                    + POST.getSmtp().getPort()
                    + "?starttls=none&from=praya@ferry.example",
                "PRAYA_OIDC_HARBOUR_ISSUER",
                PROVIDER.issuerUrl("harbour").toString(),
                "PRAYA_OIDC_HARBOUR_CLIENT_ID",
                "praya",
                "PRAYA_OIDC_HARBOUR_CLIENT_SECRET",
                "s3cret",
                "PRAYA_OIDC_HARBOUR_LABEL",
                "Harbour"));
  }

  @AfterAll
  static void stop() {
    app.close();
    PROVIDER.shutdown();
    POST.stop();
  }

  /** Passkeys are bound to a name, so that the address must be known before the start. */
  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Test
  void provider_signsInAndOutInThreeLanguages() {
    for (Language language : Language.values()) {
      try (BrowserSession session = BrowserSession.desk(site)) {
        Page page = session.page();
        session.visit("/sign-in?lang=" + language.tag());
        page.locator("a[href*='/sign-in/provider/harbour']").click();
        page.waitForURL(site + "/account");
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language.tag());
        assertThat(page.locator("main").textContent()).contains("Harbour");
        page.locator("#you summary").click();
        page.locator("#you button").click();
        page.waitForURL(site + "/");
        assertThat(page.locator(".you a[href='/sign-in']").count()).isEqualTo(1);
      }
    }
  }

  @Test
  void mailLink_throughTheMailServer_signsInWithoutScripts() throws Exception {
    for (Language language : Language.values()) {
      String email = "chan-" + language.tag().toLowerCase(java.util.Locale.ROOT) + "@ferry.example";
      try (BrowserSession session = BrowserSession.withoutScripts(site)) {
        Page page = session.page();
        session.visit("/sign-in?next=/centre&lang=" + language.tag());
        page.locator("#email").fill(email);
        page.locator("form[action='/sign-in/mail'] button").click();
        page.waitForURL("**/sign-in/mail");
        page.navigate(site + link(email));
        page.locator("main form button").click();
        page.waitForURL(site + "/centre");
        session.visit("/account");
        assertThat(page.locator("main").textContent()).contains(email);
      }
    }
  }

  /** The path of the link in the newest letter to an address. */
  private static String link(String email) throws Exception {
    assertThat(POST.waitForIncomingEmail(15_000, 1)).isTrue();
    for (int tries = 0; tries < 100; tries++) {
      for (var letter : POST.getReceivedMessages()) {
        if (letter.getAllRecipients()[0].toString().equals(email)) {
          String text = GreenMailUtil.getWholeMessage(letter);
          text = text.replace("=\r\n", "").replace("=3D", "=");
          Matcher found = Pattern.compile("/sign-in/mail\\?token=[A-Za-z0-9_-]{43}").matcher(text);
          assertThat(found.find()).as(text).isTrue();
          return found.group();
        }
      }
      POST.waitForIncomingEmail(200, POST.getReceivedMessages().length + 1);
    }
    throw new AssertionError("There is no letter");
  }

  @Test
  void passkey_isMadeSignsInAndIsRemoved() {
    try (BrowserSession session = BrowserSession.desk(site)) {
      Page page = session.page();
      authenticator(page);
      session.visit("/sign-in?lang=en&token=" + app.core().core().signIn().newLink().text());
      page.locator(".code-entry button").click();
      page.waitForURL(site + "/staff");
      session.visit("/account");
      page.locator("#passkey-add button").click();
      page.waitForSelector(".rename input[type=text]");
      assertThat(page.locator(".rename input[type=text]").inputValue()).isEqualTo("My passkey");
      page.locator(".rename input[type=text]").fill("Ferry phone");
      page.locator(".rename button").click();
      page.waitForFunction(
          "document.querySelector('.rename input[type=text]').value === 'Ferry phone'");

      page.locator("#you summary").click();
      page.locator("#you button").click();
      page.waitForURL(site + "/");
      session.visit("/sign-in?next=/centre");
      page.locator("#passkey-sign-in button").click();
      page.waitForURL(site + "/centre");
      session.visit("/account");
      assertThat(page.locator("main").textContent()).contains("By a passkey");
      page.locator("form[action$='/remove'] button").first().click();
      page.waitForSelector("text=There is no passkey yet.");
    }
  }

  @Test
  void passkey_whoseCounterGoesBack_isACopyAndOpensNothing() throws Exception {
    try (BrowserSession session = BrowserSession.desk(site)) {
      Page page = session.page();
      authenticator(page);
      session.visit("/sign-in?lang=en&token=" + app.core().core().signIn().newLink().text());
      page.locator(".code-entry button").click();
      page.waitForURL(site + "/staff");
      session.visit("/account");
      page.locator("#passkey-add button").click();
      page.waitForSelector(".rename input[type=text]");
      page.locator("#you summary").click();
      page.locator("#you button").click();
      page.waitForURL(site + "/");
      app.core().execute("update passkey set counter = 1000000");
      long sessions = app.core().count("session");
      session.visit("/sign-in?next=/centre");
      page.locator("#passkey-sign-in button").click();
      page.waitForSelector("#passkey-sign-in [role=alert]:not([hidden])");
      session.expectStatus(403);
      assertThat(app.core().count("session")).isEqualTo(sessions);
      app.core().execute("delete from passkey");
    }
  }

  /** An authenticator of the browser itself that says yes to everything. */
  private static void authenticator(Page page) {
    var devTools = page.context().newCDPSession(page);
    devTools.send("WebAuthn.enable");
    var options = new JsonObject();
    options.addProperty("protocol", "ctap2");
    options.addProperty("transport", "internal");
    options.addProperty("hasResidentKey", true);
    options.addProperty("hasUserVerification", true);
    options.addProperty("isUserVerified", true);
    options.addProperty("automaticPresenceSimulation", true);
    var arguments = new JsonObject();
    arguments.add("options", options);
    devTools.send("WebAuthn.addVirtualAuthenticator", arguments);
  }

  @Test
  void pages_inThreeLanguages_areAccessibleAndFit() throws Exception {
    var admin =
        app.core()
            .core()
            .accounts()
            .create(
                new AccountService.Invitation("admin@ferry.example", Role.ADMIN, Language.EN),
                Actor.command("test"));
    var arrival = new SessionService.Arrival(Way.MAIL_LINK, "Firefox/1 Windows", null);
    Path shots = Path.of("target", "screenshots");
    Files.createDirectories(shots);
    for (Language language : Language.values()) {
      for (boolean wide : new boolean[] {true, false}) {
        try (var session = wide ? BrowserSession.desk(site) : BrowserSession.telephone(site)) {
          int width = wide ? 1280 : 390;
          look(session, "/sign-in", language, width);
          String secret = app.core().core().sessions().open(admin, arrival).text();
          session
              .page()
              .evaluate("document.cookie = '__Host-praya=" + secret + "; Path=/; Secure'");
          for (String path : new String[] {"/account", "/account/keys", "/accounts"}) {
            look(session, path, language, width);
          }
        }
      }
    }
  }

  private static void look(BrowserSession session, String path, Language language, int width) {
    session.visit(path + "?lang=" + language.tag());
    String name = path.substring(1).replace('/', '-') + "-" + language.tag() + "-" + width;
    session
        .page()
        .screenshot(
            new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "screenshots", name + ".png")));
    assertThat(session.page().evaluate("document.documentElement.scrollWidth"))
        .as(name)
        .isEqualTo(width);
    session.assertAccessible(name);
  }
}
