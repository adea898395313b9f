package praya.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a schema to classes: what is in them, and when they are written again. */
class CodegenTest {

  private static final String SCHEMA =
      """
      CREATE EXTENSION btree_gist;
      CREATE EXTENSION pg_trgm;
      CREATE TABLE stay (
        id uuid PRIMARY KEY,
        days daterange NOT NULL,
        since timestamptz NOT NULL,
        EXCLUDE USING gist (id WITH =, days WITH &&));
      CREATE FUNCTION doubled(number int) RETURNS int LANGUAGE sql AS 'SELECT 2 * number';
      """;

  @TempDir Path schema;
  @TempDir Path out;

  @Test
  void generate_writesTheSchema_andOnlyWhenItChanged() throws Exception {
    Path step = Files.writeString(schema.resolve("V1__stay.sql"), SCHEMA);
    assertThat(generate()).isTrue();
    assertThat(classFile("tables/Stay.java"))
        .content()
        .contains("TableField<StayRecord, LocalDateRange> DAYS", "OffsetDateTime> SINCE");
    assertThat(classFile("tables/records/StayRecord.java")).exists();
    assertThat(classFile("Routines.java"))
        .content()
        .contains("doubled(")
        .doesNotContain("similarity", "gbt_");
    assertThat(classFile("Tables.java")).content().doesNotContainIgnoringCase("flyway");

    assertThat(generate()).isFalse();

    Path stamp = out.resolve("schema.sha256");
    String first = Files.readString(stamp);
    Files.writeString(step, "-- changed\n" + SCHEMA);
    Files.delete(classFile("Routines.java"));
    assertThat(generate()).isTrue();
    assertThat(Files.readString(stamp)).isNotEqualTo(first);
    assertThat(classFile("Routines.java")).exists();
  }

  private boolean generate() throws Exception {
    boolean written = Codegen.generate(schema, out, Servers.BINARIES);
    try (var left = Files.list(Servers.BINARIES)) {
      assertThat(left.filter(f -> f.getFileName().toString().startsWith("codegen-"))).isEmpty();
    }
    return written;
  }

  private Path classFile(String name) {
    return out.resolve("praya/store/db").resolve(name);
  }
}
