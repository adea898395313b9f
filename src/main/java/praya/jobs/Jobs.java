package praya.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import praya.store.Database;
import praya.store.Listening;

/**
 * The jobs of this program: each runs again and again, on one node at a time.
 *
 * <h2>Several nodes, and ends without warning</h2>
 *
 * A row for each job says when it is due and who runs it. A node takes a due job by one statement
 * that only one node can win, and says every {@link Pace#heartbeat} that it is still at it. When
 * four of these are missing, the node is taken for dead and the job runs elsewhere. So a job may
 * run twice at once when a node hangs for long and comes back: what a job does must bear that.
 *
 * <h2>Waking</h2>
 *
 * {@link #wake} is a notification of PostgreSQL, which is told when the transaction commits. Every
 * node hears it and makes the job due. A node that is just running the job remembers that it was
 * woken and makes it due when it is done, so nothing that was committed before is left lying. A
 * notification that is lost with its connection is made up for by the job's own period.
 *
 * <h2>The change feed</h2>
 *
 * Looking for due jobs reads only. What writes is short and by itself: a job is never run inside a
 * transaction, so its length holds no follower of the change feed back.
 */
public final class Jobs implements AutoCloseable {
  static final String CHANNEL = "praya_job";

  private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);

  /** Jobs mostly wait for others; a few at once leave connections of the pool to requests. */
  private static final int AT_ONCE = 3;

  /** The fewest that db-scheduler allows: one late heartbeat on a busy machine means nothing. */
  private static final int MISSED_HEARTBEATS = 4;

  /** The driver cannot be woken from inside, so the wait is cut into pieces. */
  private static final int LISTEN_MILLIS = 200;

  /** As long as the HTTP server waits for its requests; then what runs is interrupted. */
  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);

  private final Database database;
  private final JobStore store;
  private final Clock clock;
  private final Pace pace;
  private final Map<String, RecurringTask<Void>> tasks = new LinkedHashMap<>();
  private final Map<String, AtomicBoolean> woken = new LinkedHashMap<>();
  private volatile boolean closing;
  private @Nullable Thread thread;

  /**
   * How often a node looks for due jobs, and how often it says that it lives.
   *
   * <p>Five seconds for both: looking is one read by an index, and waking makes it a matter of
   * lateness only; a job of a killed node is taken over after 20 to 30 s, which is what a person
   * waits for a mail without asking for another one.
   */
  public record Pace(Duration poll, Duration heartbeat) {
    public static final Pace USUAL = new Pace(Duration.ofSeconds(5), Duration.ofSeconds(5));
  }

  public Jobs(Database database, Clock clock) {
    this(database, clock, Pace.USUAL);
  }

  Jobs(Database database, Clock clock, Pace pace) {
    this.database = database;
    this.store = new JobStore(database);
    this.clock = clock;
    this.pace = pace;
  }

  /** Runs the work now and then again, so long after each end. To be told before the start. */
  public void every(String name, Duration period, Runnable work) {
    if (thread != null || tasks.containsKey(name)) {
      throw new IllegalStateException("The job (" + name + ") comes too late or twice.");
    }
    var again = new AtomicBoolean();
    woken.put(name, again);
    tasks.put(
        name,
        Tasks.recurring(name, FixedDelay.of(period))
            .execute((instance, context) -> {
              // Cleared first: the run that follows sees all that was committed before.
              again.set(false);
              work.run();
            }));
  }

  /**
   * Makes a job run as soon as it can, on any node, once the transaction of this thread commits.
   */
  public void wake(String name) {
    database.tell(CHANNEL, name);
  }

  /** Starts beside the caller, who need not wait for it. */
  public void start() {
    thread = Thread.ofVirtual().name("jobs").start(this::run);
  }

  private void run() {
    Scheduler scheduler = scheduler();
    scheduler.start();
    try (var listening = new Listening(database, CHANNEL)) {
      while (!closing) {
        listen(listening, scheduler);
      }
    } catch (SQLException e) {
      LOG.debug("The listening connection was already broken", e);
    } finally {
      scheduler.stop();
    }
  }

  private void listen(Listening listening, Scheduler scheduler) {
    try {
      for (String name : listening.await(LISTEN_MILLIS)) {
        AtomicBoolean again = woken.get(name);
        if (again != null) {
          again.set(true);
        }
      }
      // A job that runs cannot be made due: it is tried again until it can, or until it has begun.
      woken.forEach((name, again) -> {
        if (again.get() && makeDue(name, scheduler)) {
          again.set(false);
        }
      });
    } catch (SQLException e) {
      if (!closing) {
        LOG.warn("Lost the connection that wakes jobs; they run by the clock until it is back", e);
        LockSupport.parkNanos(pace.poll().toNanos());
      }
    }
  }

  private boolean makeDue(String name, Scheduler scheduler) {
    boolean due = store.makeDue(name, clock.instant());
    if (due) {
      scheduler.triggerCheckForDueExecutions();
    }
    return due;
  }

  private Scheduler scheduler() {
    return Scheduler.create(database.pool(), List.of())
        .startTasks(List.copyOf(tasks.values()))
        .tableName("job")
        .jdbcCustomization(new PostgreSqlJdbcCustomization(false, true))
        .clock(clock::instant)
        .pollingInterval(pace.poll())
        .heartbeatInterval(pace.heartbeat())
        .missedHeartbeatsLimit(MISSED_HEARTBEATS)
        .threads(AT_ONCE)
        .executorService(
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("job-", 0).factory()))
        .dueExecutor(
            Executors.newSingleThreadExecutor(Thread.ofVirtual().name("jobs-due").factory()))
        .housekeeperExecutor(
            Executors.newScheduledThreadPool(2, Thread.ofVirtual().name("jobs-keep-", 0).factory()))
        .shutdownMaxWait(STOP_TIMEOUT)
        .build();
  }

  /** Lets what runs come to its end, then stops. */
  @Override
  public void close() {
    closing = true;
    if (thread != null) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
