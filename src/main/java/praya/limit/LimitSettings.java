package praya.limit;

import java.util.Map;

/**
 * The settings of limits.
 *
 * @param on whether anything is limited at all; off is for measuring only
 * @param quotas those that differ from the default
 */
public record LimitSettings(boolean on, Map<Limit, Quota> quotas) {
  public static final LimitSettings DEFAULT = new LimitSettings(true, Map.of());

  public LimitSettings {
    quotas = Map.copyOf(quotas);
  }

  Quota quota(Limit limit) {
    return quotas.getOrDefault(limit, limit.quota());
  }
}
