package praya.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import praya.store.ChangeLog;
import praya.store.Journal;
import praya.testkit.TestClock;
import praya.testkit.TestCore;

/** Forgetting by settings. */
class RetentionJobTest {
  private final TestClock clock = new TestClock();
  private final List<Instant> asked = new ArrayList<>();
  private TestCore test;

  @BeforeEach
  void open() {
    test = TestCore.empty(clock);
  }

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void run_deletesWhatIsOlderThanTheSetting_andNotesHowMany() {
    var job = job(List.of(counting(Retention.LETTERS, 3), counting(Retention.SESSIONS, 0)));
    assertThat(job.run()).containsEntry(Retention.LETTERS, 3).containsEntry(Retention.SESSIONS, 0);
    Instant now = clock.instant();
    assertThat(asked)
        .containsExactly(
            now.minus(Duration.ofDays(5)),
            now.minus(Duration.ofDays(Retention.SESSIONS.defaultDays())));
    assertThat(test.query("select entity_id || ' ' || (after ->> 'records') from audit"))
        .containsExactly("letters 3");
  }

  @Test
  void run_whereOneKindFails_stillDoesTheOthers() {
    var job = job(List.of(failing(), counting(Retention.LETTERS, 1)));
    assertThatThrownBy(job::run).hasMessage("locked");
    assertThat(test.count("audit")).isEqualTo(1);
  }

  private RetentionJob job(List<Perishable> perishables) {
    var database = test.core().database();
    return new RetentionJob(
        database,
        new Journal(database, new ChangeLog(database)),
        perishables,
        Map.of(Retention.LETTERS, 5),
        clock);
  }

  private Perishable counting(Retention retention, int gone) {
    return perishable(
        retention,
        moment -> {
          asked.add(moment);
          return gone;
        });
  }

  private static Perishable failing() {
    return perishable(
        Retention.SESSIONS,
        moment -> {
          throw new IllegalStateException("locked");
        });
  }

  private static Perishable perishable(
      Retention retention, java.util.function.ToIntFunction<Instant> work) {
    return new Perishable() {
      @Override
      public Retention retention() {
        return retention;
      }

      @Override
      public int deleteBefore(Instant moment) {
        return work.applyAsInt(moment);
      }
    };
  }
}
