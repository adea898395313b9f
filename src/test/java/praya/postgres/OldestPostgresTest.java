package praya.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import praya.Core;
import praya.domain.Viewer;
import praya.seed.Importer;
import praya.testkit.TestCore;

/**
 * The oldest PostgreSQL that an outside database may be, 15, takes the schema and the seed. It is
 * Debian's package; PRAYA_OLDEST_POSTGRES names another folder of its programs. Where there is none
 * the test says so on the error output and proves nothing; whoever requires the proof sets {@code
 * -Doldest.postgres.required=true}, and then a missing server is a failure.
 */
@Tag("oldest-postgres")
class OldestPostgresTest {
  private static final Path PROGRAMS =
      Path.of(System.getenv().getOrDefault("PRAYA_OLDEST_POSTGRES", "/usr/lib/postgresql/15/bin"));

  @TempDir Path folder;

  @Test
  void seed_onPostgres15_isImportedTwice() throws Exception {
    if (!Files.isExecutable(PROGRAMS.resolve("initdb"))) {
      String missing =
          "NOT PROVEN: there is no PostgreSQL 15 at "
              + PROGRAMS
              + ", so the schema was not tried on it. Debian: apt-get install postgresql-15.";
      assertThat(Boolean.getBoolean("oldest.postgres.required")).as(missing).isFalse();
      System.err.println(missing);
      return;
    }
    Path data = folder.toRealPath().resolve("data");
    var privileges = Privileges.forCluster(data);
    Files.createDirectory(data);
    privileges.handOver(data);
    run(
        privileges,
        "initdb",
        "--pgdata=" + data,
        "--username=praya",
        "--auth=trust",
        "-E",
        "UTF8",
        "--no-sync");
    int port = EmbeddedPostgres.freePort();
    Process server =
        privileges
            .program(
                List.of(
                    PROGRAMS.resolve("postgres").toString(),
                    "-D",
                    data.toString(),
                    "-p",
                    Integer.toString(port),
                    "-c",
                    "listen_addresses=127.0.0.1",
                    "-c",
                    "unix_socket_directories=",
                    "-c",
                    "fsync=off"),
                log())
            .start();
    try {
      var connection =
          new PostgresConnection("jdbc:postgresql://127.0.0.1:" + port + "/postgres", "praya", "");
      awaitReady(connection, server);
      assertThat(Servers.query(connection, "show server_version").getFirst()).startsWith("15.");
      importTwice(connection);
    } finally {
      server.destroy();
      if (!server.waitFor(10, TimeUnit.SECONDS)) {
        server.destroyForcibly();
      }
    }
  }

  private static void importTwice(PostgresConnection connection) {
    try (Core core = TestCore.open(connection, Clock.systemUTC())) {
      var request = new Importer.Request(TestCore.seedFiles(), false, TestCore.TESTER);
      assertThat(core.importer(true).run(request, (file, done, total) -> {}))
          .allMatch(file -> file.created() > 0);
      assertThat(core.importer(true).run(request, (file, done, total) -> {}))
          .allMatch(file -> file.created() + file.changed() == 0);
      assertThat(core.organisations().count(Viewer.STAFF)).isGreaterThan(400);
    }
  }

  private void awaitReady(PostgresConnection connection, Process server) throws Exception {
    Servers.await(
        "PostgreSQL 15",
        () -> {
          if (!server.isAlive()) {
            throw new AssertionError("PostgreSQL 15 ended: " + Files.readString(log()));
          }
          try (var open = Servers.open(connection)) {
            return open.isValid(1);
          } catch (java.sql.SQLException e) {
            return false;
          }
        });
  }

  private void run(Privileges privileges, String program, String... arguments) throws Exception {
    var command = new ArrayList<>(List.of(PROGRAMS.resolve(program).toString()));
    command.addAll(List.of(arguments));
    int status = privileges.program(command, log()).start().waitFor();
    assertThat(status).as("%s: %s", program, Files.readString(log())).isZero();
  }

  private Path log() throws IOException {
    Path log = folder.resolve("log");
    if (!Files.exists(log)) {
      Files.createFile(log);
    }
    return log;
  }
}
