package praya.stewardship;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import praya.domain.Actor;
import praya.domain.Organisation;
import praya.domain.Side;
import praya.domain.Visibility;
import praya.testkit.Records;
import praya.testkit.StewardApp;
import praya.testkit.TestCore;

/** The routes of stewardship, asked with what belongs to others. */
class ForeignIdsTest {
  private final StewardApp app = StewardApp.start();
  private final Actor ann = app.members().member("ann", "red-kite");

  @AfterEach
  void close() {
    app.close();
  }

  /** Every route of stewardship, with the ids of others and with ids that nobody has. */
  @Test
  void foreignAndUnknownIds_leadNowhere() {
    Actor eve = app.members().member("eve", "blue-heron");
    var exchanges = app.test().core().exchanges();
    String need =
        exchanges
            .create(
                Side.NEED,
                Records.exchange("red-kite", "Quiet", Visibility.MATCH_ONLY),
                null,
                TestCore.TESTER.because("test"))
            .value()
            .id();
    app.post(
        ann,
        "/organisations/red-kite/edit",
        "version",
        "1",
        "nameEn",
        "Proposed",
        "layers",
        "industry-application",
        "sectors",
        "fintech",
        "capabilities",
        "computer-vision",
        "summaryEn",
        "About red-kite",
        "website",
        "https://www.red-kite.example/");
    String proposal = app.test().query("select id from proposal").getFirst();
    String unknown = "00000000-0000-7000-8000-000000000000";
    for (Actor actor : Arrays.asList(eve, null)) {
      for (String path :
          List.of(
              "/organisations/red-kite/edit",
              "/organisations/red-kite/history",
              "/organisations/red-kite/needs/new",
              "/organisations/red-kite/offers/new",
              "/organisations/" + unknown + "/edit",
              "/needs/" + need + "/edit",
              "/needs/" + need + "/history",
              "/offers/" + need + "/history",
              "/needs/" + unknown + "/edit",
              "/needs/" + unknown + "/history",
              "/claims/confirm?token=" + unknown,
              "/staff/claims",
              "/staff/proposals",
              "/staff/delistings",
              "/api/v1/organisations/red-kite/versions",
              "/api/v1/organisations/red-kite/versions/1",
              "/api/v1/needs/" + need + "/versions",
              "/api/v1/needs/" + need + "/versions/1",
              "/api/v1/offers/" + unknown + "/versions/1")) {
        assertRefused(app.get(actor, path), actor, path);
      }
      for (String path :
          List.of(
              "/organisations/red-kite/edit",
              "/organisations/red-kite/confirm",
              "/organisations/red-kite/leave",
              "/organisations/red-kite/delisting",
              "/organisations/red-kite/merge",
              "/organisations/red-kite/members/" + ann.account() + "/remove",
              "/organisations/red-kite/history",
              "/organisations/red-kite/needs/new",
              "/needs/" + need + "/edit",
              "/needs/" + need + "/history",
              "/needs/" + unknown + "/edit",
              "/claims/confirm",
              "/staff/claims/" + unknown,
              "/staff/proposals/" + proposal,
              "/staff/delistings/" + unknown)) {
        assertRefused(
            app.post(
                actor,
                path,
                "version",
                "1",
                "number",
                "1",
                "latest",
                "1",
                "verdict",
                "accept",
                "reason",
                "because",
                "intent",
                "delete",
                "sure",
                "true",
                "merged",
                "blue-heron",
                "token",
                unknown,
                "field",
                ""),
            actor,
            path);
      }
    }
    assertThat(kite().version()).isEqualTo(1);
    assertThat(kite().claimed()).isTrue();
    assertThat(app.test().query("select state from proposal")).containsExactly("waiting");
  }

  private static void assertRefused(HttpResponse<String> answer, Actor actor, String path) {
    if (actor == null && !path.startsWith("/api/")) {
      assertThat(answer.statusCode()).as(path).isEqualTo(303);
      assertThat(answer.headers().firstValue("Location").orElseThrow()).startsWith("/sign-in");
    } else {
      assertThat(answer.statusCode()).as(path).isIn(401, 403, 404);
    }
    assertThat(answer.body()).doesNotContain("Quiet");
  }

  private Organisation kite() {
    return app.test().core().organisations().get("red-kite", praya.domain.Viewer.STAFF);
  }
}
