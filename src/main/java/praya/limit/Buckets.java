package praya.limit;

/** Where it is kept how much everybody has left. */
interface Buckets {
  /** Takes one out of the bucket of a limit and somebody, if there is one. */
  Taken take(Limit limit, Quota quota, String who);

  /**
   * What became of it.
   *
   * @param given whether there was one
   * @param remaining how many are left
   * @param waitNanos until there is one again; 0 when one was given
   * @param fullNanos until nothing is used any more
   */
  record Taken(boolean given, long remaining, long waitNanos, long fullNanos) {}
}
