package praya.limit;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/**
 * Buckets in PostgreSQL, where all nodes count together. Taking one is a transaction of its own, so
 * it counts also when what it was taken for fails; it must not be done inside another transaction.
 */
final class SharedBuckets implements Buckets {
  /** Often enough that the table stays small, seldom enough to cost nothing. */
  private static final Duration BETWEEN_CLEANINGS = Duration.ofMinutes(1);

  private static final int CLEANED_AT_ONCE = 10_000;

  /** Clocks of nodes differ a little; a bucket that is full may stay so much longer. */
  private static final Duration KEPT_FULL = Duration.ofSeconds(10);

  private final PostgreSQLSelectForUpdateBasedProxyManager<String> buckets;
  private final TimeMeter time;
  private final AtomicLong cleaned;

  SharedBuckets(DataSource database, TimeMeter time) {
    this.time = time;
    this.cleaned = new AtomicLong(time.currentTimeNanos());
    this.buckets =
        Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database)
            .primaryKeyMapper(PrimaryKeyMapper.STRING)
            .table("limit_bucket")
            .idColumn("id")
            .stateColumn("state")
            .expiresAtColumn("expires_at")
            .clientClock(time)
            .expirationAfterWrite(
                ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(KEPT_FULL))
            .build();
  }

  @Override
  public Taken take(Limit limit, Quota quota, String who) {
    clean();
    BucketConfiguration configuration =
        BucketConfiguration.builder()
            .addLimit(
                size -> size.capacity(quota.count()).refillGreedy(quota.count(), quota.period()))
            .build();
    ConsumptionProbe probe =
        buckets
            .builder()
            .build(id(limit, who), () -> configuration)
            .tryConsumeAndReturnRemaining(1);
    return new Taken(
        probe.isConsumed(),
        probe.getRemainingTokens(),
        probe.getNanosToWaitForRefill(),
        probe.getNanosToWaitForReset());
  }

  /** Forgets buckets that are full again; whoever comes first after a minute does it. */
  private void clean() {
    long last = cleaned.get();
    long now = time.currentTimeNanos();
    if (now - last > BETWEEN_CLEANINGS.toNanos() && cleaned.compareAndSet(last, now)) {
      buckets.removeExpired(CLEANED_AT_ONCE);
    }
  }

  /** Neither addresses nor accounts are written down. */
  private static String id(Limit limit, String who) {
    try {
      byte[] text = (limit.code() + " " + who).getBytes(StandardCharsets.UTF_8);
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
