package praya.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import praya.postgres.PostgresConnection;
import praya.testkit.Records;
import praya.testkit.TestCore;
import praya.testkit.TestDatabase;

/** The audit is a chain: whole under many writers, and whatever is done to a row is named. */
class AuditChainTest {
  private static final String ROW =
      "insert into audit (actor, action, entity, entity_id, reason, before, after) values"
          + " ('key:%s', 'changed', 'organisation', 'x', null, '{\"a\": 1.50, \"é 海\": [null]}',"
          + " null)";

  private final TestCore test = TestCore.withTaxonomy();
  private final AuditChain chain = new AuditChain(test.core().database());

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void rows_ofEveryShape_areChainedAndFoundWhole() throws Exception {
    long before = chain.head().count();
    write(3);
    test.execute(
        "insert into audit (actor, action, entity, entity_id, reason, before, after) values ('a',"
            + " '', E'x\\ny:3', '', '3:abc', 'null', '\"text\"')");
    test.execute(
        "insert into audit (at, actor, action, entity, entity_id) values"
            + " ('1969-12-31 23:59:59.999999Z', '海', 'a', 'b', 'c')");
    assertThat(verify()).isEmpty();
    assertThat(chain.head().count()).isEqualTo(before + 5).isEqualTo(test.count("audit"));
    assertThat(chain.verify(finding -> {})).isEqualTo(chain.head());
  }

  @Test
  void seed_leavesARowForEachRecord_andTheirChainIsWhole() {
    try (TestCore seeded = TestCore.seeded()) {
      for (String table : List.of("organisation", "relation", "allocation", "usage", "figure")) {
        assertThat(
                seeded.query(
                    "select count(distinct entity_id) from audit where entity = '" + table + "'"))
            .as(table)
            .containsExactly(Long.toString(seeded.count(table)));
      }
      var findings = new ArrayList<String>();
      AuditChain.Head head = new AuditChain(seeded.core().database()).verify(findings::add);
      assertThat(findings).isEmpty();
      assertThat(head.count()).isEqualTo(seeded.count("audit"));
    }
  }

  @Test
  void transaction_thatIsRolledBack_leavesNoGap() throws Exception {
    write(2);
    try (Connection c = test.connect()) {
      c.setAutoCommit(false);
      run(c, ROW.formatted("gone"));
      run(c, "set constraints all immediate");
      c.rollback();
    }
    write(2);
    assertThat(verify()).isEmpty();
  }

  @Test
  void changedField_isNamed() throws Exception {
    write(5);
    for (String change :
        List.of(
            "actor = 'key:other'",
            "at = at + interval '1 microsecond'",
            "reason = ''",
            "before = '{\"a\": 1.5, \"é 海\": [null]}'",
            "after = 'null'",
            "action = 'change', entity = 'dorganisation'")) {
      long sequence = sequence(3);
      tamper("create table kept as select * from audit where sequence = " + sequence);
      tamper("update audit set " + change + " where sequence = " + sequence);
      assertThat(verify()).as(change).singleElement().asString().contains("(" + sequence + ")");
      tamper("delete from audit where sequence = " + sequence);
      tamper("insert into audit overriding system value select * from kept");
      tamper("drop table kept");
      assertThat(verify()).isEmpty();
    }
  }

  @Test
  void deletedRow_isNamed_withItsLinkOrWithout() throws Exception {
    write(5);
    long sequence = sequence(3);
    tamper("delete from audit where sequence = " + sequence);
    assertThat(verify()).singleElement().asString().contains("(" + sequence + ")", "missing");
    tamper("delete from audit_link where audit_sequence = " + sequence);
    assertThat(verify()).hasSize(2).first().asString().contains("links are missing");
  }

  @Test
  void insertedRow_isNamed() throws Exception {
    write(3);
    tamper(ROW.formatted("planted"));
    long sequence = Long.parseLong(test.query("select max(sequence) from audit").getFirst());
    assertThat(verify()).singleElement().asString().contains("(" + sequence + ")", "not part");
    tamper(
        "insert into audit_link values ((select max(position) + 1 from audit_link), "
            + sequence
            + ", sha256('x'))");
    assertThat(verify()).singleElement().asString().contains("(" + sequence + ")");
  }

  @Test
  void swappedRows_areNamed() throws Exception {
    write(5);
    long first = sequence(4);
    long second = sequence(2);
    tamper(
        "update audit a set actor = b.actor from audit b where a.sequence in (%d, %d) and b.sequence in (%d, %d) and a.sequence <> b.sequence"
            .formatted(first, second, first, second));
    assertThat(verify()).hasSize(2).first().asString().contains("(" + first + ")");
    assertThat(verify()).last().asString().contains("(" + second + ")");
  }

  @Test
  void swappedLinks_areNamed() throws Exception {
    write(5);
    long first = sequence(2);
    long second = sequence(4);
    tamper("update audit_link set audit_sequence = -1 where audit_sequence = " + first);
    tamper(
        "update audit_link set audit_sequence = %d where audit_sequence = %d"
            .formatted(first, second));
    tamper("update audit_link set audit_sequence = %d where audit_sequence = -1".formatted(second));
    assertThat(verify()).hasSize(2);
  }

