package praya.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Steps of a schema: applied once, never against a database that is ahead. */
class MigrationsTest {

  @TempDir static Path folder;
  private static EmbeddedPostgres postgres;

  @TempDir Path schema;
  private PostgresConnection database;

  @BeforeAll
  static void start() {
    postgres = Servers.start(folder);
  }

  @AfterAll
  static void stop() {
    postgres.close();
  }

  @BeforeEach
  void emptyDatabase() throws SQLException {
    // By force: Flyway leaves its session open when the folder of the steps is missing.
    Servers.execute(postgres.connection(), "DROP DATABASE IF EXISTS steps WITH (FORCE)");
    Servers.execute(postgres.connection(), "CREATE DATABASE steps");
    var c = postgres.connection();
    database = new PostgresConnection(c.url().replace("/praya", "/steps"), c.user(), c.password());
  }

  @Test
  void migrate_withTheProgramsOwnSchema_twice_changesNothingMore() throws SQLException {
    Migrations.migrate(database);
    var applied = versions();
    assertThat(applied).isNotEmpty();
    Migrations.migrate(database);
    assertThat(versions()).isEqualTo(applied);
  }

  @Test
  void migrate_withAFurtherStep_appliesOnlyThat() throws Exception {
    step("V1__one.sql", "CREATE TABLE one (number int)");
    Migrations.migrate(database, schema);
    step("V2__two.sql", "INSERT INTO one VALUES (2)");
    Migrations.migrate(database, schema);
    assertThat(Servers.query(database, "SELECT number FROM one")).containsExactly("2");
    assertThat(versions()).containsExactly("1", "2");
  }

  @Test
  void migrate_databaseOfANewerProgram_isRefused_namingBoth() throws Exception {
    step("V1__one.sql", "CREATE TABLE one (number int)");
    step("V2__two.sql", "CREATE TABLE two (number int)");
    step("V17__far.sql", "CREATE TABLE far (number int)");
    Migrations.migrate(database, schema);
    Files.delete(schema.resolve("V17__far.sql"));
    assertThatThrownBy(() -> Migrations.migrate(database, schema))
        .isInstanceOf(DatabaseNewer.class)
        .hasMessageContainingAll("(version 17)", "(version 2)");
  }

  @Test
  void migrate_stepChangedAfterwards_isRefused() throws Exception {
    step("V1__one.sql", "CREATE TABLE one (number int)");
    Migrations.migrate(database, schema);
    step("V1__one.sql", "CREATE TABLE one (number bigint)");
    assertThatThrownBy(() -> Migrations.migrate(database, schema))
        .isInstanceOf(FlywayException.class)
        .hasMessageContaining("checksum mismatch");
  }

  @Test
  void migrate_faultyStep_leavesNothingOfItBehind() throws Exception {
    step("V1__one.sql", "CREATE TABLE one (number int); SELECT no_such_function();");
    assertThatThrownBy(() -> Migrations.migrate(database, schema))
        .isInstanceOf(FlywayException.class);
    step("V1__one.sql", "CREATE TABLE one (number int)");
    Migrations.migrate(database, schema);
    assertThat(versions()).containsExactly("1");
  }

  @Test
  void migrate_withoutAFolder_isRefused() {
    assertThatThrownBy(() -> Migrations.migrate(database, schema.resolve("missing")))
        .isInstanceOf(FlywayException.class);
  }

  private void step(String file, String sql) throws IOException {
    Files.writeString(schema.resolve(file), sql);
  }

  private List<String> versions() throws SQLException {
    return Servers.query(
        database, "SELECT version FROM flyway_schema_history ORDER BY installed_rank");
  }
}
