package praya.limit;

import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Counts what senders do. Each request counts twice: for the account that acts, if any, and for the
 * line that it comes from. A line may do {@value #PEOPLE_ON_A_LINE} times what an account may: a
 * whole office can stand behind one address.
 */
public final class Limits {
  static final int PEOPLE_ON_A_LINE = 5;

  private final LimitSettings settings;
  private final Buckets memory;
  private final Buckets shared;

  private Limits(LimitSettings settings, Buckets memory, Buckets shared) {
    this.settings = settings;
    this.memory = memory;
    this.shared = shared;
  }

  /** Limits of one node. */
  public static Limits ofNode(LimitSettings settings, Clock clock) {
    var memory = new MemoryBuckets(settings, meter(clock));
    return new Limits(settings, memory, memory);
  }

  /** Limits of several nodes over one database. */
  public static Limits ofNodes(LimitSettings settings, Clock clock, DataSource database) {
    TimeMeter time = meter(clock);
    return new Limits(
        settings, new MemoryBuckets(settings, time), new SharedBuckets(database, time));
  }

  /**
   * How one of the two counts stands.
   *
   * @param policy the name of the count, such as {@code read-account}
   * @param given whether there was anything left
   * @param remaining how many are left
   * @param again seconds until the next one; 0 when one was given
   * @param full seconds until all are there again
   */
  public record State(
      String policy, Quota quota, boolean given, long remaining, long again, long full) {}

  /**
   * Takes one from the line, and from the account if somebody is known.
   *
   * @param account whoever acts, or is acted upon, such as the address that a link is asked for
   * @return how both stand, the scarcer one first; none when nothing is limited
   */
  public List<State> take(Limit limit, String line, @Nullable String account) {
    if (!settings.on()) {
      return List.of();
    }
    Buckets buckets = limit.shared() ? shared : memory;
    Quota quota = settings.quota(limit);
    var states = new ArrayList<State>();
    if (account != null) {
      states.add(state(limit, "account", quota, buckets.take(limit, quota, "account " + account)));
    }
    Quota wide = quota.times(PEOPLE_ON_A_LINE);
    states.add(state(limit, "line", wide, buckets.take(limit, wide, "line " + line)));
    states.sort(
        Comparator.comparing(State::given)
            .thenComparing(Comparator.comparingLong(State::again).reversed())
            .thenComparingLong(State::remaining));
    return states;
  }

  private static State state(Limit limit, String of, Quota quota, Buckets.Taken taken) {
    return new State(
        limit.code() + "-" + of,
        quota,
        taken.given(),
        taken.remaining(),
        seconds(taken.waitNanos()),
        seconds(taken.fullNanos()));
  }

  /** Rounded up: who comes back after that time must not come too early. */
  private static long seconds(long nanos) {
    return Math.ceilDiv(nanos, 1_000_000_000L);
  }

  private static TimeMeter meter(Clock clock) {
    return new TimeMeter() {
      @Override
      public long currentTimeNanos() {
        return Math.multiplyExact(clock.millis(), 1_000_000L);
      }

      @Override
      public boolean isWallClockBased() {
        return true;
      }
    };
  }
}
