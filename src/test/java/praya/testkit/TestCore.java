package praya.testkit;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import praya.Config;
import praya.Core;
import praya.domain.Actor;
import praya.postgres.PostgresConnection;
import praya.seed.Importer;

/**
 * A {@link Core} over a fresh database of the JVM's one test server. A database is a copy of a
 * template that was migrated, and loaded if that is wanted, once.
 */
public final class TestCore implements AutoCloseable {
  /** Who the tests act as. */
  public static final Actor TESTER = new Actor("key:tester", praya.domain.Role.STAFF);

  /** The repository's own data. */
  public static final Path SEED = Path.of("seed-data");

  private final Core core;
  private final PostgresConnection connection;

  private TestCore(Core core, PostgresConnection connection) {
    this.core = core;
    this.connection = connection;
  }

  /** A database with the schema and nothing in it. */
  public static TestCore empty() {
    return empty(Clock.systemUTC());
  }

  public static TestCore empty(Clock clock) {
    return of(TestServer.copy("empty", connection -> open(connection, clock).close()), clock);
  }

  /** A database with the seed's taxonomy and centre, and no organisations. */
  public static TestCore withTaxonomy() {
    return withTaxonomy(Clock.systemUTC());
  }

  public static TestCore withTaxonomy(Clock clock) {
    List<Path> files = List.of(SEED.resolve("taxonomy.json"), SEED.resolve("demo/centre.json"));
    return of(TestServer.copy("taxonomy", connection -> load(connection, files)), clock);
  }

  /** A database with all of the seed data. */
  public static TestCore seeded() {
    Clock clock = Clock.systemUTC();
    return of(TestServer.copy("seeded", connection -> load(connection, seedFiles())), clock);
  }

  private static void load(PostgresConnection connection, List<Path> files) {
    try (Core core = open(connection, Clock.systemUTC())) {
      var request = new Importer.Request(files, false, Actor.command("test"));
      core.importer(true).run(request, (file, done, total) -> {});
    }
  }

  /** All files of the seed that this version has a place for. */
  public static List<Path> seedFiles() {
    var files = new ArrayList<Path>();
    List.of("taxonomy.json", "organisations.jsonl", "relations.jsonl", "figures.json")
        .forEach(name -> files.add(SEED.resolve(name)));
    List.of(
            "centre.json",
            "organisations.jsonl",
            "relations.jsonl",
            "needs.jsonl",
            "offers.jsonl",
            "introductions.jsonl",
            "calls.jsonl",
            "allocations.jsonl",
            "usage.jsonl")
        .forEach(name -> files.add(SEED.resolve("demo").resolve(name)));
    return files;
  }

  private static TestCore of(PostgresConnection connection, Clock clock) {
    return new TestCore(open(connection, clock), connection);
  }

  /** A core over any database. */
  public static Core open(PostgresConnection connection, Clock clock) {
    Path nowhere = Path.of("target", "test-data");
    var config =
        new Config(TestSettings.WEB, nowhere, Path.of(""), true, Optional.of(connection), Map.of());
    return Core.start(config, clock, step -> {});
  }

  public Core core() {
    return core;
  }

  public PostgresConnection connection() {
    return connection;
  }

  /** A connection beside the pool, for tests that decide themselves what commits when. */
  public Connection connect() throws SQLException {
    return TestServer.connect(connection);
  }

  /** The first column, as text. */
  public List<String> query(String sql) {
    try (Connection c = connect();
        Statement statement = c.createStatement();
        var rows = statement.executeQuery(sql)) {
      var values = new ArrayList<String>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public long count(String table) {
    return Long.parseLong(query("select count(*) from " + table).getFirst());
  }

  /** Runs a statement; what the server refuses comes as it is. */
  public void execute(String sql) throws SQLException {
    try (Connection c = connect();
        Statement statement = c.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() {
    core.close();
  }

  /** The server of this JVM: an outside one, or an embedded one in a temporary folder. */
  private static final class TestServer {
    private static PostgresConnection server;
    private static final Map<String, String> TEMPLATES = new java.util.HashMap<>();
    private static int copies;

    interface Filling {
      void fill(PostgresConnection connection);
    }

    static synchronized PostgresConnection copy(String template, Filling filling) {
      try {
        if (!TEMPLATES.containsKey(template)) {
          filling.fill(create(template, "template0"));
          TEMPLATES.put(template, name(template));
        }
        return create("copy" + copies++, TEMPLATES.get(template));
      } catch (SQLException | java.io.IOException e) {
        throw new IllegalStateException("The test database cannot be made", e);
      }
    }

    private static PostgresConnection create(String what, String template)
        throws SQLException, java.io.IOException {
      String name = name(what);
      try (Connection c = connect(server());
          Statement statement = c.createStatement()) {
        statement.execute("create database " + name + " template " + template);
      }
      PostgresConnection at = server();
      return new PostgresConnection(
          at.url().replaceFirst("/[^/?]+(\\?|$)", "/" + name + "$1"), at.user(), at.password());
    }

    private static String name(String what) {
      return "praya_test_" + ProcessHandle.current().pid() + "_" + what;
    }

    private static PostgresConnection server() throws java.io.IOException, SQLException {
      if (server == null) {
        server = outside().orElse(null);
      }
      if (server == null) {
        server = EmbeddedTestServer.start();
      }
      return server;
    }

    private static Optional<PostgresConnection> outside() {
      String url = System.getenv("TEST_DATABASE_URL");
      return url == null || url.isBlank()
          ? Optional.empty()
          : Config.read(Map.of("database-url", url), Map.of()).database();
    }

    static Connection connect(PostgresConnection c) throws SQLException {
      return DriverManager.getConnection(c.url(), c.user(), c.password());
    }
  }
}
