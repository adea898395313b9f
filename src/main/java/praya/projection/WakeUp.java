package praya.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import praya.store.ChangeLog;
import praya.store.Database;

/**
 * Ends a wait when PostgreSQL tells of a change. Only a wake-up: a notification that gets lost,
 * with its connection, is made up for by the end of the wait. One thread waits at a time.
 */
public final class WakeUp implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WakeUp.class);

  private final Database database;
  private final AtomicBoolean now = new AtomicBoolean();
  private final AtomicBoolean rebuild = new AtomicBoolean();
  private @Nullable Connection connection;

  public WakeUp(Database database) {
    this.database = database;
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
      PGNotification[] found = listening().unwrap(PGConnection.class).getNotifications(millis);
      for (PGNotification notification : found) {
        if (notification.getParameter().equals(ChangeLog.REBUILD)) {
          rebuild.set(true);
        }
      }
      return found.length > 0;
    } catch (SQLException e) {
      LOG.warn(
          "Lost the connection that listens for changes; polling until it is back: {}",
          e.getMessage());
      close();
      return true;
    }
  }

  private Connection listening() throws SQLException {
    if (connection == null) {
      connection = database.connect();
      try (Statement statement = connection.createStatement()) {
        statement.execute("listen " + ChangeLog.CHANNEL);
      }
    }
    return connection;
  }

  @Override
  public void close() {
    if (connection != null) {
      try {
        connection.close();
      } catch (SQLException e) {
        LOG.debug("The listening connection was already broken", e);
      }
      connection = null;
    }
  }
}
