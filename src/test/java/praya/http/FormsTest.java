package praya.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import praya.testkit.OwnApp;

/** No other site can act through the browser of somebody who is signed in here. */
class FormsTest {
  private static final Pattern TOKEN = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

  @Test
  void everyForm_withoutItsToken_isRefused_whateverThePage() {
    try (OwnApp app = OwnApp.start(Map.of("PRAYA_LIMITS", "off"))) {
      String cookie = signIn(app);
      List<String> forms = forms(app);
      assertThat(forms).contains("/sign-in", "/sign-out", "/staff/keys");
      for (String path : forms) {
        for (String form : List.of("", "csrf=", "csrf=wrong", "name=planted&csrf=x")) {
          var answer = app.post(path, form, "Cookie", cookie, "Origin", app.baseUri());
          assertThat(answer.statusCode()).as(path + " " + form).isEqualTo(403);
        }
      }
      assertThat(app.get("/staff", "Cookie", cookie).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void everyForm_fromAnotherSite_isRefused_evenWithItsToken() {
    try (OwnApp app = OwnApp.start(Map.of("PRAYA_LIMITS", "off"))) {
      String cookie = signIn(app);
      String token = token(app, cookie);
      for (String path : forms(app)) {
        for (String[] from :
            new String[][] {
              {"Origin", "https://evil.example"},
              {"Origin", "null"},
              {"Origin", app.baseUri() + ".evil.example"},
              {"Origin", app.baseUri().replace("http:", "https:")},
              {"Sec-Fetch-Site", "cross-site"},
              {"Sec-Fetch-Site", "same-site"}
            }) {
          var answer = app.post(path, "csrf=" + token, "Cookie", cookie, from[0], from[1]);
          assertThat(answer.statusCode()).as(path + " " + from[1]).isEqualTo(403);
        }
      }
    }
  }

  @Test
  void form_ofThisSite_passes_andAPageOfSomebodySignedInIsNotKept() {
    try (OwnApp app = OwnApp.start(Map.of())) {
      String cookie = signIn(app);
      String form = "name=made-by-form&csrf=" + token(app, cookie);
      var made = app.post("/staff/keys", form, "Cookie", cookie, "Origin", app.baseUri());
      assertThat(made.statusCode()).isEqualTo(200);
      assertThat(made.body()).contains("made-by-form");
      assertThat(app.get("/about", "Cookie", cookie).headers().firstValue("Cache-Control"))
          .hasValue("no-store");
      assertThat(app.get("/about").headers().firstValue("Cache-Control")).hasValue("no-cache");
      // The token of another session is none.
      String other = signIn(app);
      assertThat(app.post("/staff/keys", form, "Cookie", other).statusCode()).isEqualTo(403);
    }
  }

  @Test
  void publicUrl_isTheOnlyOriginOfForms_whateverTheHostHeaderSays() throws IOException {
    try (OwnApp app = OwnApp.start(Map.of("PRAYA_PUBLIC_URL", "https://praya.example"))) {
      assertThat(app.post("/sign-in", "token=x", "Origin", app.baseUri()).body())
          .contains("another site");
      byte[] form = "token=x".getBytes(StandardCharsets.US_ASCII);
      var forged =
          RawRequest.post("/sign-in", "application/x-www-form-urlencoded", form)
              .with("Origin", "http://evil.example")
              .with("Host", "evil.example");
      assertThat(forged.send(app.baseUri()).body()).contains("another site");
      assertThat(app.post("/sign-in", "token=x", "Origin", "https://praya.example").body())
          .doesNotContain("another site");
    }
  }

  @Test
  void api_doesNotLookAtCookies() {
    try (OwnApp app = OwnApp.start(Map.of())) {
      String cookie = signIn(app);
      assertThat(
              app.post("/api/v1/organisations", "{}", "Cookie", cookie, "Origin", app.baseUri())
                  .statusCode())
          .isEqualTo(401);
    }
  }

  private static List<String> forms(OwnApp app) {
    var paths = new ArrayList<String>();
    for (String route : app.app().routes()) {
      if (!route.startsWith("GET ") && !route.contains(" /api/")) {
        assertThat(route).as("pages have no other method").startsWith("POST ");
        paths.add(
            route
                .substring("POST ".length())
                .replaceAll("\\{[^}]*}", "00000000-0000-7000-8000-000000000000"));
      }
    }
    return paths;
  }

  private static String signIn(OwnApp app) {
    String link = app.core().core().signIn().newLink().text();
    var answer = app.post("/sign-in", "token=" + link, "Origin", app.baseUri());
    assertThat(answer.statusCode()).isEqualTo(303);
    return answer.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
  }

  private static String token(OwnApp app, String cookie) {
    Matcher matcher = TOKEN.matcher(app.get("/staff", "Cookie", cookie).body());
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }
}
