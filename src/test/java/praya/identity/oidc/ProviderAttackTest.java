package praya.identity.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static praya.testkit.PlainBrowser.location;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import praya.domain.Actor;
import praya.domain.Language;
import praya.domain.Role;
import praya.identity.AccountService;
import praya.testkit.OwnApp;
import praya.testkit.PlainBrowser;

/** What a provider, another site or somebody with a stolen code may try, and does not achieve. */
class ProviderAttackTest {
  private final FakeProvider harbour = new FakeProvider();
  private final FakeProvider pier = new FakeProvider();
  private final OwnApp app = OwnApp.start(settings("open"));
  private final PlainBrowser browser = new PlainBrowser(app.baseUri());

  private Map<String, String> settings(String signUp) {
    return Map.of(
        "PRAYA_OIDC_HARBOUR_ISSUER",
        harbour.issuer(),
        "PRAYA_OIDC_HARBOUR_CLIENT_ID",
        "praya",
        "PRAYA_OIDC_HARBOUR_CLIENT_SECRET",
        "s3cret",
        "PRAYA_OIDC_PIER_ISSUER",
        pier.issuer(),
        "PRAYA_OIDC_PIER_CLIENT_ID",
        "praya",
        "PRAYA_SIGN_UP",
        signUp);
  }

  @AfterEach
  void close() {
    browser.close();
    app.close();
    harbour.close();
    pier.close();
  }

  @Test
  void signIn_makesAnAccountWithoutARole_andFindsItAgain() {
    var question = begin(browser, "harbour");
    assertThat(question.get("code_challenge_method")).containsExactly("S256");
    assertThat(question.get("redirect_uri"))
        .containsExactly(app.baseUri() + "/sign-in/provider/harbour/back");
    harbour.idToken =
        harbour.signed(
            claims(question).claim("roles", List.of("admin")).claim("role", "admin").build());
    assertThat(location(back(browser, "harbour", question))).isEqualTo("/account");
    assertThat(app.core().query("select role from account where not built_in"))
        .containsExactly("member");
    assertThat(harbour.asked).anyMatch(request -> request.contains("code_verifier="));

    try (var other = new PlainBrowser(app.baseUri())) {
      var again = begin(other, "harbour");
      harbour.idToken = harbour.signed(claims(again).build());
      back(other, "harbour", again);
      assertThat(other.get("/account").statusCode()).isEqualTo(200);
    }
    assertThat(app.core().count("external_identity")).isEqualTo(1);
  }

  @Test
  void tokens_thatAreNotGood_openNothing() {
    var good = new LinkedHashMap<String, java.util.function.UnaryOperator<JWTClaimsSet.Builder>>();
    good.put("wrong audience", claims -> claims.audience("somebody else"));
    good.put("wrong issuer", claims -> claims.issuer("https://login.example"));
    good.put("issuer of another provider", claims -> claims.issuer(pier.issuer()));
    good.put(
        "expired", claims -> claims.expirationTime(new Date(System.currentTimeMillis() - 120_000)));
    good.put("no expiry", claims -> claims.expirationTime(null));
    good.put("another nonce", claims -> claims.claim("nonce", "n".repeat(43)));
    good.put("no nonce", claims -> claims.claim("nonce", null));
    good.put("no subject", claims -> claims.subject(null));
    good.forEach((what, change) -> {
      var question = begin(browser, "harbour");
      harbour.idToken = harbour.signed(change.apply(claims(question)).build());
      assertRefused(what, back(browser, "harbour", question));
    });
    var question = begin(browser, "harbour");
    harbour.idToken = FakeProvider.unsigned(claims(question).build());
    assertRefused("alg none", back(browser, "harbour", question));
    question = begin(browser, "harbour");
    harbour.idToken = harbour.signedWithThePublicKey(claims(question).build());
    assertRefused("public key as a shared secret", back(browser, "harbour", question));
    question = begin(browser, "harbour");
    harbour.idToken = FakeProvider.signed(claims(question).build(), FakeProvider.key("one"));
    assertRefused("false key under a true name", back(browser, "harbour", question));
    question = begin(browser, "harbour");
    harbour.idToken = pier.signed(claims(question).build());
    assertRefused("key of another provider", back(browser, "harbour", question));
    question = begin(browser, "harbour");
    harbour.idToken = "not.a.token";
    assertRefused("no token", back(browser, "harbour", question));
    assertThat(app.core().count("session")).isZero();
  }

  @Test
  void state_thatIsForgedReplayedOrOfAnother_opensNothing() {
    var question = begin(browser, "harbour");
    harbour.idToken = harbour.signed(claims(question).build());
    String state = question.get("state").getFirst();
    assertRefused("forged", browser.get(backPath("harbour", "f".repeat(43), "c")));
    assertRefused("without", browser.get("/sign-in/provider/harbour/back?code=c"));
    assertRefused("for another provider", browser.get(backPath("pier", state, "c")));
    try (var other = new PlainBrowser(app.baseUri())) {
      begin(other, "harbour");
      assertRefused("in another browser", other.get(backPath("harbour", state, "c")));
    }
    assertRefused(
        "issuer of another in the answer",
        browser.get(backPath("harbour", state, "c") + "&iss=https://login.example"));
    question = begin(browser, "harbour");
    harbour.idToken = harbour.signed(claims(question).build());
    assertThat(location(back(browser, "harbour", question))).isEqualTo("/account");
    assertRefused("replayed", back(browser, "harbour", question));
  }

