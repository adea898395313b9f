package praya.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running server of a cluster, as a child process that never outlives this one and is started
 * again when it dies alone.
 *
 * <p>{@code setpriv --pdeathsig=INT} makes Linux send the child SIGINT, a clean shutdown, when its
 * parent ends in whatever way. Linux counts the <em>thread</em> that started it as the parent.
 * Hence one platform thread starts every child and waits for it. {@code setsid} keeps Ctrl-C in a
 * terminal from the child, so that open requests can still be answered while Praya stops.
 */
final class Postmaster {

  private static final Logger LOG = LoggerFactory.getLogger(Postmaster.class);

  /** A server that dies more often than this within {@link #WINDOW} is broken, not unlucky. */
  private static final int RESTARTS = 5;

  private static final Duration WINDOW = Duration.ofMinutes(1);

  /** Five attempts spread over some seconds outlast a short lack of memory or disk. */
  private static final long PAUSE_STEP_MILLIS = 500;

  /** Replaying one checkpoint distance (1 GB) after a crash takes about a minute on a slow disk. */
  private static final Duration START_LIMIT = Duration.ofMinutes(5);

  /** As in {@link ServerProcesses}: the last checkpoint may need some seconds. */
  private static final long STOP_LIMIT_SECONDS = 30;

  /** A start takes 100 ms and more. */
  private static final long POLL_MILLIS = 5;

  private final Cluster cluster;
  private final List<String> command;
  private final Privileges privileges;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread owner;
  private volatile @Nullable Process process;
  private volatile boolean wasReady;

  Postmaster(Cluster cluster, PostgresBinaries binaries, Privileges privileges, int port) {
    this.cluster = cluster;
    this.privileges = privileges;
    command = command(binaries, cluster.data(), port);
    owner = Thread.ofPlatform().name("postgres-owner").daemon(true).unstarted(this::own);
  }

  /** False when the server ended instead of becoming ready; nothing runs then. */
  boolean start() throws IOException, InterruptedException {
    owner.start();
    try {
      wasReady = awaitReady();
    } finally {
      if (!wasReady) {
        stop();
      }
    }
    return wasReady;
  }

  boolean isRunning() throws IOException {
    Process running = process;
    return running != null
        && running.isAlive()
        && PostmasterFile.read(cluster.data())
            .filter(f -> f.ready() && f.pid() == running.pid())
            .isPresent();
  }

  void stop() throws IOException, InterruptedException {
    Process running;
    synchronized (this) {
      closing.countDown();
      running = process;
    }
    if (running != null && running.isAlive()) {
      ServerProcesses.interrupt(running.pid());
      if (!running.waitFor(STOP_LIMIT_SECONDS, TimeUnit.SECONDS)) {
        LOG.error("PostgreSQL did not stop within {} s and is killed", STOP_LIMIT_SECONDS);
        running.destroyForcibly();
      }
    }
    owner.join();
  }

  private boolean awaitReady() throws IOException, InterruptedException {
    long end = System.nanoTime() + START_LIMIT.toNanos();
    while (owner.isAlive() && System.nanoTime() < end) {
      if (isRunning()) {
        return true;
      }
      Thread.sleep(POLL_MILLIS);
    }
    return false;
  }

  private void own() {
    try {
      Deque<Long> restarts = new ArrayDeque<>();
      while (runOnce() && wasReady && mayRestart(restarts)) {
        new ServerProcesses(cluster.data()).clear();
      }
    } catch (IOException | RuntimeException e) {
      LOG.error("PostgreSQL cannot be started", e);
    } catch (InterruptedException e) {
      throw new IllegalStateException("Nobody interrupts this thread", e);
    }
  }

  /** Runs the server until it ends; false when that was wanted. */
  private boolean runOnce() throws IOException, InterruptedException {
    Process child;
    synchronized (this) {
      if (isClosing()) {
        return false;
      }
      child = privileges.program(command, cluster.openLog()).start();
      process = child;
    }
    child.getOutputStream().close();
    int status = child.waitFor();
    if (isClosing()) {
      return false;
    }
    if (wasReady) {
      LOG.error("PostgreSQL ended by itself with exit status {}", status);
    }
    return true;
  }

  /** Waits a step longer before each further attempt, and not at all before the first. */
  private boolean mayRestart(Deque<Long> restarts) throws InterruptedException {
    long now = System.nanoTime();
    restarts.removeIf(time -> now - time > WINDOW.toNanos());
    if (restarts.size() == RESTARTS) {
      LOG.error(
          "PostgreSQL ended {} times within {} s and is not started again. "
              + "Maybe read {} and restart Praya.",
          RESTARTS + 1,
          WINDOW.toSeconds(),
          cluster.log());
      return false;
    }
    boolean closed = closing.await(restarts.size() * PAUSE_STEP_MILLIS, TimeUnit.MILLISECONDS);
    restarts.add(now);
    return !closed;
  }

  private boolean isClosing() {
    return closing.getCount() == 0;
  }

  private static List<String> command(PostgresBinaries binaries, Path data, int port) {
    return List.of(
        "setsid",
        "setpriv",
        "--pdeathsig=INT",
        binaries.program("postgres"),
        "-D",
        data.toString(),
        "-p",
        Integer.toString(port),
        "-c",
        "listen_addresses=127.0.0.1",
        "-c",
        "unix_socket_directories=",
        // The pool of one Praya, command line verbs beside it, and room for an administrator.
        "-c",
        "max_connections=60",
        // A few hundred organisations fit many times; the rest is the system's file cache.
        "-c",
        "shared_buffers=32MB",
        "-c",
        "timezone=UTC",
        "-c",
        "log_timezone=UTC",
        // Never lose what was acknowledged, whatever the cluster's own files say.
        "-c",
        "fsync=on",
        "-c",
        "synchronous_commit=on");
  }
}
