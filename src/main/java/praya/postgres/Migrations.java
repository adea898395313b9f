package praya.postgres;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;

/**
 * The steps that bring a database to the schema of this program: the files of {@code schema/}, each
 * applied once and in order. Several processes may migrate at once; they wait for each other.
 */
public final class Migrations {

  /** States of a step that the database has and that lies beyond all that the program has. */
  private static final Set<MigrationState> FUTURE =
      EnumSet.of(MigrationState.FUTURE_SUCCESS, MigrationState.FUTURE_FAILED);

  private Migrations() {}

  /**
   * Applies the steps that are packed into the program.
   *
   * @throws DatabaseNewer when a newer program has migrated the database; nothing is changed then
   */
  public static void migrate(PostgresConnection connection) {
    migrate(connection, "classpath:db/migration");
  }

  /** Applies the steps of a folder, before there is a packed program. */
  static void migrate(PostgresConnection connection, Path schema) {
    migrate(connection, "filesystem:" + schema.toAbsolutePath());
  }

  private static void migrate(PostgresConnection connection, String location) {
    Flyway flyway =
        Flyway.configure()
            .dataSource(connection.url(), connection.user(), connection.password())
            .locations(location)
            .failOnMissingLocations(true)
            .validateMigrationNaming(true)
            // By default a newer schema is accepted in silence.
            .ignoreMigrationPatterns(new String[0])
            .cleanDisabled(true)
            .load();
    requireNotNewer(flyway.info().all());
    flyway.migrate();
  }

  /** The steps come in the order of their versions. */
  private static void requireNotNewer(MigrationInfo[] steps) {
    String known = "none";
    String newest = null;
    for (MigrationInfo step : steps) {
      if (FUTURE.contains(step.getState())) {
        newest = step.getVersion().toString();
      } else if (step.isVersioned() && step.getState().isResolved()) {
        known = step.getVersion().toString();
      }
    }
    if (newest != null) {
      throw new DatabaseNewer(newest, known);
    }
  }
}
