package praya.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import praya.Config;
import praya.postgres.EmbeddedPostgres;
import praya.postgres.Migrations;
import praya.postgres.PostgresConnection;

/**
 * Databases with the present schema and nothing in it, for tests. They are copies of one template
 * that is made once, on an embedded PostgreSQL in a temporary folder, or on the outside one of the
 * environment variable {@code TEST_DATABASE_URL}. Everything goes when the tests end.
 */
public final class TestDatabase {
  private static final String TEMPLATE = "praya_test_" + ProcessHandle.current().pid();

  /** The build's own cache, so that PostgreSQL is unpacked once per checkout. */
  private static final Path BINARIES = Path.of(".cache");

  private static final Deque<Runnable> AT_THE_END = new ArrayDeque<>();

  private static TestDatabase shared;

  private final PostgresConnection server;
  private int made;

  private TestDatabase(PostgresConnection server) {
    this.server = server;
  }

  /** A database of one's own, for as long as the tests run. */
  public static synchronized PostgresConnection fresh() {
    if (shared == null) {
      shared = new TestDatabase(server());
      Migrations.migrate(shared.create(TEMPLATE, "template1"));
    }
    shared.made++;
    return shared.create(TEMPLATE + "_" + shared.made, TEMPLATE);
  }

  /** Leaves work for the end of the tests; what was left last is done first. */
  static synchronized void atTheEnd(Runnable work) {
    if (AT_THE_END.isEmpty()) {
      Runtime.getRuntime()
          .addShutdownHook(new Thread(() -> AT_THE_END.forEach(Runnable::run), "end of tests"));
    }
    AT_THE_END.addFirst(work);
  }

  /** A folder that goes with everything in it when the tests end. */
  static Path temporaryFolder(String name) {
    try {
      Path folder = Files.createTempDirectory(name);
      atTheEnd(() -> delete(folder));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PostgresConnection server() {
    String url = System.getenv("TEST_DATABASE_URL");
    if (url != null) {
      Map<String, String> given = new HashMap<>(Map.of("database-url", url));
      return Config.read(given, Map.of()).database().orElseThrow();
    }
    EmbeddedPostgres postgres =
        EmbeddedPostgres.start(temporaryFolder("praya-test-postgres"), BINARIES);
    atTheEnd(postgres::close);
    return postgres.connection();
  }

  /** A database without a schema, for tests of migrations. */
  public static synchronized PostgresConnection unmigrated() {
    fresh();
    return shared.create(TEMPLATE + "_bare_" + shared.made, "template1");
  }

  private PostgresConnection create(String name, String template) {
    execute("create database " + name + " template " + template);
    atTheEnd(() -> execute("drop database if exists " + name + " with (force)"));
    String url = server.url().replaceFirst("(//[^/]+/)[^?]+", "$1" + name);
    return new PostgresConnection(url, server.user(), server.password());
  }

  private void execute(String sql) {
    try (var connection =
            DriverManager.getConnection(server.url(), server.user(), server.password());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException("The server of the tests refuses: " + sql, e);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