  @Test
  void cutTail_isFoundByAHeadThatWasNoted() throws Exception {
    write(3);
    AuditChain.Head noted = chain.head();
    write(3);
    assertThat(chain.positionOf(noted.hash())).contains(noted.count());
    long last = sequence(4);
    tamper("delete from audit_link where audit_sequence >= " + last);
    tamper("delete from audit where sequence >= " + last);
    assertThat(verify()).isEmpty();
    assertThat(chain.positionOf(noted.hash())).isEmpty();
  }

  @Test
  void links_areOnlyEverAdded() {
    for (String attack :
        List.of(
            "update audit_link set hash = sha256('x')",
            "delete from audit_link",
            "truncate audit_link")) {
      assertThatThrownBy(
              () -> {
                write(1);
                test.execute(attack);
              })
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("only ever added");
    }
  }

  @Test
  @Timeout(120)
  void chain_underSixtyFourWriters_isWholeAndNobodyDeadlocks() throws Exception {
    var core = test.core();
    core.organisations().create(Records.entry("holder"), TestCore.TESTER);
    var tasks = new ArrayList<Callable<Boolean>>();
    for (int i = 0; i < 64; i++) {
      String slug = "writer-" + i;
      boolean changesCentre = i % 8 == 0;
      tasks.add(() -> {
        for (int round = 0; round < 5; round++) {
          String name = slug + "-" + round;
          core.database()
              .inTransaction(() -> {
                // First the audit, then capacity: the order that would wait in a circle.
                core.organisations().create(Records.entry(name), TestCore.TESTER);
                if (changesCentre) {
                  touch(core.database(), "update centre_phase set note_en = '" + name + "'");
                  touch(core.database(), "update unit_rate set note_en = '" + name + "'");
                }
                return name;
              });
        }
        return true;
      });
    }
    try (var threads = Executors.newFixedThreadPool(64)) {
      for (Future<Boolean> done : threads.invokeAll(tasks)) {
        assertThat(done.get()).isTrue();
      }
    }
    assertThat(verify()).isEmpty();
    assertThat(chain.head().count()).isEqualTo(test.count("audit"));
  }

  @Test
  @Timeout(60)
  void centreBehindAudit_doesNotWaitInACircleWithAnAllocation() throws Exception {
    try (Connection centre = test.connect();
        Connection grant = test.connect();
        var threads = Executors.newSingleThreadExecutor()) {
      centre.setAutoCommit(false);
      grant.setAutoCommit(false);
      run(grant, "select require_capacity(daterange('2026-01-01', '2026-02-01'))");
      run(grant, ROW.formatted("grant"));
      run(centre, ROW.formatted("centre"));
      Future<Boolean> other =
          threads.submit(() -> {
            run(centre, "update centre_phase set note_en = 'later'");
            centre.commit();
            return true;
          });
      awaitLockWaiters(1);
      grant.commit();
      assertThat(other.get(30, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(verify()).isEmpty();
  }

  /** Triggers that wait for a lock when a transaction commits would come behind the chain's. */
  @Test
  void deferredTriggers_areTheKnownOnes() {
    assertThat(
            Set.copyOf(
                test.query(
                    "select tgname from pg_trigger where tgdeferrable and tginitdeferred and not"
                        + " tgisinternal")))
        .containsExactlyInAnyOrder("audit_chain", "centre_phase_capacity", "unit_rate_capacity");
  }

  @Test
  void rowsFromBeforeTheChain_areChainedByTheMigration() throws Exception {
    PostgresConnection old = TestDatabase.unmigrated();
    migrate(old, "4");
    try (Connection c =
        java.sql.DriverManager.getConnection(old.url(), old.user(), old.password())) {
      for (int i = 0; i < 20; i++) {
        run(c, ROW.formatted("old-" + i));
      }
    }
    migrate(old, "7");
    try (var database = new Database(old)) {
      var findings = new ArrayList<String>();
      assertThat(new AuditChain(database).verify(findings::add).count()).isEqualTo(20);
      assertThat(findings).isEmpty();
    }
  }

  private static void migrate(PostgresConnection at, String target) {
    Flyway.configure()
        .dataSource(at.url(), at.user(), at.password())
        .locations("classpath:db/migration")
        .target(target)
        .load()
        .migrate();
  }

  private void awaitLockWaiters(int count) {
    while (Integer.parseInt(
            test.query("select count(*) from pg_locks where not granted").getFirst())
        < count) {
      Thread.onSpinWait();
    }
  }

  private static void touch(Database database, String sql) {
    database.sql().execute(sql);
  }

  private List<String> verify() {
    var findings = new ArrayList<String>();
    chain.verify(findings::add);
    return findings;
  }

  private void write(int rows) throws SQLException {
    for (int i = 0; i < rows; i++) {
      test.execute(ROW.formatted("writer-" + i));
    }
  }

  /** The number of the row so many from the end. */
  private long sequence(int fromTheEnd) {
    return Long.parseLong(
        test.query("select sequence from audit order by sequence desc offset " + fromTheEnd)
            .getFirst());
  }

  /** As somebody who owns the server can. */
  private void tamper(String sql) throws SQLException {
    try (Connection c = test.connect()) {
      run(c, "set session_replication_role = replica");
      run(c, sql);
    }
  }

  private static void run(Connection c, String sql) throws SQLException {
    try (var statement = c.createStatement()) {
      statement.execute(sql);
    }
  }
}
