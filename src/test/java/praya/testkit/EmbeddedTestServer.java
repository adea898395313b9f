package praya.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.apache.commons.io.FileUtils;
import praya.postgres.EmbeddedPostgres;
import praya.postgres.PostgresConnection;

/** The embedded server of the tests, which is gone with the JVM. */
final class EmbeddedTestServer {
  private EmbeddedTestServer() {}

  static PostgresConnection start() throws IOException, SQLException {
    Path folder = Files.createTempDirectory("praya-test-");
    EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, Path.of(".cache"));
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> {
              postgres.close();
              FileUtils.deleteQuietly(folder.toFile());
            }));
    PostgresConnection connection = postgres.connection();
    try (var c =
            DriverManager.getConnection(
                connection.url(), connection.user(), connection.password());
        var statement = c.createStatement()) {
      // What a test wrote need not survive the machine; that is tested by killing processes.
      statement.execute("alter system set fsync = off");
      statement.execute("select pg_reload_conf()");
    }
    return connection;
  }
}
