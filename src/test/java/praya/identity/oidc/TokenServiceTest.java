package praya.identity.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import praya.domain.Actor;
import praya.domain.Language;
import praya.domain.Role;
import praya.http.PublicUrl;
import praya.identity.Account;
import praya.identity.AccountService;
import praya.testkit.OwnApp;

/** Bearer tokens of others: the good one acts as its account, every forged one as nobody. */
class TokenServiceTest {
  private final FakeProvider harbour = new FakeProvider();
  private final FakeProvider pier = new FakeProvider();
  private final OwnApp app =
      OwnApp.start(
          Map.of(
              "PRAYA_OIDC_HARBOUR_ISSUER", harbour.issuer(),
              "PRAYA_OIDC_HARBOUR_CLIENT_ID", "praya",
              "PRAYA_TOKEN_AUDIENCE", "praya-api"));
  private final AccountService accounts = app.core().core().accounts();
  private final Account account =
      accounts.create(
          new AccountService.Invitation("chan@paper-ferry.example", Role.STAFF, Language.EN),
          Actor.command("test"));

  TokenServiceTest() {
    var core = app.core().core();
    var people = new ProviderService.People(accounts, core.sessions(), core.journal());
    var policy =
        new ProviderService.Policy(List.of(), true, PublicUrl.parse(app.baseUri()).orElseThrow());
    new ProviderService(core.database(), people, policy, core.clock())
        .link(account.id(), URI.create(harbour.issuer()), "subject-1");
  }

  @AfterEach
  void close() {
    app.close();
    harbour.close();
    pier.close();
  }

  @Test
  void token_actsAsItsAccountWithinItsScopes() {
    String read = harbour.signed(claims().claim("scope", "openid read").build());
    assertThat(app.get("/api/v1/me", "Authorization", "Bearer " + read).body())
        .contains("account:" + account.id(), "\"role\":\"staff\"", "\"scopes\":[\"read\"]");
    assertThat(status("/api/v1/keys", read)).as("beyond its scopes").isEqualTo(403);
    String none = harbour.signed(claims().build());
    assertThat(status("/api/v1/me", none)).as("without scopes").isEqualTo(403);
    accounts.changeRole(account.id(), Role.MEMBER, Actor.command("test").because("test"));
    assertThat(app.get("/api/v1/me", "Authorization", "Bearer " + read).body())
        .contains("\"role\":\"member\"");
    accounts.disable(account.id(), Actor.command("test"));
    assertThat(status("/api/v1/me", read)).as("disabled").isEqualTo(401);
  }

  @Test
  void tokens_thatAreNotGood_areNobody() {
    var late = new Date(System.currentTimeMillis() - 60_000);
    var soon = new Date(System.currentTimeMillis() + 120_000);
    var bad = new LinkedHashMap<String, String>();
    bad.put("alg none", FakeProvider.unsigned(claims().build()));
    bad.put("public key as a secret", harbour.signedWithThePublicKey(claims().build()));
    bad.put("wrong audience", harbour.signed(claims().audience("other").build()));
    bad.put("no audience", harbour.signed(claims().audience((String) null).build()));
    bad.put("sign-in token", harbour.signed(claims().audience("praya").build()));
    bad.put("wrong issuer", harbour.signed(claims().issuer("https://login.example").build()));
    bad.put("no issuer", harbour.signed(claims().issuer(null).build()));
    bad.put("other provider", pier.signed(pier.claims("praya-api").build()));
    bad.put("other provider in its name", pier.signed(claims().build()));
    bad.put("expired", harbour.signed(claims().expirationTime(late).build()));
    bad.put("endless", harbour.signed(claims().expirationTime(null).build()));
    bad.put("not yet", harbour.signed(claims().notBeforeTime(soon).build()));
    bad.put("no subject", harbour.signed(claims().subject(null).build()));
    bad.put("unknown subject", harbour.signed(claims().subject("nobody").build()));
    bad.put("false key", FakeProvider.signed(claims().build(), FakeProvider.key("one")));
    bad.put("garbage", "a.b.c");
    String good = harbour.signed(claims().claim("scope", "read").build());
    String swapped = harbour.signed(claims().subject("subject-2").build());
    bad.put(
        "claims of another",
        good.split("\\.")[0] + "." + swapped.split("\\.")[1] + "." + good.split("\\.")[2]);
    bad.forEach((what, token) -> assertThat(status("/api/v1/me", token)).as(what).isEqualTo(401));
    assertThat(status("/api/v1/me", good)).isEqualTo(200);
  }

  @Test
  void keys_thatChange_areReadAgain() {
    String old = harbour.signed(claims().claim("scope", "read").build());
    assertThat(status("/api/v1/me", old)).isEqualTo(200);
    var next = FakeProvider.key("two");
    harbour.shown = List.of(next);
    String fresh = FakeProvider.signed(claims().claim("scope", "read").build(), next);
    assertThat(status("/api/v1/me", fresh)).as("rotation").isEqualTo(200);
    assertThat(status("/api/v1/me", old)).as("a key that was taken back").isEqualTo(401);
  }

  private JWTClaimsSet.Builder claims() {
    return harbour.claims("praya-api");
  }

  private int status(String path, String token) {
    return app.get(path, "Authorization", "Bearer " + token).statusCode();
  }
}
