package praya.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing acknowledged is lost and nothing is left running, whoever is killed. */
class EmbeddedPostgresCrashTest {

  @TempDir Path folder;

  @Test
  void serverKilled_comesBackOnTheSamePort_withWhatWasCommitted() throws Exception {
    try (var postgres = Servers.start(folder)) {
      int port = postgres.port();
      Servers.execute(postgres.connection(), "CREATE TABLE kept AS SELECT 1 AS number");
      long pid = Servers.postmasterPid(folder);

      // An open session keeps a child of the killed process alive for a moment.
      try (var session = Servers.open(postgres.connection())) {
        Servers.kill(pid);
        Servers.await("the restart", () -> postgres.isRunning() && pid != pid(folder));
        assertThat(session.isValid(1)).isFalse();
      }

      assertThat(postgres.port()).isEqualTo(port);
      assertThat(Servers.query(postgres.connection(), "SELECT number FROM kept"))
          .containsExactly("1");
    }
    assertThat(new ServerProcesses(Servers.data(folder)).running()).isEmpty();
  }

  @Test
  void serverThatCannotComeBack_isGivenUp_andCloses() throws Exception {
    // Servers of other tests may run in the same process.
    long others = ownerThreads();
    try (var postgres = Servers.start(folder)) {
      long pid = Servers.postmasterPid(folder);
      Files.writeString(
          Servers.data(folder).resolve("postgresql.conf"),
          "\nno_such_setting = 1\n",
          StandardOpenOption.APPEND);
      Servers.kill(pid);
      Servers.await("the last attempt", () -> ownerThreads() == others);
      assertThat(postgres.isRunning()).isFalse();
    }
    var attempts =
        Files.readAllLines(folder.resolve("postgres.log")).stream()
            .filter(line -> line.contains("no_such_setting"))
            .count();
    assertThat(attempts).isEqualTo(5);
  }

  @Test
  void processKilled_leavesNoServer_andLosesNothing() throws Exception {
    try (var writing = WritingProcess.start(folder)) {
      List<String> acknowledged = writing.rows(100);
      Servers.kill(writing.pid());
      acknowledged.addAll(writing.lastRows());

      var processes = new ServerProcesses(Servers.data(folder));
      Servers.await("the end of the orphans", () -> processes.running().isEmpty());
      requireWritten(acknowledged);
    }
  }

  @Test
  void processKilled_andStartedAtOnce_losesNothing() throws Exception {
    try (var writing = WritingProcess.start(folder)) {
      List<String> acknowledged = writing.rows(100);
      Servers.kill(writing.pid());
      acknowledged.addAll(writing.lastRows());
      requireWritten(acknowledged);
    }
  }

  @Test
  void processAndServerKilled_losesNothing() throws Exception {
    try (var writing = WritingProcess.start(folder)) {
      List<String> acknowledged = writing.rows(100);
      Servers.kill(writing.pid(), Servers.postmasterPid(folder));
      acknowledged.addAll(writing.lastRows());
      requireWritten(acknowledged);
    }
  }

  private void requireWritten(List<String> acknowledged) throws Exception {
    try (var postgres = Servers.start(folder)) {
      assertThat(Servers.query(postgres.connection(), "SELECT number FROM written"))
          .containsAll(acknowledged);
    }
  }

  /** Zero while the file is being written anew. */
  private static long pid(Path folder) throws Exception {
    return PostmasterFile.read(Servers.data(folder)).map(PostmasterFile::pid).orElse(0L);
  }

  private static long ownerThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("postgres-owner"))
        .count();
  }
}
