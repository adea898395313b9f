package praya.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;
import praya.domain.Problem;
import praya.domain.Side;
import praya.domain.Visibility;
import praya.testkit.Records;
import praya.testkit.TestCore;

/** What the database itself refuses, whoever writes. */
class SchemaTest {
  private final TestCore test = TestCore.withTaxonomy();

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void constraints_areNamedAfterTheirTable() {
    // From version 18 on PostgreSQL also lists what is not null, under names of its own.
    List<String> wrong =
        test.query(
            "select c.conrelid::regclass || '.' || c.conname from pg_constraint c"
                + " join pg_class t on t.oid = c.conrelid"
                + " where c.connamespace = 'public'::regnamespace and c.contype <> 'n'"
                + " and t.relname <> 'flyway_schema_history'"
                + " and (not starts_with(c.conname, t.relname || '_')"
                + " or c.conname !~ '_(pkey|key|check|fk|excl|rules|capacity|chain)$')");
    assertThat(wrong).isEmpty();
  }

  @Test
  void tables_allHaveAPrimaryKey() {
    assertThat(
            test.query(
                "select relname from pg_class t where relkind = 'r'"
                    + " and relnamespace = 'public'::regnamespace and not exists"
                    + " (select 1 from pg_constraint where conrelid = t.oid and contype = 'p')"))
        .isEmpty();
  }

  @Test
  void foreignKeys_allHaveAnIndexToFindWhoRefers() {
    assertThat(
            test.query(
                "select conname from pg_constraint c where contype = 'f'"
                    + " and connamespace = 'public'::regnamespace"
                    + " and conname <> 'term_parent_fk' and not exists"
                    + " (select 1 from pg_index i where i.indrelid = c.conrelid"
                    + " and i.indkey[0] = c.conkey[1])"))
        .isEmpty();
  }

  @Test
  void organisation_cannotChangeBetweenRealAndFictional() throws Exception {
    create("invented");
    assertRefused(
        "update organisation set fictional = false where slug = 'invented'",
        "organisation_fictional_check");
  }

  @Test
  void realAndFictional_neverMix() {
    create("invented");
    test.core().organisations().create(Records.real(Records.entry("real")), TestCore.TESTER);
    var day = LocalDate.of(2026, 3, 1);
    assertThatThrownBy(() ->
            test.core()
                .relations()
                .create(Records.relation("invented", "real", "partner"), null, TestCore.TESTER))
        .isInstanceOf(Problem.InvalidInput.class)
        .hasMessageContaining("fictional");
    for (Side side : Side.values()) {
      assertThatThrownBy(() ->
              test.core()
                  .exchanges()
                  .create(
                      side,
                      Records.exchange("real", "Mixed", Visibility.PUBLIC),
                      null,
                      TestCore.TESTER))
          .isInstanceOf(Problem.InvalidInput.class)
          .hasMessageContaining("fictional");
    }
    assertThatThrownBy(() ->
            test.core()
                .allocations()
                .create(Records.allocation("real", 1, day, day), null, TestCore.TESTER))
        .isInstanceOf(Problem.InvalidInput.class)
        .hasMessageContaining("fictional");
    assertThat(test.count("change")).isEqualTo(4);
  }

  @Test
  void term_inUse_cannotLeave() throws Exception {
    create("one");
    create("two");
    var day = LocalDate.of(2026, 3, 1);
    test.core().relations().create(Records.relation("one", "two", "mou"), null, TestCore.TESTER);
    test.core()
        .exchanges()
        .create(Side.OFFER, Records.exchange("one", "O", Visibility.PUBLIC), null, TestCore.TESTER);
    test.core().allocations().create(Records.allocation("one", 1, day, day), null, TestCore.TESTER);
    for (String term :
        List.of(
            "kinds startup",
            "layers industry-application",
            "sectors fintech",
            "capabilities computer-vision",
            "exchange capability",
            "relation_types mou",
            "schemes list-price")) {
      String where =
          " where vocabulary = '%s' and code = '%s'".formatted((Object[]) term.split(" "));
      assertRefused("delete from term" + where, "term_in_use_fk");
      assertRefused("update term set code = 'renamed'" + where, "term_in_use_fk");
    }
    test.execute("delete from term where vocabulary = 'schemes' and code = 'sandbox'");
  }

  @Test
  void term_thatIsNotThere_cannotBeNamed() throws Exception {
    create("one");
    for (String column : List.of("layers", "sectors", "capabilities")) {
      assertRefused(
          "update organisation set " + column + " = '{nonsense}'",
          "organisation_" + column + "_fk");
      assertRefused(
          "update organisation set " + column + " = " + column + " || " + column,
          "organisation_" + column + "_check");
    }
    assertRefused("update organisation set kind = 'nonsense'", "organisation_kind_fk");
  }

