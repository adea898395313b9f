package praya.bench;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Whether the time of an answer tells who has an account: asks by turns for a sign-in link for an
 * address with an account and for one without, and tells both times. Two addresses without an
 * account are compared in the same run: that is the noise.
 */
public final class LinkBench {
  private static final String[] ADDRESSES = {
    BenchServer.KNOWN, "nobody@bench.example", "no-one@bench.example"
  };

  private LinkBench() {}

  /**
   * @param arguments the base address, how many of each
   */
  public static void main(String[] arguments) throws Exception {
    URI address = URI.create(arguments[0] + "/sign-in/mail");
    int rounds = Integer.parseInt(arguments[1]);
    int warmUp = rounds / 2;
    var nanos = new long[ADDRESSES.length][rounds];
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (int round = -warmUp; round < rounds; round++) {
        for (int i = 0; i < ADDRESSES.length; i++) {
          // Another begins each round, so that no place in it is another's advantage.
          int which = Math.floorMod(i + round, ADDRESSES.length);
          long start = System.nanoTime();
          int status = ask(client, address, ADDRESSES[which]);
          if (status != 200) {
            throw new IllegalStateException("The answer was " + status);
          }
          if (round >= 0) {
            nanos[which][round] = System.nanoTime() - start;
          }
        }
      }
    }
    double[] medians = new double[ADDRESSES.length];
    String[] names = {"with an account", "without", "without, another"};
    for (int i = 0; i < ADDRESSES.length; i++) {
      Arrays.sort(nanos[i]);
      medians[i] = nanos[i][rounds / 2] / 1e6;
      System.out.printf(
          "%-18s p50 %.2f ms, p90 %.2f ms%n",
          names[i], medians[i], nanos[i][rounds * 9 / 10] / 1e6);
    }
    System.out.printf(
        "p50 with / without = %.3f; noise: without / without = %.3f%n",
        medians[0] / medians[1], medians[2] / medians[1]);
  }

  private static int ask(HttpClient client, URI address, String email) throws Exception {
    String form = "email=" + URLEncoder.encode(email, StandardCharsets.UTF_8);
    return client
        .send(
            HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build(),
            HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }
}
