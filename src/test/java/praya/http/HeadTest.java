package praya.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import praya.contract.Answer;
import praya.testkit.RunningApp;

/** HEAD tells what GET would, without the body. */
class HeadTest {
  private final RunningApp app = RunningApp.shared();

  @Test
  void head_ofWhatCanBeRead_isTheHeadOfIt() throws IOException {
    for (String target :
        List.of(
            "/api/v1/organisations/fano-labs",
            "/api/v1/stats",
            "/openapi.yaml",
            "/organisations/fano-labs",
            "/api/v1/organisations/no-such-one",
            "/api/v1/organisations?colour=red")) {
      Answer get = RawRequest.get(target).send(app.baseUri());
      Answer head = new RawRequest("HEAD", target, Map.of(), new byte[0]).send(app.baseUri());
      assertThat(head.status()).as(target).isEqualTo(get.status());
      assertThat(head.body()).as(target).isEmpty();
      for (String header : List.of("Content-Type", "Content-Length", "ETag", "Cache-Control")) {
        assertThat(head.headers().get(header))
            .as(target + " " + header)
            .isEqualTo(get.headers().get(header));
      }
    }
  }

  @Test
  void otherMethods_areToldThatHeadIsAllowed() throws IOException {
    Answer put = new RawRequest("PUT", "/api/v1/stats", Map.of(), new byte[0]).send(app.baseUri());
    assertThat(put.headers().get("Allow")).isEqualTo("GET, HEAD");
  }
}
