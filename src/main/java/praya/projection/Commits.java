package praya.projection;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import praya.search.Position;
import praya.search.SearchIndexes;

/**
 * Makes the index durable beside the thread that follows, so that nobody who waits for a write
 * waits for a disk. One commit at a time; for the following thread.
 */
final class Commits implements AutoCloseable {
  private final SearchIndexes index;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().name("index-commit").daemon().factory());
  private @Nullable Future<?> running;

  Commits(SearchIndexes index) {
    this.index = index;
  }

  boolean busy() {
    return running != null && !running.isDone();
  }

  /** Begins to commit what is in the index now, and perhaps some of what comes meanwhile. */
  void begin(Position position) {
    finish();
    running = thread.submit(() -> index.commit(position));
  }

  /**
   * Waits for the commit that is running, if one is.
   *
   * @throws IllegalStateException when it failed
   */
  void finish() {
    Future<?> last = running;
    running = null;
    if (last == null) {
      return;
    }
    try {
      last.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The server is stopping.", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("The index could not be made durable.", e.getCause());
    }
  }

  @Override
  public void close() {
    thread.close();
  }
}
