package praya.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static praya.testkit.PlainBrowser.location;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import praya.domain.Actor;
import praya.domain.Language;
import praya.domain.Role;
import praya.testkit.OwnApp;
import praya.testkit.PlainBrowser;

/** What somebody may try at the pages of signing in, and does not achieve. */
class SignInAttackTest {
  private static final String COOKIE = "__Host-praya";

  private final OwnApp app = OwnApp.start(Map.of("PRAYA_SIGN_UP", "closed"));
  private final AccountService accounts = app.core().core().accounts();
  private final SessionService sessions = app.core().core().sessions();
  private final PlainBrowser browser = new PlainBrowser(app.baseUri());

  @AfterEach
  void close() {
    browser.close();
    app.close();
  }

  @Test
  void cookie_isBoundToThisHostAndOutOfReachOfScripts() {
    var answer = browser.post("/sign-in", "token", link());
    assertThat(answer.headers().allValues("Set-Cookie"))
        .singleElement()
        .asString()
        .startsWith(COOKIE + "=")
        .contains("; Path=/", "; Secure", "; HttpOnly", "; SameSite=Lax", "Max-Age=43200")
        .doesNotContain("Domain");
  }

  @Test
  void session_thatWasLaid_isNotTheOneThatSignsIn() {
    browser.cookies().put(COOKIE, "a".repeat(43));
    enter("");
    assertThat(browser.cookies().get(COOKIE)).isNotEqualTo("a".repeat(43));
    assertThat(browser.get("/staff").statusCode()).isEqualTo(200);
    String before = browser.cookies().get(COOKIE);
    enter("");
    try (var thief = new PlainBrowser(app.baseUri())) {
      thief.cookies().put(COOKIE, before);
      assertThat(thief.get("/staff").statusCode()).as("the one before is over").isEqualTo(303);
    }
  }

  @Test
  void role_thatChangesDuringASession_countsAtTheNextRequest() {
    Account account = signedIn(Role.STAFF);
    String before = browser.cookies().get(COOKIE);
    accounts.changeRole(account.id(), Role.MEMBER, Actor.command("test"));
    assertThat(browser.get("/staff").statusCode()).isEqualTo(403);
    assertThat(browser.cookies().get(COOKIE)).as("another secret").isNotEqualTo(before);
    String csrf = browser.formToken("/account");
    assertThat(
            browser.post("/account", "csrf", csrf, "name", "Chan", "language", "en").statusCode())
        .isEqualTo(303);
    accounts.disable(account.id(), Actor.command("test"));
    assertThat(location(browser.get("/account"))).startsWith("/sign-in");
  }

  @Test
  void member_reachesNothingOfStaffOrAdmins() {
    signedIn(Role.MEMBER);
    for (String path : List.of("/staff", "/accounts", "/outbox")) {
      assertThat(browser.get(path).statusCode()).as(path).isEqualTo(403);
    }
    String csrf = browser.formToken("/account");
    String other = accounts.builtIn().id().toString();
    for (String path :
        List.of("/accounts", "/accounts/" + other + "/disable", "/accounts/" + other + "/role")) {
      assertThat(
              browser
                  .post(
                      path, "csrf", csrf, "role", "admin", "reason", "why", "email", "a@b.example")
                  .statusCode())
          .as(path)
          .isEqualTo(403);
    }
    assertThat(
            browser
                .post("/account/keys", "csrf", csrf, "name", "x", "role", "admin", "scope", "read")
                .statusCode())
        .as("a key beyond one's role")
        .isEqualTo(422);
    browser.post("/account", "csrf", csrf, "name", "x", "language", "en", "role", "admin");
    assertThat(browser.get("/accounts").statusCode()).as("mass assignment").isEqualTo(403);
  }

  @Test
  void sessionsAndKeys_ofOthers_areNotThere() {
    Account victim = account("victim@ferry.example", Role.MEMBER);
    sessions.open(victim, new SessionService.Arrival(Way.MAIL_LINK, null, null));
    String theirs = sessions.list(victim.id()).getFirst().id().toString();
    String key =
        app.core()
            .core()
            .keys()
            .create(
                new ApiKeyService.Wish("x", Role.MEMBER, praya.domain.Scope.ALL, null),
                sessions.actor(victim))
            .key()
            .id()
            .toString();
    signedIn(Role.MEMBER);
    String csrf = browser.formToken("/account");
    for (String path :
        List.of(
            "/account/sessions/" + theirs + "/end",
            "/account/keys/" + key + "/rotate",
            "/account/keys/" + key + "/revoke",
            "/account/passkeys/AAAA/remove")) {
      assertThat(browser.post(path, "csrf", csrf, "name", "x").statusCode())
          .as(path)
          .isEqualTo(404);
    }
    assertThat(sessions.list(victim.id())).hasSize(1);
  }

