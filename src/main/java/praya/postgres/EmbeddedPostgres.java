package praya.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A PostgreSQL in a data folder that runs while this object is open, and no longer than this
 * process.
 *
 * <p>It answers on 127.0.0.1 only, to the one user whose random password lies in the data folder,
 * readable by its owner alone. Everything acknowledged survives the death of the server, of this
 * process, or of both. When the server alone dies it comes back on the same port; connections of
 * the time before are broken then, and a pool replaces them.
 */
public final class EmbeddedPostgres implements AutoCloseable {

  private static final String DATABASE = "praya";

  /** SQLSTATE of a database that does not exist. */
  private static final String NO_DATABASE = "3D000";

  /** SQLSTATE of a refused password. */
  private static final String WRONG_PASSWORD = "28P01";

  /** Another program may take the free port first; twice in a row is not chance any more. */
  private static final int PORT_ATTEMPTS = 3;

  private final DataFolderLock lock;
  private final Postmaster postmaster;
  private final int port;
  private final String password;
  private boolean closed;

  private EmbeddedPostgres(DataFolderLock lock, Postmaster postmaster, int port, String password) {
    this.lock = lock;
    this.postmaster = postmaster;
    this.port = port;
    this.password = password;
  }

  public static EmbeddedPostgres start(Path folder, Path binaries) {
    return start(folder, binaries, step -> {});
  }

  /**
   * Returns when the database takes connections.
   *
   * @param folder data folder, made when missing
   * @param binaries cache of the unpacked programs, made when missing; other data folders may share
   *     it
   * @param progress told each step that takes a while, as it begins
   * @throws DataFolderInUse when another process has the folder
   * @throws DataFolderUnusable when the folder holds what this program cannot run
   */
  public static EmbeddedPostgres start(Path folder, Path binaries, Consumer<String> progress) {
    try {
      Path realFolder = makeFolder(folder);
      DataFolderLock lock = DataFolderLock.acquire(realFolder);
      boolean started = false;
      try {
        EmbeddedPostgres postgres = start(new Cluster(realFolder), lock, binaries, progress);
        started = true;
        return postgres;
      } finally {
        if (!started) {
          lock.close();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The start of PostgreSQL was interrupted", e);
    }
  }

  /** How to reach the server that another process runs in the folder; empty when none is ready. */
  public static Optional<PostgresConnection> findRunning(Path folder) {
    try {
      if (!Files.isDirectory(folder)) {
        return Optional.empty();
      }
      var cluster = new Cluster(folder.toRealPath());
      var file =
          PostmasterFile.read(cluster.data())
              .filter(PostmasterFile::ready)
              .filter(f -> new ServerProcesses(cluster.data()).isPostmaster(f.pid()));
      return file.isEmpty()
          ? Optional.empty()
          : Optional.of(connection(DATABASE, file.get().port(), cluster.password()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public PostgresConnection connection() {
    return connection(DATABASE, port, password);
  }

  public int port() {
    return port;
  }

  /** False while the server is being started again, after it was given up, and after closing. */
  public boolean isRunning() {
    try {
      return postmaster.isRunning();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends all sessions, stops the server and gives the folder free. A second call does nothing. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      postmaster.stop();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      // The server stops on its own now: it has its signal, or gets it when this process ends.
      Thread.currentThread().interrupt();
    } finally {
      lock.close();
    }
  }

  private static Path makeFolder(Path folder) throws IOException {
    try {
      return Files.createDirectories(folder).toRealPath();
    } catch (IOException e) {
      throw new DataFolderUnusable(
          folder, "it cannot be made", "Maybe choose another folder with --data.", e);
    }
  }

  private static EmbeddedPostgres start(
      Cluster cluster, DataFolderLock lock, Path cache, Consumer<String> progress)
      throws IOException, InterruptedException {
    boolean exists = cluster.exists();
    if (!PostgresBinaries.areUnpackedIn(cache)) {
      progress.accept("unpacking PostgreSQL");
    }
    PostgresBinaries binaries = PostgresBinaries.in(cache);
    var privileges = Privileges.forCluster(cluster.data());
    if (!exists) {
      progress.accept("creating the database cluster");
      cluster.create(binaries, privileges);
    }
    progress.accept("starting PostgreSQL");
    new ServerProcesses(cluster.data()).clear();
    for (int attempt = 1; ; attempt++) {
      int port = freePort();
      var postmaster = new Postmaster(cluster, binaries, privileges, port);
      if (postmaster.start()) {
        return opened(new EmbeddedPostgres(lock, postmaster, port, cluster.password()), cluster);
      }
      if (attempt == PORT_ATTEMPTS || isFree(port)) {
        throw cluster.failure("PostgreSQL did not start");
      }
    }
  }

  private static EmbeddedPostgres opened(EmbeddedPostgres postgres, Cluster cluster) {
    boolean opened = false;
    try {
      postgres.requireDatabase();
      opened = true;
      return postgres;
    } catch (SQLException e) {
      throw new DataFolderUnusable(
          cluster.folder(),
          WRONG_PASSWORD.equals(e.getSQLState())
              ? "its database refuses the password in postgres.password"
              : "its database cannot be opened (" + e.getMessage() + ")",
          "Maybe put the right files back, or restore a backup into a new folder.",
          e);
    } finally {
      if (!opened) {
        postgres.close();
      }
    }
  }

  /** Creates the database at the first start, or when the first start was cut off before it. */
  private void requireDatabase() throws SQLException {
    try (Connection connection = open(connection())) {
      connection.isValid(0);
    } catch (SQLException e) {
      if (!NO_DATABASE.equals(e.getSQLState())) {
        throw e;
      }
      try (Connection maintenance = open(connection("postgres", port, password));
          var statement = maintenance.createStatement()) {
        statement.execute("CREATE DATABASE " + DATABASE);
      }
    }
  }

  private static Connection open(PostgresConnection c) throws SQLException {
    return DriverManager.getConnection(c.url(), c.user(), c.password());
  }

  private static PostgresConnection connection(String database, int port, String password) {
    return new PostgresConnection(
        "jdbc:postgresql://127.0.0.1:" + port + "/" + database, Cluster.USER, password);
  }

  static int freePort() throws IOException {
    try (var socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      return socket.getLocalPort();
    }
  }

  private static boolean isFree(int port) {
    try (var socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
