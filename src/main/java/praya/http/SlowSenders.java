package praya.http;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Closes connections of those who send or read so slowly that they only hold them: a request that
 * does not become whole, a body that drips, an answer that is not taken. An idle timeout alone is
 * put off by every single byte.
 */
final class SlowSenders extends Handler.Wrapper {
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

  private final Times times;
  private final Map<EndPoint, State> states = new ConcurrentHashMap<>();
  private volatile boolean running;

  /**
   * How long things may take.
   *
   * @param head from the first byte of a request until its headers are there
   * @param request from then until the answer is taken
   */
  record Times(Duration head, Duration request) {
    /** A phone on a bad line takes seconds for 8 kB of headers and for 1 MB of a body. */
    static final Times DEFAULT = new Times(Duration.ofSeconds(10), Duration.ofSeconds(60));
  }

  /**
   * Where a connection is.
   *
   * @param since when it got there
   * @param bytes that had come by then
   */
  private record State(Phase phase, long since, long bytes) {}

  /** What a connection is doing. */
  private enum Phase {
    /** Between requests. */
    IDLE,
    /** The headers of a request have begun to come. */
    HEAD,
    REQUEST
  }

  SlowSenders(Times times) {
    this.times = times;
  }

  @Override
  protected void doStart() throws Exception {
    super.doStart();
    running = true;
    look(getServer().getScheduler());
  }

  @Override
  protected void doStop() throws Exception {
    running = false;
    super.doStop();
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    EndPoint at = request.getConnectionMetaData().getConnection().getEndPoint();
    states.put(at, state(Phase.REQUEST, at));
    Request.addCompletionListener(request, failure -> states.put(at, state(Phase.IDLE, at)));
    return super.handle(request, response, callback);
  }

  private static State state(Phase phase, EndPoint at) {
    return new State(phase, System.nanoTime(), at.getConnection().getBytesIn());
  }

  private void look(Scheduler scheduler) {
    var connected = new HashSet<EndPoint>();
    for (Connector connector : getServer().getConnectors()) {
      connected.addAll(connector.getConnectedEndPoints());
    }
    states.keySet().retainAll(connected);
    connected.forEach(this::look);
    if (running) {
      var _ =
          scheduler.schedule(
              () -> look(scheduler), BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void look(EndPoint at) {
    if (at.getConnection() == null) {
      return;
    }
    long bytes = at.getConnection().getBytesIn();
    State state =
        states.computeIfAbsent(at, unknown -> new State(Phase.IDLE, System.nanoTime(), 0));
    if (state.phase() == Phase.IDLE && bytes > state.bytes()) {
      // Only if no request has begun meanwhile, which would be the one that these bytes are.
      states.replace(at, state, new State(Phase.HEAD, System.nanoTime(), bytes));
      return;
    }
    Duration allowed =
        switch (state.phase()) {
          case IDLE -> null;
          case HEAD -> times.head();
          case REQUEST -> times.request();
        };
    if (allowed != null && System.nanoTime() - state.since() > allowed.toNanos()) {
      at.close();
    }
  }
}
