package praya.postgres;

/** The database was migrated by a newer Praya; an older one must not write to it. */
public final class DatabaseNewer extends RuntimeException {

  DatabaseNewer(String databaseVersion, String programVersion) {
    super(
        ("The schema of the database (version %s) is newer than this program knows (version %s)."
             + " Maybe start the newer Praya that was used before, or restore a backup made by this"
             + " one.")
            .formatted(databaseVersion, programVersion));
  }
}
