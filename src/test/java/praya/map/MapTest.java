package praya.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import praya.json.Json;
import praya.testkit.RunningApp;
import tools.jackson.databind.JsonNode;

/** The map of the seed over HTTP. */
class MapTest {
  private static final String CENTRE = "wonton-vector";
  private final RunningApp app = RunningApp.shared();

  @Test
  void surroundings_areTheSameInJsonGraphMlAndCsv() throws Exception {
    JsonNode json = json("/api/v1/organisations/" + CENTRE + "/map");
    assertThat(json.path("nodes").get(0).path("organisation").path("slug").asString())
        .isEqualTo(CENTRE);
    assertThat(json.path("nodes").size()).isBetween(5, MapService.MOST_MEMBERS);
    Document graph = xml(get("/map.graphml?of=" + CENTRE).body());
    assertThat(graph.getElementsByTagName("node").getLength()).isEqualTo(json.path("nodes").size());
    assertThat(graph.getElementsByTagName("edge").getLength()).isEqualTo(json.path("ties").size());
    assertThat(get("/map.csv?of=" + CENTRE).body().lines())
        .hasSize(1 + json.path("ties").size())
        .anyMatch(line -> line.contains("\"Wonton Vector\""));
    Document drawing = xml(get("/map.svg?of=" + CENTRE).body());
    assertThat(drawing.getElementsByTagName("circle").getLength())
        .isEqualTo(json.path("nodes").size());
    assertThat(drawing.getElementsByTagName("a").item(0).getAttributes().getNamedItem("href"))
        .extracting(href -> href.getNodeValue())
        .asString()
        .startsWith("http");
  }

  @Test
  void filters_holdBeforeAnythingIsDrawn() {
    JsonNode universities =
        json("/api/v1/organisations/" + CENTRE + "/map?steps=1&kind=university");
    assertThat(universities.path("nodes").size()).isEqualTo(2);
    JsonNode suppliers = json("/api/v1/organisations/" + CENTRE + "/map?type=supplier");
    suppliers
        .path("ties")
        .forEach(tie ->
            tie.path("relations")
                .forEach(relation ->
                    assertThat(relation.path("type").asString()).isEqualTo("supplier")));
    assertThat(suppliers.path("ties").size()).isPositive();
  }

  @Test
  void whole_neverMixesRealAndFictional() {
    JsonNode real = json("/api/v1/map");
    JsonNode fictional = json("/api/v1/map?fictional=true");
    assertThat(real.path("modularity").asDouble()).isGreaterThan(0.4);
    assertThat(real.toString()).contains("\"cyberport\"").doesNotContain(CENTRE);
    assertThat(fictional.toString()).contains(CENTRE).doesNotContain("\"cyberport\"");
    assertThat(fictional.path("helpful").size()).isPositive();
  }

  @Test
  void wrongAddresses_areTold() {
    assertThat(get("/map?of=nobody-at-all").statusCode()).isEqualTo(404);
    assertThat(get("/map?of=" + CENTRE + "&steps=9").statusCode()).isEqualTo(400);
    assertThat(get("/map?of=" + CENTRE + "&colour=red").statusCode()).isEqualTo(400);
    assertThat(get("/map.csv").statusCode()).isEqualTo(400);
  }

  private JsonNode json(String path) {
    HttpResponse<String> response = get(path);
    assertThat(response.statusCode()).isEqualTo(200);
    return Json.read(response.body().getBytes(StandardCharsets.UTF_8));
  }

  private static Document xml(String text) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private HttpResponse<String> get(String path) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create(app.baseUri() + path)).build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(path, e);
    }
  }
}