  @Test
  void code_ofSomebodyElse_broughtIntoOnesOwnSignIn_opensNothing() {
    try (var attacker = new PlainBrowser(app.baseUri())) {
      var theirs = begin(attacker, "harbour");
      var mine = begin(browser, "harbour");
      // The token for the injected code carries the nonce of the sign-in that it was made for.
      harbour.idToken = harbour.signed(claims(mine).subject("victim").build());
      assertRefused("injected", back(attacker, "harbour", theirs));
    }
  }

  @Test
  void attempt_thatTookTooLong_isOver() throws Exception {
    var question = begin(browser, "harbour");
    harbour.idToken = harbour.signed(claims(question).build());
    app.core().execute("update provider_attempt set expires_at = now() - interval '1 second'");
    assertRefused("late", back(browser, "harbour", question));
  }

  @Test
  void address_isBelievedOnlyWhenVerified_andOnlyOnce() {
    var staff =
        app.core()
            .core()
            .accounts()
            .create(
                new AccountService.Invitation("chan@paper-ferry.example", Role.STAFF, Language.EN),
                Actor.command("test"));
    var question = begin(browser, "harbour");
    harbour.idToken =
        harbour.signed(claims(question).claim("email", "chan@paper-ferry.example").build());
    back(browser, "harbour", question);
    assertThat(browser.get("/staff").statusCode()).as("unverified").isEqualTo(403);

    try (var other = new PlainBrowser(app.baseUri())) {
      question = begin(other, "harbour");
      harbour.idToken =
          harbour.signed(verified(question, "subject-2", "Chan@paper-ferry.example").build());
      assertThat(location(back(other, "harbour", question))).isEqualTo("/staff");
      question = begin(other, "harbour");
      harbour.idToken =
          harbour.signed(verified(question, "subject-3", "chan@paper-ferry.example").build());
      assertRefused("a second subject for one address", back(other, "harbour", question));

      app.core().core().accounts().disable(staff.id(), Actor.command("test"));
      assertThat(other.get("/staff").statusCode()).as("disabled during a session").isEqualTo(303);
      question = begin(other, "harbour");
      harbour.idToken = harbour.signed(claims(question).subject("subject-2").build());
      assertRefused("disabled", back(other, "harbour", question));
    }
  }

  @Test
  void provider_thatIsDownOrLies_isToldAndOtherWaysWork() {
    harbour.description =
        text -> text.replace(harbour.issuer() + "/token", "http://10.0.0.1/token");
    assertThat(browser.get("/sign-in/provider/harbour").statusCode()).isEqualTo(503);
    harbour.description = text -> text.replace("\"issuer\": \"http", "\"issuer\": \"https");
    assertThat(browser.get("/sign-in/provider/harbour").statusCode()).isEqualTo(503);
    harbour.description = text -> "x".repeat(1_000_000);
    assertThat(browser.get("/sign-in/provider/harbour").statusCode()).isEqualTo(503);
    harbour.description = text -> text.replace("/it/keys", "/it/elsewhere");
    var question = begin(browser, "harbour");
    harbour.idToken = harbour.signed(claims(question).build());
    int before = harbour.asked.size();
    assertThat(back(browser, "harbour", question).statusCode()).isEqualTo(503);
    assertThat(harbour.asked.subList(before, harbour.asked.size()))
        .as("a redirect is not followed")
        .noneMatch(path -> path.startsWith("/it/keys"));
    pier.close();
    HttpResponse<String> down = browser.get("/sign-in/provider/pier?lang=en");
    assertThat(down.statusCode()).isEqualTo(503);
    assertThat(down.body()).contains("does not answer at the moment", "action=\"/sign-in/mail\"");
    assertThat(browser.get("/sign-in/provider/nobody").statusCode()).isEqualTo(404);
  }

  @Test
  void closedSite_knowsNobodyNew() {
    try (OwnApp closed = OwnApp.start(settings("closed"));
        var visitor = new PlainBrowser(closed.baseUri())) {
      URI there = URI.create(location(visitor.get("/sign-in/provider/harbour")));
      var question = URLUtils.parseParameters(there.getRawQuery());
      harbour.idToken = harbour.signed(claims(question).build());
      assertThat(back(visitor, "harbour", question).statusCode()).isEqualTo(403);
      assertThat(closed.core().count("account")).isEqualTo(1);
    }
  }

  private Map<String, List<String>> begin(PlainBrowser in, String provider) {
    URI there = URI.create(location(in.get("/sign-in/provider/" + provider)));
    return URLUtils.parseParameters(Objects.requireNonNull(there.getRawQuery()));
  }

  private static HttpResponse<String> back(
      PlainBrowser in, String provider, Map<String, List<String>> question) {
    return in.get(backPath(provider, question.get("state").getFirst(), "code"));
  }

  private static String backPath(String provider, String state, String code) {
    return "/sign-in/provider/" + provider + "/back?state=" + state + "&code=" + code;
  }

  private JWTClaimsSet.Builder claims(Map<String, List<String>> question) {
    return harbour.claims("praya").claim("nonce", question.get("nonce").getFirst());
  }

  private JWTClaimsSet.Builder verified(
      Map<String, List<String>> question, String subject, String email) {
    return claims(question).subject(subject).claim("email", email).claim("email_verified", true);
  }

  private static void assertRefused(String what, HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(what).isEqualTo(403);
    assertThat(answer.headers().allValues("Set-Cookie"))
        .as(what)
        .noneMatch(cookie -> cookie.startsWith("__Host-praya="));
  }
}
