package praya.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import praya.Config;
import praya.testkit.OwnApp;
import praya.testkit.TestClock;

/** Who asks too much is refused, told when to come back, and let in again then. */
class RateLimitsTest {
  private final TestClock clock = new TestClock();

  @Test
  void reading_beyondTheLimit_is429WithTheTimeToWait() {
    var settings = Map.of("PRAYA_LIMIT_READ", "2/60s", "PRAYA_TRUSTED_PROXIES", "127.0.0.1");
    try (OwnApp app = OwnApp.start(settings, clock)) {
      for (int left = 9; left >= 0; left--) {
        var answer = app.get("/api/v1/taxonomy", "X-Forwarded-For", "203.0.113.1");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("RateLimit-Policy"))
            .hasValue("\"read-line\";q=10;w=60");
        assertThat(answer.headers().firstValue("RateLimit").orElseThrow())
            .startsWith("\"read-line\";r=" + left + ";t=");
      }
      var refused = app.get("/api/v1/suggest?q=a", "X-Forwarded-For", "203.0.113.1");
      assertThat(refused.statusCode()).isEqualTo(429);
      assertThat(refused.headers().firstValue("Retry-After")).hasValue("6");
      assertThat(refused.headers().firstValue("RateLimit")).hasValue("\"read-line\";r=0;t=6");
      assertThat(refused.body()).contains("/problems/too-many").doesNotContain("203.0.113.1");
      var page = app.get("/", "X-Forwarded-For", "203.0.113.1", "Accept", "text/html");
      assertThat(page.statusCode()).isEqualTo(429);
      assertThat(page.body()).contains("<html");

      // Other lines read on; what others made up before the proxy's word changes nothing.
      assertThat(read(app, "203.0.113.2")).isEqualTo(200);
      assertThat(read(app, "203.0.113.7, 203.0.113.1")).isEqualTo(429);
      // A program is counted by its key, too.
      String key = "Bearer " + app.staffKey();
      assertThat(read(app, "203.0.113.3", key)).isEqualTo(200);
      assertThat(read(app, "203.0.113.4", key)).isEqualTo(200);
      assertThat(read(app, "203.0.113.5", key)).isEqualTo(429);
      // All addresses of one IPv6 line count together.
      for (int i = 0; i < 10; i++) {
        assertThat(read(app, "2001:db8::" + i)).isEqualTo(200);
      }
      assertThat(read(app, "2001:db8::ffff:1")).isEqualTo(429);
      assertThat(read(app, "2001:db8:0:1::1")).isEqualTo(200);

      clock.move(Duration.ofSeconds(6));
      assertThat(read(app, "203.0.113.1")).isEqualTo(200);
    }
  }

  @Test
  void writingAndSigningIn_haveLimitsOfTheirOwn() {
    var settings = Map.of("PRAYA_LIMIT_WRITE", "3/1h", "PRAYA_LIMIT_SIGN_IN", "2/1h");
    try (OwnApp app = OwnApp.start(settings, clock)) {
      assertThat(app.write("second")).isEqualTo(201);
      assertThat(app.write("third")).isEqualTo(201);
      assertThat(app.write("fourth")).isEqualTo(429);
      assertThat(app.get("/api/v1/organisations/fourth").statusCode()).isEqualTo(404);
      for (int i = 0; i < 10; i++) {
        assertThat(app.post("/sign-in", "token=guess-" + i).statusCode()).isEqualTo(403);
      }
      assertThat(app.post("/sign-in", "token=guess").statusCode()).isEqualTo(429);
    }
  }

  @Test
  void links_areCountedForTheMailbox_whoeverAsks() {
    var settings = Map.of("PRAYA_LIMIT_LINK", "2/1h", "PRAYA_TRUSTED_PROXIES", "127.0.0.1");
    try (OwnApp app = OwnApp.start(settings, clock)) {
      assertThat(ask(app, "203.0.113.1", "ann@example.com")).isEqualTo(200);
      assertThat(ask(app, "203.0.113.2", "Ann@Example.com")).isEqualTo(200);
      assertThat(ask(app, "203.0.113.3", "ann@example.com")).isEqualTo(429);
      assertThat(ask(app, "203.0.113.1", "ben@example.com")).isEqualTo(200);
      assertThat(app.core().count("outbox_mail")).isEqualTo(3);
    }
  }

  private static int ask(OwnApp app, String forwarded, String email) {
    String body = "email=" + URLEncoder.encode(email, StandardCharsets.UTF_8);
    return app.post("/sign-in/mail", body, "X-Forwarded-For", forwarded).statusCode();
  }

  @Test
  void off_answersWithoutAnyLimit() {
    try (OwnApp app = OwnApp.start(Map.of("PRAYA_LIMITS", "off", "PRAYA_LIMIT_READ", "1/1h"))) {
      for (int i = 0; i < 10; i++) {
        var answer = app.get("/about");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("RateLimit")).isEmpty();
      }
    }
  }

  @Test
  void settings_thatAreNone_areFaults() {
    assertThatThrownBy(() ->
            Config.read(
                Map.of(),
                Map.of(
                    "PRAYA_LIMITS", "no", "PRAYA_LIMIT_READ", "many", "PRAYA_LIMIT_LINK", "1/1y")))
        .isInstanceOf(Config.Unusable.class)
        .hasMessageContainingAll("limits (no)", "limit-read (many)", "limit-link (1/1y)");
  }

  private static int read(OwnApp app, String forwarded, String... authorization) {
    return authorization.length == 0
        ? app.get("/api/v1/taxonomy", "X-Forwarded-For", forwarded).statusCode()
        : app.get(
                "/api/v1/taxonomy", "X-Forwarded-For", forwarded, "Authorization", authorization[0])
            .statusCode();
  }
}
