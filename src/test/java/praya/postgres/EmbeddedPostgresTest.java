package praya.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ordinary life of a server, and who may talk to it. */
class EmbeddedPostgresTest {

  @TempDir static Path folder;
  private static EmbeddedPostgres postgres;

  @BeforeAll
  static void start() {
    postgres = Servers.start(folder);
  }

  @AfterAll
  static void stop() {
    postgres.close();
  }

  @Test
  void start_again_findsTheData(@TempDir Path other) throws SQLException {
    var steps = new ArrayList<String>();
    try (var first = EmbeddedPostgres.start(other, Servers.BINARIES, steps::add)) {
      Servers.execute(first.connection(), "CREATE TABLE kept AS SELECT 'still here' AS text");
    }
    assertThat(steps).endsWith("creating the database cluster", "starting PostgreSQL");
    steps.clear();
    try (var second = EmbeddedPostgres.start(other, Servers.BINARIES, steps::add)) {
      assertThat(Servers.query(second.connection(), "SELECT text FROM kept"))
          .containsExactly("still here");
    }
    assertThat(steps).containsExactly("starting PostgreSQL");
  }

  @Test
  void close_endsSessionsAndServer_andMayBeRepeated(@TempDir Path other) throws Exception {
    var closed = Servers.start(other);
    long pid = Servers.postmasterPid(other);
    try (var session = Servers.open(closed.connection())) {
      closed.close();
      assertThat(session.isValid(1)).isFalse();
    }
    closed.close();
    assertThat(closed.isRunning()).isFalse();
    assertThat(ProcessHandle.of(pid)).isEmpty();
    assertThat(EmbeddedPostgres.findRunning(other)).isEmpty();
  }

  @Test
  void close_whenNothingIsRunningAnyMore_givesTheFolderFree(@TempDir Path other) throws Exception {
    var first = Servers.start(other);
    first.close();
    try (var second = Servers.start(other)) {
      assertThat(second.isRunning()).isTrue();
    }
  }

  @Test
  void password_isReadableByItsOwnerOnly() throws Exception {
    for (String file : new String[] {"postgres.password", "postgres.log"}) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file))))
          .as(file)
          .isEqualTo("rw-------");
    }
    assertThat(postgres.connection().toString()).doesNotContain(postgres.connection().password());
  }

  @Test
  void connection_withoutTheRightPassword_isRefused() {
    var right = postgres.connection();
    for (String password : new String[] {"", "wrong", right.password().substring(1)}) {
      var wrong = new PostgresConnection(right.url(), right.user(), password);
      assertThatThrownBy(() -> Servers.open(wrong)).isInstanceOf(SQLException.class);
    }
    // To every database, also PostgreSQL's own.
    var own = right.url().replace("/praya", "/postgres");
    assertThatThrownBy(() -> Servers.open(new PostgresConnection(own, right.user(), "wrong")))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("28P01"));
  }

  @Test
  void authentication_neverTrusts() throws SQLException {
    assertThat(
            Servers.query(
                postgres.connection(), "SELECT DISTINCT auth_method FROM pg_hba_file_rules"))
        .containsExactly("scram-sha-256");
  }

  @Test
  void settings_areThoseOfADurableLocalServer() throws SQLException {
    assertThat(
            Servers.query(
                postgres.connection(),
                """
                SELECT name || ' ' || setting FROM pg_settings WHERE name IN (
                  'data_checksums', 'fsync', 'full_page_writes', 'listen_addresses', 'log_timezone',
                  'max_connections', 'synchronous_commit', 'unix_socket_directories')
                ORDER BY name\
                """))
        .containsExactly(
            "data_checksums on",
            "fsync on",
            "full_page_writes on",
            "listen_addresses 127.0.0.1",
            "log_timezone UTC",
            "max_connections 60",
            "synchronous_commit on",
            "unix_socket_directories ");
  }

  @Test
  void locale_isTheSameOnEveryMachine() throws SQLException {
    assertThat(
            Servers.query(
                postgres.connection(),
                """
                SELECT concat_ws(' ', datlocprovider, datlocale, pg_encoding_to_char(encoding))
                FROM pg_database WHERE datname = 'praya'\
                """))
        .containsExactly("b C.UTF-8 UTF8");
  }

  @Test
  void findRunning_besideTheServer_canConnect(@TempDir Path empty) throws SQLException {
    var found = EmbeddedPostgres.findRunning(folder).orElseThrow();
    assertThat(found).isEqualTo(postgres.connection());
    assertThat(Servers.query(found, "SELECT current_user")).containsExactly("praya");
    assertThat(EmbeddedPostgres.findRunning(empty)).isEmpty();
    assertThat(EmbeddedPostgres.findRunning(empty.resolve("missing"))).isEmpty();
  }
}
