package praya.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** What tests of a running server share: the cache of its programs, SQL, killing and waiting. */
final class Servers {

  /** The build's own cache, so that PostgreSQL is unpacked once per checkout. */
  static final Path BINARIES = Path.of(".cache");

  /** Starts, stops and recoveries take well under a second; a loaded machine needs more. */
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private Servers() {}

  static EmbeddedPostgres start(Path folder) {
    return EmbeddedPostgres.start(folder, BINARIES);
  }

  static Path data(Path folder) throws IOException {
    return new Cluster(folder.toRealPath()).data();
  }

  static long postmasterPid(Path folder) throws IOException {
    return PostmasterFile.read(data(folder)).orElseThrow().pid();
  }

  /** One signal command for all, so that none sees another die first. */
  static void kill(long... pids) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of("sh", "-c", "kill -9 \"$@\"", "kill"));
    for (long pid : pids) {
      command.add(Long.toString(pid));
    }
    int status = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (status != 0) {
      throw new IllegalStateException("kill ended with exit status " + status);
    }
  }

  static Connection open(PostgresConnection c) throws SQLException {
    return DriverManager.getConnection(c.url(), c.user(), c.password());
  }

  static void execute(PostgresConnection to, String sql) throws SQLException {
    try (Connection connection = open(to);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The first column. */
  static List<String> query(PostgresConnection to, String sql) throws SQLException {
    try (Connection connection = open(to);
        Statement statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      var values = new ArrayList<String>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    }
  }

  static void await(String what, Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!condition.call()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("Not within " + LIMIT.toSeconds() + " s: " + what);
      }
      Thread.sleep(10);
    }
  }
}
