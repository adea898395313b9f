package praya.stewardship;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import praya.domain.Actor;
import praya.domain.Organisation;
import praya.domain.Side;
import praya.domain.Viewer;
import praya.domain.Visibility;
import praya.testkit.StewardApp;

/** Members and staff change records by forms and by JSON, over HTTP. */
class EditTest {
  private final StewardApp app = StewardApp.start();
  private final Actor ann = app.members().member("ann", "red-kite");
  private final Actor sam = app.members().staff("sam");

  @AfterEach
  void close() {
    app.close();
  }

  @Test
  void member_changesTheOwnProfile_liveAtOnce() {
    var saved = edit(ann, "summaryEn", "We fly kites.", "foundedOrIntakeYear", "2021");
    assertThat(saved.statusCode()).isEqualTo(303);
    assertThat(saved.headers().firstValue("Location").orElseThrow()).endsWith("/edit?done=saved");
    assertThat(kite().profile().summary().en()).isEqualTo("We fly kites.");
    assertThat(kite().profile().foundedOrIntakeYear()).isEqualTo(2021);
    assertThat(kite().version()).isEqualTo(2);
    assertThat(app.get(null, "/organisations/red-kite").body()).contains("We fly kites.");
    assertThat(app.get(null, "/api/v1/organisations/red-kite/statements").body())
        .contains("\"field\":\"summaryEn\"", "\"source\":\"organisation\"")
        .doesNotContain(ann.account().toString());
  }

  @Test
  void form_setsItsOwnFieldsOnly() {
    var before = kite().entry();
    edit(
        ann,
        List.of(
            "summaryEn",
            "New.",
            "slug",
            "stolen",
            "fictional",
            "false",
            "sources",
            "me",
            "kind",
            "enterprise",
            "cyberport",
            "true",
            "cyberport.member",
            "true",
            "computeReported",
            "x",
            "confirmedAt",
            "2030-01-01T00:00:00Z",
            "holdsAllocation",
            "true",
            "id",
            "00000000-0000-0000-0000-000000000000"));
    var after = kite().entry();
    assertThat(after.profile().summary().en()).isEqualTo("New.");
    assertThat(after.slug()).isEqualTo(before.slug());
    assertThat(after.origin()).isEqualTo(before.origin());
    assertThat(after.campus()).isEqualTo(before.campus());
    assertThat(after.profile().kind()).isEqualTo(before.profile().kind());
    assertThat(after.computeReported()).isNull();
  }

  @Test
  void visibility_isChosenByMembers_exceptWhatStaffDecide() {
    assertThat(app.get(ann, "/organisations/red-kite/edit").body())
        .contains("<option value=\"public\" selected", "<option value=\"members\"")
        .doesNotContain("value=\"staff\"", "value=\"anonymous\"");
    assertThat(edit(ann, "visibility", "members").statusCode()).isEqualTo(303);
    assertThat(app.get(null, "/organisations/red-kite").statusCode()).isEqualTo(404);
    assertThat(edit(ann, "visibility", "hidden").statusCode()).isEqualTo(403);
    assertThat(kite().entry().visibility()).isEqualTo(Visibility.MEMBERS);
    assertThat(edit(sam, "visibility", "staff", "reason", "asked by mail").statusCode())
        .isEqualTo(303);
    assertThat(app.get(sam, "/organisations/red-kite/edit").body())
        .contains("<option value=\"staff\" selected");
  }

  @Test
  void choice_thatTheFormDoesNotSend_staysAsItIs() {
    edit(ann, "visibility", "members");
    String version = Long.toString(kite().version());
    var sent =
        new ArrayList<>(List.of("version", version, "summaryEn", "New.", "nameEn", "red-kite"));
    assertThat(
            app.post(ann, "/organisations/red-kite/edit", sent.toArray(String[]::new)).statusCode())
        .isEqualTo(303);
    assertThat(kite().profile().summary().en()).isEqualTo("New.");
    assertThat(kite().entry().visibility()).isEqualTo(Visibility.MEMBERS);
  }

