package praya;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import praya.domain.Role;
import praya.postgres.EmbeddedPostgres;
import praya.store.AuditChain;
import praya.testkit.TestCore;

/** The audit is whole after everything was killed under load, and heads noted before are in it. */
class AuditCrashTest {
  private static final int WRITERS = 8;
  private static final int WRITES_BEFORE_THE_KILL = 60;

  private final List<AuditChain.Head> noted = new ArrayList<>();

  @TempDir Path home;

  @Test
  @Timeout(120)
  void audit_killedUnderLoad_isWholeAndHoldsEveryHeadThatWasNoted() throws Exception {
    Path data = prepare();
    ServingProcess serving = ServingProcess.start(home, data);
    try {
      String key = newKey(data);
      for (int round = 0; round < 3; round++) {
        killUnderLoad(serving, data, key, round);
        serving.close();
        ServingProcess.await(
            "the end of the orphans", () -> ServingProcess.processesIn(data).isEmpty());
        serving = ServingProcess.start(home, data);
      }
      for (AuditChain.Head head : noted) {
        assertThat(verify(data, "--head=" + head.hash(), "--count=" + head.count()))
            .as(head.toString())
            .startsWith("0 ");
      }
      assertThat(noted).hasSizeGreaterThan(3);
      assertThat(verify(data, "--head=" + "0".repeat(63) + "1")).startsWith("1 ");
      assertThat(verify(data, "--head=" + noted.getFirst().hash(), "--count=999999"))
          .startsWith("1 ");
      assertThat(verify(data, "--head=short")).startsWith("2 ");
      assertThat(verify(data, "--count=3")).startsWith("2 ");
    } finally {
      serving.close();
    }
  }

  private Path prepare() throws IOException {
    Path seed = Files.createDirectories(home.resolve("seed-data"));
    Files.copy(TestCore.SEED.resolve("taxonomy.json"), seed.resolve("taxonomy.json"));
    Path data = Files.createDirectories(home.toRealPath().resolve("data"));
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

  private void killUnderLoad(ServingProcess serving, Path data, String key, int round)
      throws Exception {
    var done = new AtomicInteger();
    var broken = new AtomicBoolean();
    var writers = new ArrayList<Thread>();
    for (int i = 0; i < WRITERS; i++) {
      String name = "crash-" + round + "-" + i + "-";
      writers.add(
          Thread.ofVirtual()
              .start(() -> {
                for (int n = 0; !broken.get(); n++) {
                  broken.compareAndSet(false, !write(serving, key, name + n));
                  done.incrementAndGet();
                }
              }));
    }
    var connection = EmbeddedPostgres.findRunning(data).orElseThrow();
    try (Core core = TestCore.open(connection, Clock.systemUTC())) {
      var chain = new AuditChain(core.database());
      while (!broken.get() && done.get() < WRITES_BEFORE_THE_KILL) {
        AuditChain.Head head = chain.head();
        if (noted.isEmpty() || head.count() > noted.getLast().count() + 10) {
          noted.add(head);
        }
      }
      assertThat(broken.get()).as("a write failed before the kill").isFalse();
      ServingProcess.kill(serving.pid(), serving.postmasterPid());
    }
    for (Thread writer : writers) {
      writer.join(Duration.ofSeconds(20));
    }
    assertThat(broken.get()).as("the kill was felt").isTrue();
  }

  private static boolean write(ServingProcess serving, String key, String slug) {
    String body =
        "{\"slug\":\"%s\",\"nameEn\":\"%s\",\"kind\":\"startup\",\"fictional\":true,\"sources\":[\"test\"]}"
            .formatted(slug, slug);
    try {
      return serving.post("/api/v1/organisations", key, body) == 201;
    } catch (IOException e) {
      return false;
    }
  }

  /** The exit status of the verb, and what it printed. */
  private static String verify(Path data, String... options) {
    var arguments = new ArrayList<>(List.of("audit", "verify", "--data=" + data));
    arguments.addAll(List.of(options));
    var out = new StringWriter();
    int status =
        Main.commandLine()
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(out))
            .execute(arguments.toArray(String[]::new));
    return status + " " + out;
  }
}
