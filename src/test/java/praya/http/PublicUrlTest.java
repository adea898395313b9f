package praya.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import praya.contract.Answer;
import praya.testkit.OwnApp;

/** Absolute addresses come from the setting, whatever a request says of its host. */
class PublicUrlTest {
  @Test
  void text_thatIsASchemeAndAHost_isTaken() {
    assertThat(parse("https://praya.example")).isEqualTo("https://praya.example");
    assertThat(parse("HTTPS://Praya.Example/")).isEqualTo("https://praya.example");
    assertThat(parse("https://praya.example:443")).isEqualTo("https://praya.example");
    assertThat(parse("http://praya.example:80/")).isEqualTo("http://praya.example");
    assertThat(parse("https://praya.example:8443")).isEqualTo("https://praya.example:8443");
    assertThat(parse("http://[2001:db8::1]:7070")).isEqualTo("http://[2001:db8::1]:7070");
    assertThat(PublicUrl.listening("::1", 7070).origin()).isEqualTo("http://[::1]:7070");
  }

  @Test
  void text_thatIsMoreOrLess_isNone() {
    for (String text :
        List.of(
            "",
            "praya.example",
            "//praya.example",
            "ftp://praya.example",
            "javascript:alert(1)",
            "https://",
            "https://praya.example/path",
            "https://praya.example?x=1",
            "https://praya.example/#x",
            "https://user@praya.example",
            "https://praya.example:0",
            "https://praya.example:99999",
            "https://praya example")) {
      assertThat(PublicUrl.parse(text)).as(text).isEmpty();
    }
  }

  @Test
  void origin_isThisSiteOnlyWhenAllOfItIs() {
    var site = new PublicUrl("https://praya.example");
    assertThat(site.isOrigin("https://praya.example")).isTrue();
    for (String other :
        List.of(
            "null",
            "",
            "http://praya.example",
            "https://praya.example.evil.example",
            "https://praya.example:8443",
            "https://praya.example/")) {
      assertThat(site.isOrigin(other)).as(other).isFalse();
    }
  }

  @Test
  void site_behindHttps_saysSoEverywhere_whateverTheHostHeaderSays() throws IOException {
    try (OwnApp app = OwnApp.start(Map.of("PRAYA_PUBLIC_URL", "https://praya.example"))) {
      assertThat(forged(app, "/organisations/paper-ferry").body())
          .contains("https://praya.example/organisations/paper-ferry")
          .doesNotContain("evil.example");
      var page = app.get("/organisations/paper-ferry?theme=dark");
      assertThat(page.headers().allValues("Set-Cookie"))
          .isNotEmpty()
          .allMatch(cookie -> cookie.contains("; Secure") && cookie.contains("HttpOnly"));
      assertThat(page.headers().firstValue("Strict-Transport-Security"))
          .hasValue("max-age=63072000; includeSubDomains");
      assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
          .contains("upgrade-insecure-requests");
      assertThat(forged(app, "/openapi.yaml").body())
          .contains("\n  - url: https://praya.example\n");
      assertThat(forged(app, "/staff").headers().get("Location")).startsWith("/sign-in");
    }
  }

  @Test
  void site_withoutTheSetting_isWhereItListens() throws IOException {
    try (OwnApp app = OwnApp.start(Map.of())) {
      assertThat(app.app().publicUrl().origin()).isEqualTo(app.baseUri());
      assertThat(forged(app, "/organisations/paper-ferry").body())
          .contains(app.baseUri() + "/organisations/paper-ferry")
          .doesNotContain("evil.example");
      var page = app.get("/organisations/paper-ferry?theme=dark");
      assertThat(page.headers().firstValue("Strict-Transport-Security")).isEmpty();
      assertThat(page.headers().allValues("Set-Cookie"))
          .isNotEmpty()
          .noneMatch(cookie -> cookie.contains("Secure"));
    }
  }

  /** The answer to a request that names another host. */
  private static Answer forged(OwnApp app, String path) throws IOException {
    return RawRequest.get(path)
        .with("Host", "evil.example")
        .with("Accept", "text/html, */*")
        .send(app.baseUri());
  }

  private static String parse(String text) {
    return PublicUrl.parse(text).orElseThrow().origin();
  }
}
