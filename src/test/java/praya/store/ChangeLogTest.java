package praya.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import praya.domain.Audience;
import praya.testkit.TestCore;

/** A follower of the feed misses nothing, in whatever order transactions end. */
class ChangeLogTest {
  private final TestCore test = TestCore.empty();
  private final ChangeLog changes = test.core().changes();

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void feed_lowNumberCommitsLast_isNotLost() throws Exception {
    var follower = new Follower();
    try (Connection early = begin();
        Connection late = begin()) {
      long first = write(early, "early");
      long second = write(late, "late");
      assertThat(first).isLessThan(second);
      late.commit();

      // The later entry is visible and still not told: something may come before it.
      assertThat(test.count("change")).isEqualTo(1);
      assertThat(follower.step()).isEmpty();
      assertThat(changes.countFrom(follower.position)).isEqualTo(1);

      early.commit();
      assertThat(follower.step()).containsExactly("early", "late");
      assertThat(follower.step()).isEmpty();
    }
  }

  @Test
  void feed_openTransactionThatRollsBack_releasesWhatWaited() throws Exception {
    var follower = new Follower();
    try (Connection early = begin();
        Connection late = begin()) {
      write(early, "early");
      write(late, "late");
      late.commit();
      assertThat(follower.step()).isEmpty();
      early.rollback();
      assertThat(follower.step()).containsExactly("late");
    }
  }

  @Test
  void feed_openReadingTransaction_holdsNobodyBack() throws Exception {
    var follower = new Follower();
    try (Connection reading = begin();
        Connection writing = begin()) {
      try (Statement statement = reading.createStatement()) {
        statement.execute("select count(*) from change");
      }
      write(writing, "one");
      writing.commit();
      assertThat(follower.step()).containsExactly("one");
    }
  }

  @Test
  void feed_eightWritersWithRollbacksInAnyOrder_isCompleteBelowTheHorizon() throws Exception {
    Set<String> committed = Collections.synchronizedSet(new HashSet<>());
    var writing = new AtomicBoolean(true);
    var follower = new Follower();
    var told = new ArrayList<String>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var writers = new ArrayList<CompletableFuture<Void>>();
      for (int writer = 0; writer < 8; writer++) {
        int number = writer;
        writers.add(
            CompletableFuture.runAsync(() -> writeMuch(number, committed), threads)
                .orTimeout(60, TimeUnit.SECONDS));
      }
      var all = CompletableFuture.allOf(writers.toArray(CompletableFuture[]::new));
      all.whenComplete((done, failure) -> writing.set(false));
      while (writing.get()) {
        told.addAll(follower.step());
      }
      all.get(1, TimeUnit.SECONDS);
    }
    told.addAll(follower.step());
    assertThat(told).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(committed);
    assertThat(committed).hasSizeGreaterThan(300);
    assertThat(follower.steps).as("steps that found something").isGreaterThan(5);
  }

  @Test
  void list_pageByPage_tellsEachEntryOnceAndLeavesHiddenSubjectsOut() {
    for (int i = 0; i < 25; i++) {
      int number = i;
      // Several entries of one transaction share its position: a page may end between them.
      test.core()
          .database()
          .inTransaction(() -> {
            append(Subject.NEED, "need-" + number);
            append(Subject.CENTRE, "a" + number);
            return append(Subject.CENTRE, "b" + number);
          });
    }
    var ids = new ArrayList<String>();
    var place = new ChangeLog.Place(0, 0);
    for (List<Change> page = changes.list(place, Audience.PUBLIC, 7);
        !page.isEmpty();
        page = changes.list(place, Audience.PUBLIC, 7)) {
      page.forEach(change -> ids.add(change.id()));
      place = ChangeLog.Place.of(page.getLast());
    }
    assertThat(ids).hasSize(50).doesNotHaveDuplicates().noneMatch(id -> id.startsWith("need"));
    assertThat(ids).startsWith("a0", "b0", "a1", "b1");
  }

  @Test
  void adoptForeignEntries_idsAheadOfTheCounter_becomeReadableAndOthersStay() throws Exception {
    try (Connection connection = begin()) {
      write(connection, "ours");
      connection.commit();
    }
    test.execute(
        "insert into change (entity, entity_id, action, transaction_id)"
            + " values ('organisation', 'foreign', 'created', 4000000000000)");
    assertThat(new Follower().step()).containsExactly("ours");

    assertThat(changes.adoptForeignEntries()).isEqualTo(1);
    assertThat(new Follower().step()).containsExactly("foreign", "ours");
    assertThat(changes.adoptForeignEntries()).isZero();
  }

  @Test
  void adoptForeignEntries_besideOpenWriters_leavesTheirEntriesAlone() throws Exception {
    try (Connection open = begin()) {
      write(open, "open");
      assertThat(changes.adoptForeignEntries()).isZero();
      open.commit();
    }
    assertThat(changes.adoptForeignEntries()).isZero();
    assertThat(new Follower().step()).containsExactly("open");
  }

  private void writeMuch(int writer, Set<String> committed) {
    var random = new Random(writer);
    try (Connection connection = begin()) {
      for (int i = 0; i < 60; i++) {
        var written = new ArrayList<String>();
        for (int entry = 0; entry <= random.nextInt(3); entry++) {
          String id = writer + "-" + i + "-" + entry;
          write(connection, id);
          written.add(id);
        }
        // Some transactions stay open while others begin and end.
        try (Statement statement = connection.createStatement()) {
          statement.execute("select pg_sleep(" + random.nextInt(4) / 1000.0 + ")");
        }
        if (random.nextInt(5) == 0) {
          connection.rollback();
        } else {
          // Told before the commit returns is possible, told without one is not.
          committed.addAll(written);
          connection.commit();
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private Connection begin() throws SQLException {
    Connection connection = test.connect();
    connection.setAutoCommit(false);
    return connection;
  }

  private long append(Subject subject, String id) {
    return changes.append(
        new Journal.Target(subject, id, Set.of(UUID.randomUUID())), Change.Action.CREATED);
  }

  private static long write(Connection connection, String id) throws SQLException {
    try (Statement statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "insert into change (entity, entity_id, action) values ('organisation', '"
                    + id
                    + "', 'created') returning sequence")) {
      row.next();
      return row.getLong(1);
    }
  }

  /** Remembers a position only, as the projector does. */
  private final class Follower {
    private long position;
    private int steps;

    List<String> step() {
      ChangeLog.Step next = changes.next(position, 10);
      long horizon = next.horizon();
      var ids = new ArrayList<String>();
      List<Change> part = next.changes();
      steps += part.isEmpty() ? 0 : 1;
      while (!part.isEmpty()) {
        part.forEach(change -> ids.add(change.id()));
        part = changes.readBetween(ChangeLog.Place.of(part.getLast()), horizon, 10);
      }
      position = horizon;
      return ids;
    }
  }
}
