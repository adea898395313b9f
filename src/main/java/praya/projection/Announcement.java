package praya.projection;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells somebody that the views have changed, on a thread of its own: who waits for the next write
 * waits for neither the telling nor what it sets going. Changes that follow each other quickly are
 * told once. What a crash swallows is not told again, so the listener also looks by itself now and
 * then.
 */
final class Announcement implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Announcement.class);

  /** Nobody minds so short a delay, and a burst of writes is over or well on its way. */
  private static final Duration GATHERING = Duration.ofMillis(200);

  private final Runnable listener;
  private final Semaphore due = new Semaphore(0);
  private final Semaphore closed = new Semaphore(0);
  private final Thread thread;

  Announcement(Runnable listener) {
    this.listener = listener;
    this.thread = Thread.ofPlatform().name("views-changed").daemon().unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  /** Says that there is something to tell. Returns at once. */
  void due() {
    due.release();
  }

  private void run() {
    try {
      due.acquire();
      while (!closed.tryAcquire(GATHERING.toMillis(), TimeUnit.MILLISECONDS)) {
        due.drainPermits();
        tell();
        due.acquire();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void tell() {
    try {
      listener.run();
    } catch (RuntimeException e) {
      LOG.error("Could not tell that the views have changed; the listener looks by itself", e);
    }
  }

  @Override
  public void close() {
    closed.release();
    due.release();
    try {
      thread.join(Duration.ofSeconds(10));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
