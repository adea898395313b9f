package praya.limit;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/**
 * Buckets in the memory of this node. One that nobody has touched for the time of its quota is full
 * again and is forgotten; when there are too many, those go that were not used for longest.
 */
final class MemoryBuckets implements Buckets {
  /** About 30 MB of buckets; a sender who commands more lines than that is not stopped by these. */
  private static final long MOST = 100_000;

  private final Map<Limit, Cache<String, Bucket>> buckets = new EnumMap<>(Limit.class);
  private final TimeMeter time;

  MemoryBuckets(LimitSettings settings, TimeMeter time) {
    this.time = time;
    for (Limit limit : Limit.values()) {
      buckets.put(
          limit,
          CacheBuilder.newBuilder()
              .maximumSize(MOST)
              .expireAfterAccess(settings.quota(limit).period())
              .build());
    }
  }

  @Override
  public Taken take(Limit limit, Quota quota, String who) {
    ConsumptionProbe probe = bucket(limit, quota, who).tryConsumeAndReturnRemaining(1);
    return new Taken(
        probe.isConsumed(),
        probe.getRemainingTokens(),
        probe.getNanosToWaitForRefill(),
        probe.getNanosToWaitForReset());
  }

  /** How many are kept for a limit. */
  long size(Limit limit) {
    return cache(limit).size();
  }

  private Cache<String, Bucket> cache(Limit limit) {
    return java.util.Objects.requireNonNull(buckets.get(limit));
  }

  private Bucket bucket(Limit limit, Quota quota, String who) {
    try {
      return cache(limit)
          .get(
              who,
              () ->
                  Bucket.builder()
                      .addLimit(size ->
                          size.capacity(quota.count()).refillGreedy(quota.count(), quota.period()))
                      .withCustomTimePrecision(time)
                      .build());
    } catch (ExecutionException e) {
      throw new IllegalStateException("A bucket cannot be made", e);
    }
  }
}
