package praya.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import praya.domain.Action;
import praya.domain.Actor;
import praya.domain.Permission;
import praya.domain.Role;
import praya.domain.Side;
import praya.domain.Visibility;
import praya.domain.Whose;
import praya.testkit.Records;
import praya.testkit.StewardApp;
import praya.testkit.TestCore;

/** Every route as every role, and every write of a record as everybody, against the one table. */
class RoutePermissionTest {
  private static final String NOBODY = "00000000-0000-7000-8000-000000000000";

  private static StewardApp app;
  private static Map<Role, Actor> actors;
  private static Actor owner;

  @BeforeAll
  static void start() {
    app = StewardApp.start();
    owner = app.members().member("owner", "red-kite");
    actors =
        Map.of(
            Role.MEMBER, app.members().member("other", "blue-heron"),
            Role.STAFF, app.members().staff("staff"),
            Role.ADMIN, app.members().admin("admin"));
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  @Test
  void everyRoute_refusesTheRolesThatMayNever() {
    List<String> wrong = new ArrayList<>();
    app.app()
        .actions()
        .forEach((route, action) -> {
          String[] parts = route.split(" ", 2);
          String path = parts[1].replaceAll("\\{[^}]+}", NOBODY);
          for (Role role : Role.values()) {
            boolean may = Permission.mayEver(role, action);
            // What one may do is tried elsewhere; here a POST could end the session that asks.
            if (may && !parts[0].equals("GET")) {
              continue;
            }
            HttpResponse<String> answer = ask(actors.get(role), parts[0], path);
            if (may == isRefused(answer)) {
              wrong.add(role + " " + route + " as " + action + ": " + answer.statusCode());
            }
          }
        });
    assertThat(app.app().actions()).hasSizeGreaterThan(90);
    assertThat(wrong).isEmpty();
  }

  @Test
  void everyWriteOfARecord_followsTheTable() {
    List<String> wrong = new ArrayList<>();
    for (Whose whose : List.of(Whose.OWN, Whose.FOREIGN)) {
      for (Role role : List.of(Role.ANYONE, Role.MEMBER, Role.STAFF, Role.ADMIN)) {
        Actor actor = whose == Whose.OWN && role == Role.MEMBER ? owner : actors.get(role);
        if (whose == Whose.OWN && role != Role.MEMBER) {
          continue;
        }
        for (Kind kind : Kind.values()) {
          for (String method : List.of("PUT", "PATCH", "DELETE")) {
            String path =
                "/api/v1/" + kind.plural + "/" + kind.create("red-kite", whose == Whose.OWN);
            String body =
                switch (method) {
                  case "PUT" -> app.call(actors.get(Role.ADMIN), "GET", path, null).body();
                  case "PATCH" -> "{}";
                  default -> null;
                };
            Action action = method.equals("DELETE") ? kind.deleting : kind.editing;
            HttpResponse<String> answer = app.call(actor, method, path, body);
            boolean done = answer.statusCode() / 100 == 2;
            if (done != Permission.may(role, action, whose) || (!done && !isRefused(answer))) {
              wrong.add(
                  "%s %s %s %s: %d %s"
                      .formatted(role, whose, method, path, answer.statusCode(), answer.body()));
            }
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void newcomer_isAskedForConsentBeforeActing_andNotBeforeReading() {
    Actor newcomer = app.members().newcomer("newcomer");
    app.members().join(newcomer.account(), "blue-heron");
    String path = "/api/v1/needs/" + Kind.NEED.create("blue-heron", true);
    HttpResponse<String> answer = app.call(newcomer, "PATCH", path, "{}");
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("consent-missing").contains("/account/consent");
    HttpResponse<String> page = app.get(newcomer, "/organisations/blue-heron/edit");
    assertThat(page.statusCode()).isEqualTo(303);
    String there = page.headers().firstValue("Location").orElseThrow();
    assertThat(there).isEqualTo("/account/consent?next=%2Forganisations%2Fblue-heron%2Fedit");
    assertThat(app.get(newcomer, there).body()).contains("name=\"version\"");
    assertThat(app.get(newcomer, "/account/data").statusCode()).isEqualTo(200);
    HttpResponse<String> agreed =
        app.post(
            newcomer, "/account/consent", "version", "1", "next", "/organisations/blue-heron/edit");
    assertThat(agreed.headers().firstValue("Location").orElseThrow())
        .isEqualTo("/organisations/blue-heron/edit");
    assertThat(app.get(newcomer, "/organisations/blue-heron/edit").statusCode()).isEqualTo(200);
    assertThat(
            app.post(newcomer, "/account/consent", "version", "1", "next", "//evil.example")
                .headers()
                .firstValue("Location")
                .orElseThrow())
        .isEqualTo("/");
  }

  private static HttpResponse<String> ask(@Nullable Actor as, String method, String path) {
    return method.equals("POST") && !path.startsWith("/api/")
        ? app.post(as, path)
        : app.call(as, method, path, method.equals("GET") ? null : "{}");
  }

  /** Led to the sign-in, unknown, forbidden, or told that there is no such thing of theirs. */
  private static boolean isRefused(HttpResponse<String> answer) {
    String there = answer.headers().firstValue("Location").orElse("");
    return switch (answer.statusCode()) {
      case 401 -> true;
      case 403 -> answer.body().contains("may not ");
      case 303 -> there.startsWith("/sign-in");
      default -> false;
    };
  }

  /** The records that are written over the API. */
  private enum Kind {
    ORGANISATION("organisations", Action.EDIT_ORGANISATION, Action.DELETE_ORGANISATION),
    NEED("needs", Action.EDIT_EXCHANGE, Action.EDIT_EXCHANGE),
    OFFER("offers", Action.EDIT_EXCHANGE, Action.EDIT_EXCHANGE),
    RELATION("relations", Action.EDIT_RELATION, Action.EDIT_RELATION),
    ALLOCATION("allocations", Action.EDIT_ALLOCATION, Action.EDIT_ALLOCATION);

    private static int made;

    private final String plural;
    private final Action editing;
    private final Action deleting;

    Kind(String plural, Action editing, Action deleting) {
      this.plural = plural;
      this.editing = editing;
      this.deleting = deleting;
    }

    /** A new record of the organisation, or a new organisation, which has members if owned. */
    private String create(String of, boolean owned) {
      var core = app.test().core();
      Actor actor = TestCore.TESTER.because("test");
      made++;
      String id = "made-" + made;
      LocalDate day = LocalDate.of(2026, 1, 1);
      switch (this) {
        case ORGANISATION -> {
          core.organisations().create(Records.entry(id), actor);
          if (owned) {
            app.members().join(owner.account(), id);
          }
        }
        case NEED, OFFER -> {
          Side side = this == NEED ? Side.NEED : Side.OFFER;
          core.exchanges().create(side, Records.exchange(of, "Wish", Visibility.PUBLIC), id, actor);
        }
        case RELATION -> {
          core.organisations().create(Records.entry(id), actor);
          core.relations().create(Records.relation(of, id, "customer"), id, actor);
        }
        case ALLOCATION ->
            core.allocations().create(Records.allocation(of, 1, day, day.plusDays(9)), id, actor);
      }
      return id;
    }
  }
}