  @Test
  void json_refusesProtectedFieldsByName() {
    String path = "/api/v1/organisations/red-kite";
    for (String change :
        List.of(
            "\"slug\":\"stolen\"",
            "\"kind\":\"enterprise\"",
            "\"sources\":[\"me\"]",
            "\"cyberport\":{\"member\":true,\"relation\":null}",
            "\"computeReported\":{\"factEn\":\"x\",\"date\":\"2026-01-01\"}",
            "\"confirmedAt\":\"2026-01-01T00:00:00Z\"",
            "\"nameEn\":\"HSBC\"",
            "\"aliases\":[\"HSBC\"]")) {
      var answer = app.patch(ann, path, 1, "{\"summaryEn\":\"x\"," + change + "}");
      String field = change.substring(1, change.indexOf('"', 1));
      assertThat(answer.statusCode()).as(change).isEqualTo(422);
      assertThat(answer.body()).as(change).contains("\"field\":\"" + field + "\"");
    }
    assertThat(app.patch(ann, path, 1, "{\"fictional\":false}").statusCode()).isEqualTo(422);
    assertThat(kite().version()).isEqualTo(1);
    assertThat(app.patch(ann, path, 1, "{\"summaryEn\":\"fine\"}").statusCode()).isEqualTo(200);
    assertThat(
            app.patch(ann, "/api/v1/organisations/blue-heron", 1, "{\"summaryEn\":\"x\"}")
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void faults_comeTogether_andNothingIsLost() {
    var answer =
        edit(
            ann,
            List.of(
                "website",
                "javascript:alert(1)",
                "foundedOrIntakeYear",
                "soon",
                "summaryEn",
                "Long. ".repeat(500),
                "summaryZhHant",
                "我的文字",
                "sectors",
                "no-such-sector",
                "nameEn",
                "a\u202Eb"));
    assertThat(answer.statusCode()).isEqualTo(422);
    for (String field :
        List.of("website", "foundedOrIntakeYear", "summaryEn", "sectors", "nameEn")) {
      assertThat(answer.body()).contains("id=\"fault-" + field + "\"");
    }
    assertThat(answer.body()).contains("我的文字", "value=\"javascript:alert(1)\"", "Long. Long.");
    assertThat(kite().version()).isEqualTo(1);
  }

  @Test
  void preview_storesNothing() {
    var answer = edit(ann, "summaryEn", "About the new kite", "intent", "preview");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("<ins>").contains("About the new kite");
    assertThat(kite().version()).isEqualTo(1);
  }

  @Test
  void conflict_showsBothTexts_andKeepsWhatTheOtherChanged() {
    Actor bob = app.members().member("bob", "red-kite");
    edit(bob, "summaryEn", "Text of Bob", "website", "https://red-kite.example/bob");
    var answer = edit(ann, "summaryEn", "Text of Ann", "version", "1");
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body())
        .contains("Bob", "Ann", "https://red-kite.example/bob", "name=\"version\" value=\"2\"");
    assertThat(kite().profile().summary().en()).isEqualTo("Text of Bob");
  }

  @Test
  void twoEditors_atOnce_oneIsTold() throws Exception {
    Actor bob = app.members().member("bob", "red-kite");
    List<Callable<Integer>> both =
        List.of(
            () -> edit(ann, "summaryEn", "Ann", "version", "1").statusCode(),
            () -> edit(bob, "summaryEn", "Bob", "version", "1").statusCode());
    try (var pool = Executors.newFixedThreadPool(2)) {
      var codes = new ArrayList<Integer>();
      for (var done : pool.invokeAll(both)) {
        codes.add(done.get());
      }
      assertThat(codes).containsExactlyInAnyOrder(303, 409);
    }
    assertThat(kite().version()).isEqualTo(2);
  }

  @Test
  void names_waitForStaff_theRestIsLive() {
    var saved =
        edit(ann, "nameEn", "Scarlet Kite", "summaryEn", "Both at once.", "note", "new brand");
    assertThat(saved.headers().firstValue("Location").orElseThrow()).endsWith("done=proposed");
    assertThat(kite().profile().summary().en()).isEqualTo("Both at once.");
    assertThat(kite().profile().name().en()).isEqualTo("red-kite");
    assertThat(app.get(null, "/organisations/red-kite").body()).doesNotContain("Scarlet");
    assertThat(app.get(ann, "/organisations/red-kite/edit").body()).contains("Scarlet");

    String desk = app.get(sam, "/staff/proposals").body();
    assertThat(desk).contains("Scarlet", "new brand");
    String id = app.test().query("select id from proposal").getFirst();
    assertThat(app.post(ann, "/staff/proposals/" + id, "verdict", "accept").statusCode())
        .isEqualTo(403);
    assertThat(app.post(sam, "/staff/proposals/" + id, "verdict", "refuse").statusCode())
        .isEqualTo(422);
    assertThat(app.post(sam, "/staff/proposals/" + id, "verdict", "accept").statusCode())
        .isEqualTo(303);
    assertThat(kite().profile().name().en()).isEqualTo("Scarlet Kite");
    assertThat(app.post(sam, "/staff/proposals/" + id, "verdict", "accept").statusCode())
        .isEqualTo(409);
  }

  @Test
  void names_changedMeanwhile_acceptingIsAConflict() {
    edit(ann, "nameEn", "Scarlet Kite");
    edit(sam, "nameEn", "Crimson Kite", "reason", "their letter of May");
    String id = app.test().query("select id from proposal").getFirst();
    assertThat(app.post(sam, "/staff/proposals/" + id, "verdict", "accept").statusCode())
        .isEqualTo(409);
    assertThat(app.test().query("select state from proposal")).containsExactly("waiting");
    assertThat(kite().profile().name().en()).isEqualTo("Crimson Kite");
  }

  @Test
  void staff_inPlaceOfMembers_sayWhy() {
    assertThat(app.get(sam, "/organisations/red-kite/edit").statusCode()).isEqualTo(200);
    var refused = edit(sam, "summaryEn", "By staff");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("By staff");
    assertThat(edit(sam, "summaryEn", "By staff", "reason", "asked by phone").statusCode())
        .isEqualTo(303);
    assertThat(app.get(ann, "/organisations/red-kite/history").body())
        .contains("asked by phone")
        .doesNotContain(sam.account().toString());
    assertThat(app.get(sam, "/organisations/red-kite/history").body())
        .contains(sam.account().toString());
  }

  @Test
  void confirming_oneFactAndAll() {
    assertThat(app.post(ann, "/organisations/red-kite/confirm", "field", "summaryEn").statusCode())
        .isEqualTo(303);
    assertThat(kite().version()).as("one fact is provenance only").isEqualTo(1);
    assertThat(
            app.test()
                .query(
                    "select source || (confirmed_at is not null) from statement where field ="
                        + " 'summaryEn'"))
        .containsExactly("organisationtrue");
    app.post(ann, "/organisations/red-kite/confirm", "field", "summaryEn");
    assertThat(app.test().query("select count(*) from statement where field = 'summaryEn'"))
        .containsExactly("1");
    assertThat(app.post(ann, "/organisations/red-kite/confirm", "field", "sources").statusCode())
        .isEqualTo(422);
    app.post(ann, "/organisations/red-kite/confirm", "field", "");
    assertThat(kite().entry().origin().confirmedAt()).isNotNull();
  }

  @Test
  void needs_areWrittenClosedAndDeleted() {
    var created =
        app.post(
            ann,
            "/organisations/red-kite/needs/new",
            "version",
            "0",
            "exchange",
            "data",
            "titleEn",
            "Wind data",
            "visibility",
            "public",
            "opens",
            "2026-01-01",
            "capabilities",
            "computer-vision",
            "fictional",
            "false",
            "organisation",
            "blue-heron");
    assertThat(created.statusCode()).as(created.body()).isEqualTo(303);
    var need =
        app.test().core().exchanges().listOf(Side.NEED, kite().id(), Viewer.STAFF).getFirst();
    assertThat(need.content().fictional()).isTrue();
    String path = "/needs/" + need.id() + "/edit";
    assertThat(app.get(ann, path).body()).contains("value=\"Wind data\"");
    assertThat(app.post(ann, path, "version", "1", "intent", "close").statusCode()).isEqualTo(303);
    assertThat(app.post(ann, path, "version", "2", "intent", "delete").statusCode())
        .as("not without the box")
        .isEqualTo(422);
    assertThat(app.post(ann, path, "version", "2", "intent", "delete", "sure", "true").statusCode())
        .isEqualTo(303);
    assertThat(app.get(ann, path).statusCode()).isEqualTo(404);

    String history = "/needs/" + need.id() + "/history";
    assertThat(app.get(ann, history).statusCode()).isEqualTo(200);
    assertThat(
            app.post(ann, history, "number", "3", "latest", "3", "reason", "by mistake")
                .statusCode())
        .isEqualTo(303);
    assertThat(app.get(ann, path).statusCode()).isEqualTo(200);
  }

  @Test
  void exchange_faultsAndStaffsVisibility_areRefused() {
    var answer =
        app.post(
            ann,
            "/organisations/red-kite/offers/new",
            "version",
            "0",
            "exchange",
            "gold",
            "titleEn",
            "",
            "textZhHans",
            "留着",
            "visibility",
            "staff",
            "opens",
            "soon");
    assertThat(answer.statusCode()).isEqualTo(422);
    for (String field : List.of("exchange", "titleEn", "opens")) {
      assertThat(answer.body()).contains("id=\"fault-" + field + "\"");
    }
    assertThat(answer.body()).contains("留着", "value=\"soon\"");
    var hidden =
        app.post(
            ann,
            "/organisations/red-kite/offers/new",
            "version",
            "0",
            "exchange",
            "data",
            "titleEn",
            "x",
            "visibility",
            "staff",
            "opens",
            "2026-01-01");
    assertThat(hidden.statusCode()).isEqualTo(422);
    assertThat(hidden.body()).contains("id=\"fault-visibility\"");
  }

  private HttpResponse<String> edit(Actor actor, String... changes) {
    return edit(actor, List.of(changes));
  }

  /** Sends the form as a browser would: everything that it shows, with some fields changed. */
  private HttpResponse<String> edit(Actor actor, List<String> changes) {
    var values = new java.util.LinkedHashMap<String, List<String>>();
    Draft shown = EditService.draft(kite());
    shown
        .fields()
        .forEach(field ->
            values.put(
                field.name(),
                field.kind() == FormField.Kind.ITEMS
                    ? List.of(String.join("\r\n", shown.all(field.name())))
                    : shown.all(field.name())));
    values.put("version", List.of(Long.toString(kite().version())));
    for (int i = 0; i < changes.size(); i += 2) {
      values.put(changes.get(i), List.of(changes.get(i + 1)));
    }
    var sent = new ArrayList<String>();
    values.forEach((name, all) -> all.forEach(value -> sent.addAll(List.of(name, value))));
    return app.post(actor, "/organisations/red-kite/edit", sent.toArray(String[]::new));
  }

  private Organisation kite() {
    return app.test().core().organisations().get("red-kite", praya.domain.Viewer.STAFF);
  }
}
