package praya.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import praya.postgres.EmbeddedPostgres;
import praya.postgres.Migrations;
import praya.postgres.PostgresConnection;

/**
 * What the chain of the audit costs a write: transactions that write an audit row and a change, as
 * every write does, with the chain and without, for several numbers of writers at once. Each writer
 * has a connection of its own, of which the embedded server takes 60, and the server flushes to
 * disk.
 */
public final class AuditBench {
  private static final long SECONDS = 4;

  /** About the size of an organisation before and after a change. */
  private static final String DOCUMENT = "{\"text\": \"" + "x".repeat(1_500) + "\"}";

  private static final List<String> STATEMENTS =
      List.of(
          "insert into audit (actor, action, entity, entity_id, before, after) values ('key:bench',"
              + " 'changed', 'organisation', 'x', '"
              + DOCUMENT
              + "', '"
              + DOCUMENT
              + "')",
          "insert into change (entity, entity_id, action) values ('organisation', 'x', 'changed')");

  private AuditBench() {}

  /**
   * @param arguments the data folder, the folder of the unpacked PostgreSQL
   */
  public static void main(String[] arguments) throws Exception {
    try (EmbeddedPostgres postgres =
        EmbeddedPostgres.start(Path.of(arguments[0]), Path.of(arguments[1]))) {
      PostgresConnection at = postgres.connection();
      Migrations.migrate(at);
      for (int round = 0; round < 2; round++) {
        for (int writers : new int[] {1, 8, 48}) {
          for (boolean notifying : new boolean[] {true, false}) {
            for (boolean chained : new boolean[] {false, true}) {
              measure(at, new Setting(writers, notifying, chained), round > 0);
            }
          }
        }
      }
    }
  }

  private record Setting(int writers, boolean notifying, boolean chained) {}

  private static void measure(PostgresConnection at, Setting setting, boolean shown)
      throws Exception {
    try (Connection c = open(at)) {
      run(
          c,
          "alter table audit " + (setting.chained ? "enable" : "disable") + " trigger audit_chain");
    }
    long end = System.nanoTime() + SECONDS * 1_000_000_000L;
    var tasks = new ArrayList<Callable<long[]>>();
    for (int i = 0; i < setting.writers; i++) {
      tasks.add(() -> write(at, setting.notifying, end));
    }
    long[] nanos;
    try (var threads = Executors.newFixedThreadPool(setting.writers)) {
      var all = LongStream.empty();
      for (Future<long[]> done : threads.invokeAll(tasks)) {
        all = LongStream.concat(all, Arrays.stream(done.get()));
      }
      nanos = all.sorted().toArray();
    }
    if (shown) {
      System.out.printf(
          "%2d writers, %-14s %-12s %6.0f writes/s  p50 %6.2f ms  p99 %6.2f ms%n",
          setting.writers,
          setting.notifying ? "with NOTIFY," : "no NOTIFY,",
          setting.chained ? "chained:" : "not chained:",
          nanos.length / (double) SECONDS,
          nanos[nanos.length / 2] / 1e6,
          nanos[(int) (nanos.length * 0.99)] / 1e6);
    }
  }

  private static long[] write(PostgresConnection at, boolean notifying, long end)
      throws SQLException {
    var nanos = LongStream.builder();
    try (Connection c = open(at)) {
      c.setAutoCommit(false);
      while (System.nanoTime() < end) {
        long begin = System.nanoTime();
        for (String statement : STATEMENTS) {
          run(c, statement);
        }
        if (notifying) {
          run(c, "notify praya_change");
        }
        c.commit();
        nanos.add(System.nanoTime() - begin);
      }
    }
    return nanos.build().toArray();
  }

  private static Connection open(PostgresConnection at) throws SQLException {
    return DriverManager.getConnection(at.url(), at.user(), at.password());
  }

  private static void run(Connection c, String sql) throws SQLException {
    try (var statement = c.createStatement()) {
      statement.execute(sql);
    }
  }
}
