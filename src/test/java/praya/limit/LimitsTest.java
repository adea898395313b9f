package praya.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import praya.store.Database;
import praya.testkit.TestClock;
import praya.testkit.TestDatabase;

/** Limits count exactly, per account and per line, on one node and on several. */
class LimitsTest {
  private static final LimitSettings TEN_A_MINUTE =
      new LimitSettings(
          true,
          Map.of(
              Limit.SIGN_IN, new Quota(10, Duration.ofMinutes(1)),
              Limit.READ, new Quota(10, Duration.ofMinutes(1))));

  private final TestClock clock = new TestClock();

  @Test
  void account_hasItsQuota_andGetsItBackEvenly() {
    Limits limits = Limits.ofNode(TEN_A_MINUTE, clock);
    for (int i = 9; i >= 0; i--) {
      Limits.State state = limits.take(Limit.READ, "line", "account").getFirst();
      assertThat(state.given()).isTrue();
      assertThat(state.policy()).isEqualTo("read-account");
      assertThat(state.remaining()).isEqualTo(i);
    }
    Limits.State refused = limits.take(Limit.READ, "line", "account").getFirst();
    assertThat(refused.given()).isFalse();
    assertThat(refused.again()).isEqualTo(6);
    clock.move(Duration.ofSeconds(5));
    assertThat(limits.take(Limit.READ, "line", "account").getFirst().given()).isFalse();
    clock.move(Duration.ofSeconds(1));
    assertThat(limits.take(Limit.READ, "line", "account").getFirst().given()).isTrue();
    // Others, other limits and other lines are not touched.
    assertThat(limits.take(Limit.READ, "line", "another").getFirst().given()).isTrue();
    assertThat(limits.take(Limit.SIGN_IN, "line", "account").getFirst().given()).isTrue();
  }

  @Test
  void line_hasFiveTimesTheQuota_whoeverIsBehindIt() {
    Limits limits = Limits.ofNode(TEN_A_MINUTE, clock);
    int given = 0;
    for (int i = 0; i < 100; i++) {
      if (limits.take(Limit.READ, "line", i % 2 == 0 ? null : "account-" + i).getFirst().given()) {
        given++;
      }
    }
    assertThat(given).isEqualTo(50);
    assertThat(limits.take(Limit.READ, "line", null).getFirst().policy()).isEqualTo("read-line");
    assertThat(limits.take(Limit.READ, "other", null).getFirst().given()).isTrue();
  }

  @Test
  void off_limitsNothing() {
    Limits limits = Limits.ofNode(new LimitSettings(false, Map.of()), clock);
    assertThat(limits.take(Limit.SIGN_IN, "line", "account")).isEmpty();
  }

  @Test
  void nodes_countTogetherInTheDatabase_butReadingByThemselves() throws Exception {
    try (var database = new Database(TestDatabase.fresh())) {
      Limits one = Limits.ofNodes(TEN_A_MINUTE, clock, database.pool());
      Limits other = Limits.ofNodes(TEN_A_MINUTE, clock, database.pool());
      var tasks = new ArrayList<Callable<Boolean>>();
      for (int i = 0; i < 40; i++) {
        Limits node = i % 2 == 0 ? one : other;
        tasks.add(() -> node.take(Limit.SIGN_IN, "203.0.113.9", "who@example").getFirst().given());
      }
      int given = 0;
      try (var threads = Executors.newFixedThreadPool(16)) {
        for (Future<Boolean> done : threads.invokeAll(tasks)) {
          given += done.get() ? 1 : 0;
        }
      }
      assertThat(given).isEqualTo(10);
      assertThat(database.sql().fetchValue("select string_agg(id, ' ') from limit_bucket"))
          .asString()
          .doesNotContain("203.0.113.9", "who@example");
      for (int i = 0; i < 10; i++) {
        assertThat(one.take(Limit.READ, "line", "reader").getFirst().given()).isTrue();
        assertThat(other.take(Limit.READ, "line", "reader").getFirst().given()).isTrue();
      }
      // After a while nothing is left of those who no longer come. The library takes the machine's
      // clock for that, which a test cannot move.
      long latest = System.currentTimeMillis() + Duration.ofMinutes(3).toMillis();
      assertThat(
              database
                  .sql()
                  .fetchValue(
                      "select count(*) from limit_bucket where coalesce(expires_at > "
                          + latest
                          + ", true)"))
          .isEqualTo(0L);
      database.sql().execute("update limit_bucket set expires_at = 0");
      clock.move(Duration.ofMinutes(3));
      one.take(Limit.SIGN_IN, "198.51.100.1", null);
      assertThat(database.sql().fetchValue("select count(*) from limit_bucket")).isEqualTo(1L);
    }
  }

  @Test
  void memory_isBounded_howeverManySendersThereAre() {
    var buckets =
        new MemoryBuckets(LimitSettings.DEFAULT, io.github.bucket4j.TimeMeter.SYSTEM_MILLISECONDS);
    for (int i = 0; i < 250_000; i++) {
      buckets.take(Limit.READ, Limit.READ.quota(), "line " + i);
    }
    assertThat(buckets.size(Limit.READ)).isBetween(50_000L, 100_000L);
  }

  @Test
  void quota_isReadStrictly() {
    assertThat(Quota.parse("600/1m")).contains(new Quota(600, Duration.ofMinutes(1)));
    assertThat(Quota.parse("1/24h")).contains(new Quota(1, Duration.ofHours(24)));
    for (String wrong : List.of("", "0/1m", "600", "600/m", "-1/1m", "1/0s", "1/1d", "1 / 1m")) {
      assertThat(Quota.parse(wrong)).as(wrong).isEmpty();
    }
  }
}
