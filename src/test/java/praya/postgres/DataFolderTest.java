package praya.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a start does about a folder that is taken, foreign, broken or left in disorder. */
class DataFolderTest {

  @TempDir Path folder;

  @Test
  void start_whileThisProcessHoldsTheFolder_isRefused() throws Exception {
    try (var first = Servers.start(folder)) {
      Path sameFolder = folder.resolve("..").resolve(folder.getFileName());
      for (int attempt = 0; attempt < 2; attempt++) {
        assertThatThrownBy(() -> Servers.start(sameFolder))
            .isInstanceOf(DataFolderInUse.class)
            .hasMessageContaining("process " + ProcessHandle.current().pid());
      }
      // The refused attempts have not opened the folder to other processes either.
      try (var other = WritingProcess.start(folder)) {
        assertThatThrownBy(() -> other.rows(1)).isInstanceOf(IllegalStateException.class);
      }
      assertThat(Servers.query(first.connection(), "SELECT 1")).containsExactly("1");
    }
  }

  @Test
  void start_whileAnotherProcessHoldsTheFolder_namesIt() throws Exception {
    try (var other = WritingProcess.start(folder)) {
      other.rows(1);
      assertThatThrownBy(() -> Servers.start(folder))
          .isInstanceOf(DataFolderInUse.class)
          .hasMessageContaining("process " + other.pid())
          .hasMessageContaining(folder.toRealPath().toString());
      assertThat(EmbeddedPostgres.findRunning(folder)).isPresent();
      other.rows(1);
    }
  }

  @Test
  void start_withThePidFileOfAnotherProgram_ignoresIt() throws Exception {
    Servers.start(folder).close();
    Path data = Servers.data(folder);
    Process stranger = new ProcessBuilder("sleep", "60").start();
    try {
      for (long pid : new long[] {stranger.pid(), ProcessHandle.current().pid(), 1}) {
        Files.writeString(
            PostmasterFile.path(data),
            "%d\n%s\n1700000000\n5432\n\n127.0.0.1\n\nready   \n".formatted(pid, data));
        assertThat(EmbeddedPostgres.findRunning(folder)).isEmpty();
        try (var postgres = Servers.start(folder)) {
          assertThat(postgres.isRunning()).isTrue();
        }
      }
      assertThat(stranger.isAlive()).isTrue();
    } finally {
      stranger.destroyForcibly();
    }
  }

  @Test
  void start_besideAServerLeftRunning_stopsThatOne() throws Exception {
    Servers.start(folder).close();
    Path data = Servers.data(folder);
    Process orphan = serverWithoutOwner(data);
    Servers.await(
        "the orphan", () -> PostmasterFile.read(data).filter(PostmasterFile::ready).isPresent());
    try (var postgres = Servers.start(folder)) {
      assertThat(orphan.isAlive()).isFalse();
      assertThat(postgres.isRunning()).isTrue();
    } finally {
      orphan.destroyForcibly();
    }
  }

  @Test
  void start_afterACutOffCreation_beginsAnew() throws IOException {
    Files.createDirectories(folder.resolve("postgres.partial/base"));
    Files.writeString(folder.resolve("postgres.partial/PG_VERSION"), "18\n");
    Files.writeString(folder.resolve("postgres.password.partial"), "half");
    Files.createDirectory(folder.resolve("postgres"));
    try (var postgres = Servers.start(folder)) {
      assertThat(postgres.isRunning()).isTrue();
    }
    try (var files = Files.list(folder)) {
      assertThat(files.map(f -> f.getFileName().toString()))
          .containsExactlyInAnyOrder("lock", "postgres", "postgres.log", "postgres.password");
    }
  }

  @Test
  void start_onAClusterOfAnotherPostgres_isRefused() throws IOException {
    Files.createDirectory(folder.resolve("postgres"));
    Path version = folder.resolve("postgres/PG_VERSION");
    for (String number : List.of("99", "15", "nonsense")) {
      Files.writeString(version, number + "\n");
      requireUnusable("PostgreSQL " + number, "this program brings 18", "backup");
    }
    Files.move(version, folder.resolve("postgres/letters.txt"));
    requireUnusable("PG_VERSION", "--data");
    assertThat(folder.resolve("postgres/letters.txt")).exists();
  }

  @Test
  void start_withoutItsPassword_isRefused() throws IOException {
    Servers.start(folder).close();
    Path password = folder.resolve("postgres.password");
    Files.writeString(password, "another\n");
    requireUnusable("refuses the password");
    Files.delete(password);
    requireUnusable("postgres.password is missing");
  }

  @Test
  void start_onABrokenCluster_showsTheEndOfTheLog() throws IOException {
    Servers.start(folder).close();
    Files.delete(folder.resolve("postgres/global/pg_control"));
    requireUnusable("did not start", "pg_control", "restore a backup");
  }

  @Test
  void start_whereNoFolderCanBe_isRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThatThrownBy(() -> Servers.start(file))
        .isInstanceOf(DataFolderUnusable.class)
        .hasMessageContaining(file.toString());
  }

  private void requireUnusable(String... words) {
    assertThatThrownBy(() -> Servers.start(folder))
        .isInstanceOf(DataFolderUnusable.class)
        .hasMessageContainingAll(words);
  }

  /** As a Praya would leave it on a system that does not tell the child of its parent's death. */
  private Process serverWithoutOwner(Path data) throws Exception {
    return Privileges.forCluster(data)
        .program(
            List.of(
                PostgresBinaries.in(Servers.BINARIES).program("postgres"),
                "-D",
                data.toString(),
                "-p",
                Integer.toString(EmbeddedPostgres.freePort()),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories="),
            folder.resolve("postgres.log"))
        .start();
  }
}
