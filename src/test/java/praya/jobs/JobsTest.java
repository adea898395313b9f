package praya.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import praya.testkit.TestCore;

/** Jobs of one node and of two, of one that is killed, and what waking does. */
class JobsTest {
  private static final Duration DAY = Duration.ofDays(1);

  /** A node that misses four beats of a second counts as dead; a busy machine pauses for less. */
  private static final Jobs.Pace QUICK =
      new Jobs.Pace(Duration.ofMillis(50), Duration.ofSeconds(1));

  private final TestCore test = TestCore.empty();
  private final Jobs one = new Jobs(test.core().database(), Clock.systemUTC(), QUICK);
  private final Jobs two = new Jobs(test.core().database(), Clock.systemUTC(), QUICK);

  @AfterEach
  void close() {
    one.close();
    two.close();
    test.close();
  }

  @Test
  void job_ofTwoNodes_runsOnceATime() {
    var runs = new AtomicInteger();
    var atOnce = new AtomicInteger();
    var most = new AtomicInteger();
    Runnable work =
        () -> {
          most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
          runs.incrementAndGet();
          atOnce.decrementAndGet();
        };
    one.every("count", DAY, work);
    two.every("count", DAY, work);
    one.start();
    two.start();
    await(() -> isDone("count"));
    assertThat(runs).hasValue(1);
    for (int i = 0; i < 20; i++) {
      int before = runs.get();
      one.wake("count");
      await(() -> runs.get() > before);
    }
    assertThat(most).hasValue(1);
  }

  @Test
  void job_runsAgainAfterItsPeriodAndAfterAFailure() {
    var runs = new AtomicInteger();
    one.every(
        "often",
        Duration.ofMillis(10),
        () -> {
          if (runs.incrementAndGet() == 2) {
            throw new IllegalStateException("on purpose");
          }
        });
    one.start();
    await(() -> runs.get() >= 4);
  }

  @Test
  void wake_whileItRuns_runsItOnceMore() throws Exception {
    var runs = new AtomicInteger();
    var begun = new Semaphore(0);
    var goOn = new CountDownLatch(1);
    Runnable work =
        () -> {
          begun.release();
          runs.incrementAndGet();
          try {
            goOn.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        };
    one.every("slow", DAY, work);
    one.every("other", DAY, () -> {});
    one.start();
    assertThat(begun.tryAcquire(20, TimeUnit.SECONDS)).isTrue();
    two.wake("slow");
    // Told in order: when the other one has run again, the first has been heard.
    await(() -> isDone("other"));
    String before = test.query("select last_success from job where task_name = 'other'").getFirst();
    two.wake("other");
    await(() ->
        !before.equals(
            test.query("select last_success from job where task_name = 'other'").getFirst()));
    assertThat(runs).hasValue(1);
    goOn.countDown();
    assertThat(begun.tryAcquire(20, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void wake_ofATransactionThatFails_isNotTold() {
    var runs = new AtomicInteger();
    one.every("told", DAY, runs::incrementAndGet);
    one.every("marker", DAY, () -> {});
    one.start();
    await(() -> isDone("told") && isDone("marker"));
    assertThatThrownBy(() ->
            test.core()
                .database()
                .inTransaction(() -> {
                  two.wake("told");
                  throw new IllegalStateException("on purpose");
                }))
        .isInstanceOf(IllegalStateException.class);
    String before =
        test.query("select last_success from job where task_name = 'marker'").getFirst();
    two.wake("marker");
    await(() ->
        !before.equals(
            test.query("select last_success from job where task_name = 'marker'").getFirst()));
    assertThat(runs).hasValue(1);
  }

  /** What {@code kill -9} leaves: a job that somebody has taken, and no more heartbeats. */
  @Test
  void job_ofAKilledNode_isTakenOver() throws Exception {
    test.execute(
        "insert into job (task_name, task_instance, execution_time, picked, picked_by,"
            + " last_heartbeat, version) values ('left', 'recurring', now() - interval '1 minute',"
            + " true, 'a node that is no more', now() - interval '1 minute', 7)");
    var runs = new AtomicInteger();
    one.every("left", DAY, runs::incrementAndGet);
    one.start();
    await(() -> isDone("left"));
    assertThat(runs).hasValue(1);
  }

  @Test
  void job_thatRunsLong_isNotTakenOverWhileItsNodeLives() throws Exception {
    var runs = new AtomicInteger();
    var goOn = new CountDownLatch(1);
    Runnable work =
        () -> {
          runs.incrementAndGet();
          try {
            goOn.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        };
    // Missing four beats of these needs a pause of two seconds, which a busy machine has not.
    var pace = new Jobs.Pace(Duration.ofMillis(50), Duration.ofMillis(500));
    var left = new Jobs(test.core().database(), Clock.systemUTC(), pace);
    var right = new Jobs(test.core().database(), Clock.systemUTC(), pace);
    left.every("long", DAY, work);
    right.every("long", DAY, work);
    left.start();
    right.start();
    String beat = "select coalesce(last_heartbeat::text, '') from job where task_name = 'long'";
    await(() -> runs.get() == 1);
    for (int i = 0; i < 6; i++) {
      String before = test.query(beat).getFirst();
      await(() -> !before.equals(test.query(beat).getFirst()));
    }
    assertThat(runs).hasValue(1);
    goOn.countDown();
    left.close();
    right.close();
  }

  /** A long job must not hold followers of the change feed back. */
  @Test
  void job_thatRunsLong_holdsNoTransactionOpen() throws Exception {
    var begun = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    one.every(
        "long",
        DAY,
        () -> {
          begun.countDown();
          try {
            goOn.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    one.start();
    assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
    long before = test.core().changes().horizon();
    test.execute("create table later (id int primary key)");
    await(() -> test.core().changes().horizon() > before);
    assertThat(
            test.query(
                "select 1 from pg_stat_activity where datname = current_database()"
                    + " and state = 'idle in transaction'"))
        .isEmpty();
    goOn.countDown();
  }

  @Test
  void every_afterTheStart_isABugOfOurs() {
    one.start();
    assertThatThrownBy(() -> one.every("late", DAY, () -> {}))
        .isInstanceOf(IllegalStateException.class);
  }

  private boolean isDone(String name) {
    return !test.query(
            "select 1 from job where task_name = '"
                + name
                + "' and last_success is not null and not picked")
        .isEmpty();
  }

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("within 20 s").isLessThan(end);
      Thread.onSpinWait();
    }
  }
}
