package praya.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
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
  void site_behindHttps_saysSoEverywhere_whateverTheHostHeaderSays() {
    try (OwnApp app = OwnApp.start(Map.of("PRAYA_PUBLIC_URL", "https://praya.example"))) {
      var page = app.get("/organisations/paper-ferry?theme=dark", "Host", "evil.example");
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.body())
          .contains("https://praya.example/organisations/paper-ferry")
          .doesNotContain("evil.example");
      assertThat(page.headers().allValues("Set-Cookie"))
          .isNotEmpty()
          .allMatch(cookie -> cookie.contains("; Secure") && cookie.contains("HttpOnly"));
      assertThat(page.headers().firstValue("Strict-Transport-Security"))
          .hasValue("max-age=63072000; includeSubDomains");
      assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
          .contains("upgrade-insecure-requests");
      assertThat(app.get("/openapi.yaml", "Host", "evil.example").body())
          .contains("\n  - url: https://praya.example\n");
      var moved = app.get("/staff", "Host", "evil.example", "Accept", "text/html");
      assertThat(moved.headers().firstValue("Location").orElseThrow()).startsWith("/sign-in");
    }
  }

  @Test
  void site_withoutTheSetting_isWhereItListens() {
    try (OwnApp app = OwnApp.start(Map.of())) {
      assertThat(app.app().publicUrl().origin()).isEqualTo(app.baseUri());
      var page = app.get("/organisations/paper-ferry?theme=dark", "Host", "evil.example");
      assertThat(page.body())
          .contains(app.baseUri() + "/organisations/paper-ferry")
          .doesNotContain("evil.example");
      assertThat(page.headers().firstValue("Strict-Transport-Security")).isEmpty();
      assertThat(page.headers().allValues("Set-Cookie"))
          .isNotEmpty()
          .noneMatch(cookie -> cookie.contains("Secure"));
    }
  }

  private static String parse(String text) {
    return PublicUrl.parse(text).orElseThrow().origin();
  }
}