  @Test
  void forms_withoutTheirToken_doNothing() {
    signedIn(Role.MEMBER);
    for (String path :
        List.of(
            "/account",
            "/account/sessions/end",
            "/account/keys",
            "/sign-out",
            "/account/passkeys/begin",
            "/account/identities/remove")) {
      assertThat(browser.post(path, "name", "x", "language", "en").statusCode())
          .as(path)
          .isEqualTo(403);
    }
    assertThat(browser.get("/account").statusCode()).isEqualTo(200);
  }

  @Test
  void answer_toAnAddress_isTheSameWhetherItIsKnown() {
    account("known@ferry.example", Role.MEMBER);
    HttpResponse<String> known = browser.post("/sign-in/mail", "email", "known@ferry.example");
    HttpResponse<String> unknown = browser.post("/sign-in/mail", "email", "nobody@ferry.example");
    assertThat(known.statusCode()).isEqualTo(unknown.statusCode()).isEqualTo(200);
    assertThat(known.body()).isEqualTo(unknown.body()).doesNotContain("@ferry.example");
    assertThat(known.headers().map().keySet()).isEqualTo(unknown.headers().map().keySet());
  }

  @Test
  void next_thatLeadsElsewhere_isForgotten() {
    for (String next : List.of("//evil.example", "/\\evil.example", "https://evil.example")) {
      assertThat(location(enter(next))).isEqualTo("/staff");
      browser.cookies().clear();
    }
    assertThat(location(enter("/centre?a=b"))).isEqualTo("/centre?a=b");
  }

  @Test
  void host_thatTheSenderMadeUp_isInNoLink() throws IOException {
    account("known@ferry.example", Role.MEMBER);
    String form = "email=known@ferry.example";
    String asked =
        raw(
            "POST /sign-in/mail HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                + form.length()
                + "\r\n\r\n"
                + form);
    assertThat(asked).startsWith("HTTP/1.1 200");
    assertThat(SecretScan.tablesThatHold(app.core(), "evil.example")).isEmpty();
    String led =
        raw(
            "GET /account HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n"
                + "Accept: text/html\r\n\r\n");
    assertThat(led).startsWith("HTTP/1.1 303").doesNotContain("evil.example");
  }

  /** Java's own client keeps the host for itself. */
  private String raw(String request) throws IOException {
    try (var socket = new Socket("127.0.0.1", app.app().port())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void cookie_opensNothingOfTheApi() {
    signedIn(Role.ADMIN);
    String cookie = COOKIE + "=" + browser.cookies().get(COOKIE);
    for (String path : List.of("/api/v1/me", "/api/v1/accounts", "/api/v1/keys")) {
      assertThat(app.get(path, "Cookie", cookie).statusCode()).as(path).isEqualTo(401);
    }
  }

  @Test
  void passkey_answersThatAreMadeUp_openNothing() {
    var asked = browser.post("/sign-in/passkey/begin").body();
    String id = asked.replaceFirst("(?s).*\"id\":\"([0-9a-f-]{36})\".*", "$1");
    for (String credential :
        List.of("", "{}", "null", "{\"id\": \"AAAA\", \"type\": \"public-key\"}")) {
      assertThat(browser.post("/sign-in/passkey", "id", id, "credential", credential).statusCode())
          .as(credential)
          .isEqualTo(403);
    }
    assertThat(browser.post("/sign-in/passkey", "id", "x", "credential", "{}").statusCode())
        .isEqualTo(403);
    assertThat(app.core().count("session")).isZero();
    assertThat(app.core().count("passkey_challenge")).as("asked once").isZero();
  }

  /** Signs in by the printed link, from the page as it is for this browser. */
  private HttpResponse<String> enter(String next) {
    String csrf = browser.cookies().containsKey(COOKIE) ? browser.formToken("/sign-in") : "";
    return browser.post("/sign-in", "csrf", csrf, "token", link(), "next", next);
  }

  private String link() {
    return app.core().core().signIn().newLink().text();
  }

  private Account signedIn(Role role) {
    Account account = account("somebody@ferry.example", role);
    var arrival = new SessionService.Arrival(Way.MAIL_LINK, null, null);
    browser.cookies().put(COOKIE, sessions.open(account, arrival).text());
    return account;
  }

  private Account account(String email, Role role) {
    return accounts.create(
        new AccountService.Invitation(email, role, Language.EN), Actor.command("test"));
  }
}
