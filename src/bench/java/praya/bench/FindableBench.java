package praya.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * How long it takes from the acknowledgement of a write until a search finds it: creates
 * organisations one after the other and asks for each with {@code after} set to its position.
 */
public final class FindableBench {
  private FindableBench() {}

  /**
   * @param arguments the base address, a staff key, how many writes
   */
  public static void main(String[] arguments) throws Exception {
    String base = arguments[0];
    int writes = Integer.parseInt(arguments[2]);
    // The first writes warm the JVM and are not counted.
    int warmUp = writes / 4;
    long[] nanos = new long[writes];
    String run = Long.toString(System.currentTimeMillis(), 36);
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (int i = -warmUp; i < writes; i++) {
        String word = "zq" + run + (i < 0 ? "w" + -i : "m" + i);
        String body =
            """
            {"slug":"%s","nameEn":"Bench %s","kind":"startup","fictional":true,"sources":["Benchmark"]}
            """
                .formatted(word, word);
        HttpResponse<String> written =
            client.send(
                HttpRequest.newBuilder(URI.create(base + "/api/v1/organisations"))
                    .header("Authorization", "Bearer " + arguments[1])
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
        if (written.statusCode() != 201) {
          throw new IllegalStateException("The write was refused: " + written.body());
        }
        String position = written.headers().firstValue("Praya-Position").orElseThrow();
        long acknowledged = System.nanoTime();
        HttpResponse<String> found =
            client.send(
                HttpRequest.newBuilder(
                        URI.create(
                            base
                                + "/api/v1/organisations?facets=false&limit=1&q="
                                + word
                                + "&after="
                                + position))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
        if (i >= 0) {
          nanos[i] = System.nanoTime() - acknowledged;
        }
        if (!found.body().contains("\"slug\":\"" + word + "\"")) {
          throw new IllegalStateException("The write was not found: " + found.body());
        }
      }
    }
    Arrays.sort(nanos);
    System.out.printf(
        "write acknowledged -> found by a search: p50 %.1f ms, p99 %.1f ms, longest %.1f ms (%d"
            + " writes)%n",
        nanos[writes / 2] / 1e6,
        nanos[(int) (writes * 0.99)] / 1e6,
        nanos[writes - 1] / 1e6,
        writes);
  }
}
