package praya.testkit;

import java.time.Duration;
import java.util.EnumMap;
import praya.WebSettings;
import praya.limit.Limit;
import praya.limit.LimitSettings;
import praya.limit.Quota;

/** The settings of servers that tests share. */
public final class TestSettings {
  /** More than all tests together do, all of them from one address. */
  private static final Quota WIDE = new Quota(1_000_000, Duration.ofSeconds(1));

  /** A free port of the loopback address, with limits that count and never refuse. */
  public static final WebSettings WEB = WebSettings.at("127.0.0.1", 0, wide());

  private TestSettings() {}

  private static LimitSettings wide() {
    var quotas = new EnumMap<Limit, Quota>(Limit.class);
    for (Limit limit : Limit.values()) {
      quotas.put(limit, WIDE);
    }
    return new LimitSettings(true, quotas);
  }
}
