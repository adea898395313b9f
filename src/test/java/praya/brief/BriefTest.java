package praya.brief;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import praya.json.Json;
import praya.testkit.BrowserSession;
import praya.testkit.RunningApp;
import tools.jackson.databind.JsonNode;

/** Briefs over HTTP and in a browser, on the seed data. */
class BriefTest {
  private static final String HOSPITAL =
      "?fictional=true&capability=cantonese-speech&constraint=on-premises&budget=100-500&text=";

  private final HttpClient client = HttpClient.newHttpClient();
  private final String base = RunningApp.shared().baseUri();

  @Test
  void text_inEveryScript_namesTheSameTerm() {
    for (String text : List.of("Cantonese speech recognition", "粵語語音識別", "粤语语音识别")) {
      assertThat(codes(json("/api/v1/briefs/understand?text=" + encoded(text))))
          .as(text)
          .contains("cantonese-speech");
    }
  }

  @Test
  void term_takenAway_isNotMeant() {
    String text = "/api/v1/briefs/understand?text=" + encoded("粵語語音識別");
    assertThat(codes(json(text + "&without=cantonese-speech"))).doesNotContain("cantonese-speech");
  }

  @Test
  void vendors_haveReasonsThatAddUp_andAreOfOneWorld() {
    JsonNode answer = json("/api/v1/briefs/vendors" + HOSPITAL + encoded("hospital notes"));
    assertThat(answer.get("items").size()).isPositive();
    int last = 100;
    for (JsonNode vendor : answer.get("items")) {
      int sum = 0;
      for (JsonNode reason : vendor.get("reasons")) {
        sum += reason.get("points").asInt();
        assertThat(get(reason.get("fact").get("href").asString()).statusCode()).isEqualTo(200);
      }
      assertThat(vendor.get("score").asInt()).isEqualTo(sum).isLessThanOrEqualTo(last);
      assertThat(vendor.get("organisation").get("fictional").asBoolean()).isTrue();
      last = sum;
    }
  }

  @Test
  void budget_whichNobodyStates_isNeverAssumed() {
    JsonNode answer = json("/api/v1/briefs/vendors" + HOSPITAL);
    for (JsonNode vendor : answer.get("items")) {
      JsonNode budget = vendor.get("constraints").get(1);
      assertThat(budget.get("code").asString()).isEqualTo("budget");
      assertThat(budget.get("state").asString()).isEqualTo("not-stated");
    }
  }

  @Test
  void sameBrief_hasTheSameAnswer() {
    String path = "/api/v1/briefs/vendors" + HOSPITAL + encoded("hospital notes");
    assertThat(get(path).body()).isEqualTo(get(path).body());
  }

  @Test
  void emptyBrief_hasNoVendors() {
    assertThat(json("/api/v1/briefs/vendors").get("items").size()).isZero();
    assertThat(get("/briefs").statusCode()).isEqualTo(200);
  }

  @Test
  void wrongParameters_areNamedAllAtOnce() {
    String wrong = "?capability=nonsense&constraint=cheap&budget=9&start=soon";
    HttpResponse<byte[]> answer = get("/api/v1/briefs/vendors" + wrong);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(text(answer)).contains("(nonsense)", "(cheap)", "(9)", "(soon)");
    String tooLong = "/briefs?text=" + "a".repeat(BriefQuery.MAX_TEXT + 1);
    assertThat(get(tooLong).statusCode()).isEqualTo(400);
    assertThat(get("/briefs/compare?vendor=a&vendor=b&vendor=c&vendor=d&vendor=e").statusCode())
        .isEqualTo(400);
    assertThat(get("/briefs/compare?text=x&vendor=nobody").statusCode()).isEqualTo(404);
  }

  @Test
  void markup_inABrief_staysText() {
    assertThat(text(get("/briefs?text=" + encoded("<script>alert(1)</script> ocr"))))
        .doesNotContain("<script>alert");
  }

  @Test
  void sheet_isAWorkbookOfTheChosen() throws Exception {
    JsonNode items = json("/api/v1/briefs/vendors" + HOSPITAL).get("items");
    String slug = items.get(0).get("organisation").get("slug").asString();
    byte[] bytes = get("/briefs/compare.xlsx" + HOSPITAL + "&vendor=" + slug).body();
    Path file = Files.createTempFile("vendors", ".xlsx");
    Files.write(file, bytes);
    List<String> names;
    String words = "";
    try (var zip = new ZipFile(file.toFile())) {
      names = zip.stream().map(ZipEntry::getName).toList();
      for (ZipEntry entry : zip.stream().toList()) {
        words += new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
      }
    } finally {
      Files.delete(file);
    }
    assertThat(names).contains("xl/workbook.xml", "xl/worksheets/sheet1.xml");
    assertThat(words).contains(items.get(0).get("organisation").get("nameEn").asString());
  }

  @Test
  void brief_isWrittenAndVendorsCompared_onDeskAndTelephone() {
    for (String language : List.of("en", "zh-Hant", "zh-Hans")) {
      try (BrowserSession desk = BrowserSession.desk(base);
          BrowserSession telephone = BrowserSession.telephone(base)) {
        for (BrowserSession session : List.of(desk, telephone)) {
          String name = (session == desk ? "desk-" : "telephone-") + language;
          Page page = session.page();
          session.visit("/briefs?lang=" + language);
          page.fill("#text", "醫院的粵語語音識別");
          page.check("[name=fictional][value=true]");
          page.check("[name=constraint][value=on-premises]");
          page.click("#brief-form button[type=submit]");
          page.waitForSelector("#vendors");
          session.assertFits(name);
          session.assertAccessible(name);
          shot(page, name);
          page.locator("[name=vendor]").nth(0).check();
          page.locator("[name=vendor]").nth(1).check();
          page.click("#compare button");
          page.waitForSelector("#compared");
          session.assertFits(name + "-compare");
          session.assertAccessible(name + "-compare");
          shot(page, name + "-compare");
        }
      }
    }
  }

  private static void shot(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(Path.of("target", "screenshots", "brief-" + name + ".png")));
  }

  private static List<String> codes(JsonNode answer) {
    List<String> codes = new ArrayList<>();
    answer.get("terms").forEach(term -> codes.add(term.get("code").asString()));
    return codes;
  }

  private JsonNode json(String path) {
    HttpResponse<byte[]> answer = get(path);
    assertThat(answer.statusCode()).as(text(answer)).isEqualTo(200);
    return Json.parseObject(answer.body(), "body");
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private HttpResponse<byte[]> get(String path) {
    try {
      var request = HttpRequest.newBuilder(URI.create(base + path)).build();
      return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    } catch (java.io.IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
