package praya.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * A connection that listens on one channel of PostgreSQL. A lost one is opened again by the next
 * wait; what was told meanwhile is lost, so a listener also looks by itself now and then. One
 * thread uses it.
 */
public final class Listening implements AutoCloseable {
  private final Database database;
  private final String channel;
  private @Nullable Connection connection;

  public Listening(Database database, String channel) {
    this.database = database;
    this.channel = channel;
  }

  /**
   * What is told within the time, in order; empty when nothing is.
   *
   * @throws SQLException when the connection is lost
   */
  public List<String> await(int millis) throws SQLException {
    try {
      PGNotification[] told = open().unwrap(PGConnection.class).getNotifications(millis);
      return Arrays.stream(told).map(PGNotification::getParameter).toList();
    } catch (SQLException e) {
      try {
        close();
      } catch (SQLException second) {
        e.addSuppressed(second);
      }
      throw e;
    }
  }

  private Connection open() throws SQLException {
    if (connection == null) {
      connection = database.connect();
      try (Statement statement = connection.createStatement()) {
        statement.execute("listen " + channel);
      }
    }
    return connection;
  }

  @Override
  public void close() throws SQLException {
    if (connection != null) {
      Connection old = connection;
      connection = null;
      old.close();
    }
  }
}
