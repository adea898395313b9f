package praya;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import praya.domain.Role;
import praya.json.Json;
import praya.postgres.EmbeddedPostgres;
import praya.testkit.TestCore;
import tools.jackson.databind.JsonNode;

/** Whoever is killed while others write: every acknowledged write is there and can be found. */
class CrashTest {
  /** Enough that the kill falls among writes, few enough that a page of answers is no matter. */
  private static final int WRITES_BEFORE_THE_KILL = 25;

  private final Set<String> acknowledged = new ConcurrentSkipListSet<>();
  private int round;

  @TempDir Path home;

  @Test
  @Timeout(120)
  void program_killedWhileWriting_losesNothingAndFindsEverything() throws Exception {
    Path data = prepare();
    ServingProcess serving = ServingProcess.start(home, data);
    try {
      String key = newKey(data);

      writeAndKill(serving, key, serving.pid());
      serving.close();
      ServingProcess.await(
          "the end of the orphans", () -> ServingProcess.processesIn(data).isEmpty());
      serving = ServingProcess.start(home, data);
      requireFound(serving);

      // The server alone comes back by itself, below a program that goes on.
      writeAndKill(serving, key, serving.postmasterPid());
      requireFound(serving);
      requireWritable(serving, key);

      writeAndKill(serving, key, serving.pid(), serving.postmasterPid());
      serving.close();
      serving = ServingProcess.start(home, data);
      requireFound(serving);
      requireWritable(serving, key);
    } finally {
      serving.close();
    }
    assertThat(ServingProcess.processesIn(data)).as("orphans").isEmpty();
    assertThat(acknowledged).hasSizeGreaterThan(3 * WRITES_BEFORE_THE_KILL);
  }

  private Path prepare() throws IOException {
    Path seed = Files.createDirectories(home.resolve("seed-data"));
    Files.copy(TestCore.SEED.resolve("taxonomy.json"), seed.resolve("taxonomy.json"));
    Path data = Files.createDirectories(home.toRealPath().resolve("data"));
    // The build's own cache, so that PostgreSQL is not unpacked once more.
    Path cache = Files.createDirectories(Path.of(".cache")).toRealPath();
    Files.createSymbolicLink(data.resolve("postgres-binaries"), cache);
    return data;
  }

  private static String newKey(Path data) {
    var connection = EmbeddedPostgres.findRunning(data).orElseThrow();
    try (Core core = TestCore.open(connection, Clock.systemUTC())) {
      return core.keys().create("crash", Role.STAFF).secret().text();
    }
  }

  private void writeAndKill(ServingProcess serving, String key, long... pids) throws Exception {
    int current = ++round;
    int before = acknowledged.size();
    var broken = new java.util.concurrent.atomic.AtomicBoolean();
    Thread writer =
        Thread.ofVirtual()
            .start(() -> {
              for (int i = 0; !broken.get(); i++) {
                broken.set(!write(serving, key, "crash-" + current + "-" + i));
              }
            });
    try {
      ServingProcess.await(
          "writes", () -> broken.get() || acknowledged.size() >= before + WRITES_BEFORE_THE_KILL);
      assertThat(broken.get()).as("a write failed before the kill").isFalse();
      ServingProcess.kill(pids);
      writer.join(java.time.Duration.ofSeconds(20));
      assertThat(broken.get()).as("the kill was felt").isTrue();
    } finally {
      broken.set(true);
    }
  }

  /** Whether the write was acknowledged. */
  private boolean write(ServingProcess serving, String key, String slug) {
    String body =
        "{\"slug\":\"%s\",\"nameEn\":\"Zyzzyva %s\",\"kind\":\"startup\",".formatted(slug, slug)
            + "\"fictional\":true,\"sources\":[\"test\"]}";
    try {
      int status = serving.post("/api/v1/organisations", key, body);
      if (status == 201) {
        acknowledged.add(slug);
      }
      return status == 201;
    } catch (IOException e) {
      return false;
    }
  }

  private void requireWritable(ServingProcess serving, String key) throws Exception {
    String prefix = "again-" + round + "-";
    var attempts = new java.util.concurrent.atomic.AtomicInteger();
    ServingProcess.await("a write", () -> write(serving, key, prefix + attempts.incrementAndGet()));
    requireFound(serving);
  }

  /** Nothing was told that is not there; what was not told may be there or not. */
  private void requireFound(ServingProcess serving) throws Exception {
    ServingProcess.await("everything to be found", () -> found(serving).containsAll(acknowledged));
    for (String slug : new TreeSet<>(acknowledged).descendingSet().stream().limit(3).toList()) {
      // The list is answered from the index, so it may come before the database is there again.
      ServingProcess.await(
          slug, () -> serving.get("/api/v1/organisations/" + slug).statusCode() == 200);
    }
  }

  private static Set<String> found(ServingProcess serving) throws IOException {
    var slugs = new HashSet<String>();
    String cursor = "";
    do {
      var answer = serving.get("/api/v1/organisations?q=zyzzyva&limit=100&facets=false" + cursor);
      if (answer.statusCode() != 200) {
        return Set.of();
      }
      JsonNode page = Json.read(answer.body().getBytes(StandardCharsets.UTF_8));
      page.path("items").forEach(item -> slugs.add(item.path("slug").asString()));
      JsonNode next = page.path("next");
      cursor =
          next.isString()
              ? "&cursor=" + URLEncoder.encode(next.asString(), StandardCharsets.UTF_8)
              : "";
    } while (!cursor.isEmpty());
    return slugs;
  }
}
