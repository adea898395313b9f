package praya.stewardship;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import praya.domain.Actor;
import praya.testkit.StewardApp;

/** What members write stays text wherever it is shown. */
class StoredTextTest {
  private static final String PLANT = "\"><svg onload=alert(1)></script><script>x()</script>'";
  private static final String FORMULA = "=HYPERLINK(\"https://evil.example\")";
  private static final Pattern ALIVE =
      Pattern.compile("<svg onload|<script>x\\(|href=\"javascript:", Pattern.CASE_INSENSITIVE);

  @Test
  void everyTextField_isEscapedEverywhere() {
    try (StewardApp app = StewardApp.start()) {
      Actor ann = app.members().member("ann", "red-kite");
      Actor sam = app.members().staff("sam");
      var saved =
          app.post(
              ann,
              "/organisations/red-kite/edit",
              "version",
              "1",
              "nameEn",
              PLANT,
              "nameZhHant",
              PLANT,
              "aliases",
              PLANT,
              "summaryEn",
              FORMULA + PLANT,
              "summaryZhHant",
              PLANT,
              "summaryZhHans",
              PLANT,
              "website",
              "https://red-kite.example/?q=%22%3E",
              "note",
              PLANT);
      assertThat(saved.statusCode()).as(saved.body()).isEqualTo(303);
      String proposal = app.test().query("select id from proposal").getFirst();
      app.post(sam, "/staff/proposals/" + proposal, "verdict", "accept", "reason", PLANT);
      for (String side : List.of("needs", "offers")) {
        var made =
            app.post(
                ann,
                "/organisations/red-kite/" + side + "/new",
                "version",
                "0",
                "exchange",
                "data",
                "titleEn",
                PLANT,
                "titleZhHant",
                PLANT,
                "titleZhHans",
                PLANT,
                "textEn",
                PLANT,
                "textZhHant",
                PLANT,
                "textZhHans",
                PLANT,
                "visibility",
                "public",
                "opens",
                "2026-01-01");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(303);
      }
      app.post(ann, "/organisations/red-kite/delisting", "note", PLANT);
      app.post(ann, "/organisations/red-kite/merge", "merged", "blue-heron", "note", PLANT);
      app.post(
          app.members().member(PLANT.substring(2, 8)),
          "/organisations/red-kite/claim",
          "way",
          "staff",
          "note",
          PLANT);
      app.app()
          .projector()
          .await(app.test().core().changes().horizon() - 1, Duration.ofSeconds(20));

      String need = app.test().query("select id from need").getFirst();
      for (String path :
          List.of(
              "/",
              "/organisations",
              "/organisations?q=alert&view=table",
              "/organisations/red-kite",
              "/organisations/red-kite?lang=zh-Hant",
              "/organisations/red-kite/edit",
              "/organisations/red-kite/history?from=1&to=3",
              "/needs/" + need + "/edit",
              "/needs/" + need + "/history",
              "/organisations/blue-heron",
              "/staff/claims",
              "/staff/proposals",
              "/staff/delistings",
              "/centre",
              "/about")) {
        var page = app.get(sam, path);
        assertThat(page.statusCode()).as(path).isEqualTo(200);
        assertThat(ALIVE.matcher(page.body()).find()).as(path).isFalse();
      }
      assertThat(app.get(null, "/organisations/red-kite").body())
          .contains("&lt;svg onload", "\\u003c/script\\u003e");
      String csv = app.get(null, "/organisations.csv").body();
      assertThat(csv).contains("HYPERLINK");
      assertThat(csv.lines().flatMap(line -> Pattern.compile(",").splitAsStream(line)))
          .as("no cell begins like a formula")
          .noneMatch(cell -> cell.matches("\"?[=+@].*"));
    }
  }
}