  @Test
  void term_deletedWhileAnOrganisationIsInserted_oneOfBothWins() throws Exception {
    String code = "where vocabulary = 'sectors' and code = 'insurtech'";
    try (Connection inserting = begin();
        Connection deleting = begin()) {
      execute(inserting, insert("first"));
      var deletion = later(deleting, "delete from term " + code);
      awaitBlocked(deletion);
      inserting.commit();
      assertThat(constraintOf(deletion)).isEqualTo("term_in_use_fk");
      deleting.rollback();
    }
    test.execute("delete from organisation");
    try (Connection inserting = begin();
        Connection deleting = begin()) {
      execute(deleting, "delete from term " + code);
      var insertion = later(inserting, insert("second"));
      awaitBlocked(insertion);
      deleting.commit();
      assertThat(constraintOf(insertion)).isEqualTo("organisation_sectors_fk");
    }
    assertThat(test.count("organisation")).isZero();
  }

  @Test
  void relation_toldFromBothSidesAtOnce_isStoredOnce() throws Exception {
    UUID one = create("one");
    UUID two = create("two");
    String insert =
        "insert into relation (id, from_id, to_id, type, source, fictional)"
            + " values ('%s', '%s', '%s', 'partner', 'test', true)";
    try (Connection left = begin();
        Connection right = begin()) {
      execute(left, insert.formatted("left", one, two));
      var second = later(right, insert.formatted("right", two, one));
      awaitBlocked(second);
      left.commit();
      assertThat(constraintOf(second)).isEqualTo("relation_tie_key");
    }
  }

  @Test
  void audit_isOnlyEverAddedTo() throws Exception {
    create("one");
    for (String statement :
        List.of("update audit set actor = 'nobody'", "delete from audit", "truncate audit")) {
      assertRefused(statement, "audit_append_only_check");
    }
    assertThat(test.query("select actor from audit order by sequence desc limit 1"))
        .containsExactly("key:tester");
  }

  @Test
  void generatedCode_hasEveryColumnOfTheDatabase() {
    List<String> columns =
        test.query(
            "select table_name || '.' || column_name from information_schema.columns"
                + " where table_schema = 'public' and table_name <> 'flyway_schema_history'");
    List<String> generated =
        praya.store.db.DefaultSchema.DEFAULT_SCHEMA.getTables().stream()
            .flatMap(table ->
                java.util.Arrays.stream(table.fields())
                    .map(field -> table.getName() + "." + field.getName()))
            .filter(name -> !name.startsWith("flyway"))
            .toList();
    assertThat(generated).containsExactlyInAnyOrderElementsOf(columns);
  }

  private UUID create(String slug) {
    return test.core().organisations().create(Records.entry(slug), TestCore.TESTER).value().id();
  }

  private void assertRefused(String statement, String constraint) {
    assertThatThrownBy(() -> test.execute(statement))
        .isInstanceOfSatisfying(
            PSQLException.class,
            e -> assertThat(e.getServerErrorMessage().getConstraint()).isEqualTo(constraint));
  }

  private static String insert(String slug) {
    return "insert into organisation (id, slug, name_en, kind, sectors, fictional, sources)"
        + " values (gen_random_uuid(), '"
        + slug
        + "', 'N', 'startup', '{insurtech}', true, '{test}')";
  }

  private Connection begin() throws SQLException {
    Connection connection = test.connect();
    connection.setAutoCommit(false);
    return connection;
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static CompletableFuture<Void> later(Connection connection, String sql) {
    return CompletableFuture.runAsync(() -> {
      try {
        execute(connection, sql);
      } catch (SQLException e) {
        throw new java.util.concurrent.CompletionException(e);
      }
    });
  }

  private void awaitBlocked(CompletableFuture<Void> statement) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (test.query(
                "select 1 from pg_stat_activity where datname = current_database()"
                    + " and wait_event_type = 'Lock'")
            .isEmpty()
        && !statement.isDone()) {
      assertThat(System.nanoTime()).as("blocked within 20 s").isLessThan(end);
    }
    assertThat(statement.isDone()).as("waits for the other").isFalse();
  }

  private static String constraintOf(CompletableFuture<Void> statement) {
    try {
      statement.get(20, TimeUnit.SECONDS);
      return "none";
    } catch (java.util.concurrent.ExecutionException e) {
      return ((PSQLException) e.getCause()).getServerErrorMessage().getConstraint();
    } catch (InterruptedException | java.util.concurrent.TimeoutException e) {
      throw new AssertionError(e);
    }
  }
}
