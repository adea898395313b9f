package praya.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.commons.io.file.PathUtils;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.Target;
import org.jooq.postgres.extensions.bindings.LocalDateRangeBinding;
import org.jooq.postgres.extensions.types.LocalDateRange;
import org.slf4j.LoggerFactory;

/**
 * A step of the build: turns {@code schema/} into the jOOQ classes of {@code praya.store.db}, by
 * way of a real database. It does nothing while neither the schema nor this class has changed.
 */
public final class Codegen {

  private static final String TARGET_PACKAGE = "praya.store.db";

  /** What extensions bring is not ours to call; their names are asked from the database. */
  private static final String NAMES_OF_EXTENSIONS =
      """
      SELECT proname FROM pg_proc p JOIN pg_depend d
          ON d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e'
      UNION
      SELECT relname FROM pg_class c JOIN pg_depend d
          ON d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e'
      ORDER BY 1
      """;

  private Codegen() {}

  /**
   * Writes the classes and says so in one line, or says nothing when they are up to date.
   *
   * @param arguments folder of the schema, folder to write to, folder for the unpacked PostgreSQL
   */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length != 3) {
      throw new IllegalArgumentException("Needed: SCHEMA_DIR OUT_DIR CACHE_DIR");
    }
    // The application's own settings for the log are not yet in place; the default shows all.
    ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
    generate(Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2]));
  }

  /** True if the classes were written, false if they were up to date. */
  static boolean generate(Path schema, Path out, Path cache) throws Exception {
    String fingerprint = fingerprint(schema);
    Path stamp = out.resolve("schema.sha256");
    Path written = out.resolve(TARGET_PACKAGE.replace('.', '/')).resolve("Tables.java");
    if (Files.exists(written)
        && Files.exists(stamp)
        && Files.readString(stamp).equals(fingerprint)) {
      return false;
    }
    long start = System.nanoTime();
    Files.createDirectories(out);
    Files.createDirectories(cache);
    // Open to all, since root starts PostgreSQL as another user; the secrets inside are closed.
    Path folder =
        Files.createTempDirectory(
            cache,
            "codegen-",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
    try (var postgres = EmbeddedPostgres.start(folder, cache)) {
      Migrations.migrate(postgres.connection(), schema);
      GenerationTool.generate(configuration(postgres.connection(), out));
    } finally {
      PathUtils.deleteDirectory(folder);
    }
    Files.writeString(stamp, fingerprint);
    System.out.printf(
        "jOOQ classes written from %s in %d ms%n", schema, (System.nanoTime() - start) / 1_000_000);
    return true;
  }

  /** Covers names and contents of the schema, and the settings below. */
  private static String fingerprint(Path schema) throws IOException, NoSuchAlgorithmException {
    var digest = MessageDigest.getInstance("SHA-256");
    try (var files = Files.walk(schema)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        digest.update(schema.relativize(file).toString().getBytes(UTF_8));
        digest.update(Files.readAllBytes(file));
      }
    }
    try (InputStream self = Codegen.class.getResourceAsStream("Codegen.class")) {
      digest.update(Objects.requireNonNull(self).readAllBytes());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static Configuration configuration(PostgresConnection connection, Path out)
      throws SQLException {
    var dateRange =
        new ForcedType()
            .withUserType(LocalDateRange.class.getName())
            .withBinding(LocalDateRangeBinding.class.getName())
            .withIncludeTypes("daterange");
    var database =
        new Database()
            .withName("org.jooq.meta.postgres.PostgresDatabase")
            .withInputSchema("public")
            // The application's connection decides the schema, not the generated code.
            .withOutputSchemaToDefault(true)
            .withForcedTypes(dateRange)
            .withExcludes(String.join("|", excludes(connection)));
    var generate =
        new Generate()
            .withRecords(true)
            .withPojos(false)
            .withDaos(false)
            .withFluentSetters(false)
            .withJavaTimeTypes(true)
            // Nobody follows paths here, and a term's parent would be its own path.
            .withImplicitJoinPathsToOne(false)
            .withImplicitJoinPathsToMany(false)
            // Keeps error-prone away from what nobody writes by hand.
            .withGeneratedAnnotation(true);
    var target =
        new Target().withPackageName(TARGET_PACKAGE).withDirectory(out.toString()).withClean(true);
    return new Configuration()
        .withLogging(Logging.WARN)
        .withJdbc(
            new Jdbc()
                .withUrl(connection.url())
                .withUser(connection.user())
                .withPassword(connection.password()))
        .withGenerator(
            new Generator().withDatabase(database).withGenerate(generate).withTarget(target));
  }

  private static List<String> excludes(PostgresConnection c) throws SQLException {
    var names = new ArrayList<>(List.of("flyway_schema_history"));
    try (var connection = DriverManager.getConnection(c.url(), c.user(), c.password());
        var statement = connection.createStatement();
        var rows = statement.executeQuery(NAMES_OF_EXTENSIONS)) {
      while (rows.next()) {
        names.add(Pattern.quote(rows.getString(1)));
      }
    }
    return names;
  }
}
