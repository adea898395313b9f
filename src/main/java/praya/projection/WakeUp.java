package praya.projection;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import praya.store.ChangeLog;
import praya.store.Database;
import praya.store.Listening;

/**
 * Ends a wait when PostgreSQL tells of a change. Only a wake-up: a notification that gets lost,
 * with its connection, is made up for by the end of the wait. One thread waits at a time.
 */
public final class WakeUp implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WakeUp.class);

  private final Listening listening;
  private final AtomicBoolean now = new AtomicBoolean();
  private final AtomicBoolean rebuild = new AtomicBoolean();

  public WakeUp(Database database) {
    this.listening = new Listening(database, ChangeLog.CHANNEL);
  }

  /** Makes the present wait, or the next one, end soon. */
  void now() {
    now.set(true);
  }

  /** Whether somebody has asked for a rebuild since the last call. */
  boolean rebuildAsked() {
    return rebuild.getAndSet(false);
  }

  void await(Duration longest) {
    // The driver cannot be woken from inside, so the wait is cut into pieces.
    long end = System.nanoTime() + longest.toNanos();
    do {
      if (now.getAndSet(false) || notified(Math.clamp(longest.toMillis(), 1, 100))) {
        return;
      }
    } while (System.nanoTime() < end);
  }

  private boolean notified(int millis) {
    try {
      List<String> told = listening.await(millis);
      if (told.contains(ChangeLog.REBUILD)) {
        rebuild.set(true);
      }
      return !told.isEmpty();
    } catch (SQLException e) {
      LOG.warn(
          "Lost the connection that listens for changes; polling until it is back: {}",
          e.getMessage());
      return true;
    }
  }

  @Override
  public void close() {
    try {
      listening.close();
    } catch (SQLException e) {
      LOG.debug("The listening connection was already broken", e);
    }
  }
}
