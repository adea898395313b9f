package praya.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import praya.App;
import praya.Config;
import praya.domain.Role;
import praya.testkit.TestClock;
import praya.testkit.TestCore;
import praya.testkit.TestSettings;

/** A POST under one Idempotency-Key has one effect, however often it is sent. */
class IdempotencyTest {
  private final TestClock clock = new TestClock();
  private final TestCore test = TestCore.withTaxonomy(clock);
  private final HttpClient client = HttpClient.newHttpClient();
  private App app;
  private String key;

  @TempDir Path folder;

  @BeforeEach
  void start() {
    var config =
        new Config(
            TestSettings.WEB, folder, folder, false, Optional.of(test.connection()), Map.of());
    app = App.start(config, test.core());
    key = newKey("one");
  }

  @AfterEach
  void stop() {
    app.close();
    test.close();
  }

  @Test
  void post_repeated_getsTheSameAnswerAndHasOneEffect() throws Exception {
    HttpResponse<String> first = post("k", body("firm"));
    HttpResponse<String> second = post("k", body("firm"));
    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(second.statusCode()).isEqualTo(201);
    assertThat(second.body()).isEqualTo(first.body());
    for (String header : List.of("Location", "ETag", "Praya-Position")) {
      assertThat(second.headers().firstValue(header))
          .as(header)
          .isPresent()
          .isEqualTo(first.headers().firstValue(header));
    }
    assertThat(test.count("organisation")).isEqualTo(1);
    // Without the key it is another request, and the slug is taken.
    assertThat(post(null, body("firm")).statusCode()).isEqualTo(409);
  }

  @Test
  void post_sentTwelveTimesAtOnce_hasOneEffect() throws Exception {
    var tasks = new ArrayList<Callable<HttpResponse<String>>>();
    for (int i = 0; i < 12; i++) {
      tasks.add(() -> post("same", body("firm")));
    }
    var bodies = new ArrayList<String>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<HttpResponse<String>> answer : threads.invokeAll(tasks)) {
        assertThat(answer.get().statusCode()).isEqualTo(201);
        bodies.add(answer.get().body());
      }
    }
    assertThat(bodies.stream().distinct()).hasSize(1);
    assertThat(test.count("organisation")).isEqualTo(1);
    assertThat(test.count("idempotent_answer")).isEqualTo(1);
  }

  @Test
  void key_usedForAnotherBody_isRefused() throws Exception {
    post("k", body("firm"));
    HttpResponse<String> other = post("k", body("another"));
    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(other.body()).contains("Idempotency-Key (k)");
    assertThat(test.count("organisation")).isEqualTo(1);
  }

  @Test
  void key_ofSomebodyElse_isAnotherKey() throws Exception {
    post("k", body("firm"));
    key = newKey("two");
    assertThat(post("k", body("another")).statusCode()).isEqualTo(201);
    assertThat(test.count("organisation")).isEqualTo(2);
  }

  @Test
  void post_thatWasRefused_mayBeRepeatedUnderItsKey() throws Exception {
    String wrong = body("firm").replace("startup", "nonsense");
    assertThat(post("k", wrong).statusCode()).isEqualTo(422);
    assertThat(test.count("idempotent_answer")).isZero();
    assertThat(post("k", body("firm")).statusCode()).isEqualTo(201);
  }

  @Test
  void answer_isForgottenAfterADay() throws Exception {
    post("old", body("firm"));
    clock.move(Duration.ofHours(25));
    assertThat(post("new", body("another")).statusCode()).isEqualTo(201);
    assertThat(test.query("select key from idempotent_answer")).containsExactly("new");
  }

  @Test
  void key_ofTheWrongLength_isRefused() throws Exception {
    assertThat(post("x".repeat(201), body("firm")).statusCode()).isEqualTo(400);
    assertThat(post("x".repeat(200), body("firm")).statusCode()).isEqualTo(201);
  }

  private String newKey(String name) {
    return test.core().keys().create(name, Role.STAFF).secret().text();
  }

  private HttpResponse<String> post(String idempotencyKey, String body)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + app.port() + "/api/v1/organisations"))
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (idempotencyKey != null) {
      request.header("Idempotency-Key", idempotencyKey);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static String body(String slug) {
    return "{\"slug\":\"%s\",\"nameEn\":\"%s\",\"kind\":\"startup\",".formatted(slug, slug)
        + "\"fictional\":true,\"sources\":[\"test\"]}";
  }
}
