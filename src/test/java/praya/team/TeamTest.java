package praya.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import praya.json.Json;
import praya.testkit.RunningApp;
import tools.jackson.databind.JsonNode;

/** Teams for the seed's calls over HTTP, each checked against what the directory itself tells. */
class TeamTest {
  private final RunningApp app = RunningApp.shared();

  @Test
  void teams_ofEveryCall_coverItAndKeepItsRules() {
    JsonNode calls = json("/api/v1/calls?fictional=true").path("items");
    assertThat(calls.size()).isEqualTo(6);
    for (JsonNode call : calls) {
      JsonNode teams = json("/api/v1/calls/" + call.path("id").asString() + "/teams");
      assertThat(teams.path("items").size()).as(call.toString()).isBetween(1, 3);
      Set<String> wanted = new TreeSet<>();
      call.path("requiredCapabilities").forEach(code -> wanted.add(code.asString()));
      teams.path("nobody").forEach(code -> wanted.remove(code.asString()));
      Set<Set<String>> seen = new HashSet<>();
      for (JsonNode team : teams.path("items")) {
        seen.add(valid(team, call, wanted));
        double above = team.path("cost").asDouble() - teams.path("bound").asDouble();
        assertThat(above).isGreaterThanOrEqualTo(0);
      }
      assertThat(seen).hasSize(teams.path("items").size());
    }
  }

  private Set<String> valid(JsonNode team, JsonNode call, Set<String> wanted) {
    Set<String> covered = new TreeSet<>();
    Set<String> members = new TreeSet<>();
    for (JsonNode member : team.path("members")) {
      String slug = member.path("organisation").asString();
      JsonNode organisation = json("/api/v1/organisations/" + slug);
      assertThat(organisation.path("fictional").asBoolean()).isTrue();
      assertThat(call.path("eligibleKinds").toString())
          .contains(organisation.path("kind").toString());
      assertThat(slug).isNotEqualTo(call.path("organiser").asString());
      members.add(slug);
      for (JsonNode cover : member.path("covers")) {
        covered.add(cover.path("capability").asString());
        if (cover.path("offer").isNull()) {
          assertThat(organisation.path("capabilities").toString())
              .contains(cover.path("capability").toString());
        }
      }
    }
    assertThat(covered).isEqualTo(wanted);
    assertThat(members.size()).isLessThanOrEqualTo(call.path("maxMembers").asInt());
    assertThat(team.path("free").asInt())
        .isEqualTo(Math.max(0, call.path("minMembers").asInt() - members.size()));
    assertThat(team.path("ties").size()).isEqualTo(members.size() - team.path("parts").asInt());
    double cost = members.size();
    for (JsonNode tie : team.path("ties")) {
      assertThat(members).contains(tie.path("from").asString(), tie.path("to").asString());
      cost += tie.path("cost").asDouble();
      for (JsonNode relation : tie.path("relations")) {
        assertThat(get("/api/v1/relations/" + relation.asString()).statusCode()).isEqualTo(200);
      }
    }
    assertThat(team.path("cost").asDouble())
        .isCloseTo(cost, org.assertj.core.data.Offset.offset(1e-9));
    return members;
  }

  @Test
  void brief_findsTeams_andSaysWhatNobodyCovers() {
    String query = "capability=cantonese-speech&capability=model-evaluation";
    JsonNode fictional = json("/api/v1/briefs/teams?fictional=true&" + query);
    assertThat(fictional.path("items").size()).isEqualTo(3);
    assertThat(json("/api/v1/briefs/teams?fictional=true&" + query)).isEqualTo(fictional);
    assertThat(json("/api/v1/briefs/teams").path("items").size()).isZero();
    List<String> codes =
        json("/api/v1/taxonomy").path("capabilities").values().stream()
            .map(term -> term.path("code").asString())
            .limit(11)
            .toList();
    if (codes.size() == 11) {
      String many = String.join("&capability=", codes);
      assertThat(json("/api/v1/briefs/teams?capability=" + many).path("items").size()).isZero();
    }
  }

  @Test
  void wrongAddresses_areTold() {
    assertThat(get("/api/v1/calls/none").statusCode()).isEqualTo(404);
    assertThat(get("/api/v1/calls/none/teams").statusCode()).isEqualTo(404);
    assertThat(get("/calls/none").statusCode()).isEqualTo(404);
    assertThat(get("/calls?sort=x").statusCode()).isEqualTo(400);
    assertThat(get("/api/v1/calls?open=maybe").statusCode()).isEqualTo(400);
    assertThat(get("/api/v1/calls/call-01/teams?best=9").statusCode()).isEqualTo(400);
    assertThat(json("/api/v1/calls?open=false").path("items").size()).isEqualTo(1);
  }

  private JsonNode json(String path) {
    HttpResponse<String> response = get(path);
    assertThat(response.statusCode()).as(path).isEqualTo(200);
    return Json.read(response.body().getBytes(StandardCharsets.UTF_8));
  }

  private HttpResponse<String> get(String path) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create(app.baseUri() + path)).build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (java.io.IOException | InterruptedException e) {
      throw new AssertionError(path, e);
    }
  }
}
