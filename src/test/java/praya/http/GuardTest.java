package praya.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import praya.contract.Answer;
import praya.testkit.OwnApp;

/** What stands before every route: headers, request ids, the request log, encryption. */
class GuardTest {
  private static final List<String> HEADERS =
      List.of(
          "Content-Security-Policy",
          "X-Content-Type-Options",
          "X-Frame-Options",
          "Referrer-Policy",
          "Permissions-Policy",
          "Cross-Origin-Opener-Policy",
          "Cross-Origin-Resource-Policy",
          "X-Request-Id");

  @Test
  void everyAnswer_carriesTheHeaders_whoeverGivesIt() throws Exception {
    try (OwnApp app = OwnApp.start(Map.of("PRAYA_PUBLIC_URL", "https://praya.example"))) {
      for (String route : app.app().routes()) {
        String[] parts = route.split(" ", 2);
        String path = parts[1].replaceAll("\\{[^}]*}", "paper-ferry");
        var request = new RawRequest(parts[0], path, Map.of("Accept", "*/*"), new byte[0]);
        requireHeaders(request.send(app.baseUri()));
        requireHeaders(new RawRequest("HEAD", path, Map.of(), new byte[0]).send(app.baseUri()));
      }
      for (String target :
          List.of(
              "/praya.css",
              "/icon.svg",
              "/webjars/htmx.org/2.0.10/dist/htmx.min.js",
              "/nothing-here",
              "/api/v1/nothing-here",
              "/%",
              "/a b",
              "no-slash",
              "*",
              "/" + "x".repeat(9_000))) {
        requireHeaders(RawRequest.get(target).send(app.baseUri()));
      }
      requireHeaders(RawRequest.get("/").with("X", "x".repeat(9_000)).send(app.baseUri()));
      requireHeaders(new RawRequest("BREW", "/", Map.of(), new byte[0]).send(app.baseUri()));
      requireHeaders(new RawRequest("DELETE", "/", Map.of(), new byte[0]).send(app.baseUri()));
    }
  }

  private static void requireHeaders(Answer answer) {
    var known = new java.util.TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    known.putAll(answer.headers());
    assertThat(known.keySet()).as(answer.toString()).containsAll(HEADERS);
    assertThat(known).as(answer.toString()).containsKey("Strict-Transport-Security");
    assertThat(known.get("Content-Security-Policy"))
        .doesNotContain("unsafe")
        .contains("frame-ancestors 'none'");
  }

  @Test
  void requestId_isTakenFromATrustedProxyOnly_andOnlyWhenItIsPlain() {
    try (OwnApp app = OwnApp.start(Map.of("PRAYA_TRUSTED_PROXIES", "127.0.0.1"))) {
      assertThat(id(app, "0af7651916cd43dd8448")).isEqualTo("0af7651916cd43dd8448");
      for (String given :
          List.of("short", "with space in it", "x".repeat(65), "${jndi:ldap://x}", "<script>")) {
        assertThat(id(app, given)).as(given).matches("[0-9a-f]{16}");
      }
    }
    try (OwnApp app = OwnApp.start(Map.of())) {
      assertThat(id(app, "0af7651916cd43dd8448")).matches("[0-9a-f]{16}");
    }
  }

  @Test
  void requestLog_hasRouteAndId_andNothingOfTheSender() {
    var lines = new ListAppender<ILoggingEvent>();
    Logger logger = (Logger) LoggerFactory.getLogger("praya.request");
    Level before = logger.getLevel();
    logger.setLevel(Level.INFO);
    logger.addAppender(lines);
    lines.start();
    try (OwnApp app = OwnApp.start(Map.of())) {
      lines.list.clear();
      var answer = app.get("/organisations/paper-ferry?q=planted-word", "User-Agent", "planted");
      String id = answer.headers().firstValue("X-Request-Id").orElseThrow();
      app.get("/sign-in?token=planted-token");
      app.close();
      List<String> told =
          List.copyOf(lines.list).stream().map(ILoggingEvent::getFormattedMessage).toList();
      assertThat(told).anyMatch(l -> l.matches("GET /organisations/\\{slug} 200 \\d+ ms " + id));
      assertThat(told).anyMatch(line -> line.startsWith("GET /sign-in 200 "));
      assertThat(told).noneMatch(line -> line.contains("planted") || line.contains("127.0.0.1"));
      assertThat(told).noneMatch(line -> line.contains("paper-ferry"));
    } finally {
      logger.detachAppender(lines);
      logger.setLevel(before);
    }
  }

  @Test
  void clearText_onAnEncryptedSite_isLedAwayOrRefused() {
    var settings =
        Map.of("PRAYA_PUBLIC_URL", "https://praya.example", "PRAYA_TRUSTED_PROXIES", "127.0.0.1");
    try (OwnApp app = OwnApp.start(settings)) {
      var page = app.get("/organisations?q=rag", "X-Forwarded-Proto", "http");
      assertThat(page.statusCode()).isEqualTo(308);
      assertThat(page.headers().firstValue("Location"))
          .hasValue("https://praya.example/organisations?q=rag");
      assertThat(app.post("/sign-in", "token=x", "X-Forwarded-Proto", "http").statusCode())
          .isEqualTo(403);
      var withKey =
          app.get(
              "/api/v1/stats",
              "X-Forwarded-Proto",
              "http",
              "Authorization",
              "Bearer " + app.staffKey());
      assertThat(withKey.statusCode()).isEqualTo(403);
      assertThat(app.get("/about", "X-Forwarded-Proto", "https").statusCode()).isEqualTo(200);
      assertThat(app.get("/about").statusCode()).isEqualTo(200);
    }
    try (OwnApp app = OwnApp.start(Map.of("PRAYA_PUBLIC_URL", "https://praya.example"))) {
      assertThat(app.get("/about", "X-Forwarded-Proto", "http").statusCode()).isEqualTo(200);
    }
  }

  private static String id(OwnApp app, String given) {
    return app.get("/about", "X-Request-Id", given)
        .headers()
        .firstValue("X-Request-Id")
        .orElseThrow();
  }
}
