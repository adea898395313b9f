package praya.mail;

import java.time.Duration;

/**
 * How long to wait after a failure: twice as long each time, up to a longest wait.
 *
 * @param attempts after so many a letter is given up
 */
record Backoff(Duration first, Duration longest, int attempts) {
  /**
   * From half a minute, in which a restarted server is back, to an hour. A hundred attempts make
   * four days, as RFC 5321, 4.5.4.1 wants it: a server that fails on a Friday is mended by then.
   */
  static final Backoff USUAL = new Backoff(Duration.ofSeconds(30), Duration.ofHours(1), 100);

  /** Half a minute doubled as often is more than any longest wait, and no overflow. */
  private static final int MOST_DOUBLINGS = 20;

  /** The wait after so many attempts, the one that just failed included. */
  Duration after(int attempt) {
    Duration wait = first.multipliedBy(1L << Math.clamp(attempt - 1, 0, MOST_DOUBLINGS));
    return wait.compareTo(longest) < 0 ? wait : longest;
  }
}
