package praya;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import praya.privacy.Retention;

/**
 * The settings of what is kept about people.
 *
 * @param days for which each kind of record is kept
 * @param contact whom people ask about their data; empty for the staff of the directory
 */
public record PrivacySettings(Map<Retention, Integer> days, Optional<String> contact) {
  public static final PrivacySettings USUAL = new PrivacySettings(Map.of(), Optional.empty());

  /** Ten years: longer than any purpose that the notice names. */
  private static final int MAX_DAYS = 3650;

  public PrivacySettings {
    days = Map.copyOf(days);
  }

  static PrivacySettings read(Config.Reading reading) {
    var days = new EnumMap<Retention, Integer>(Retention.class);
    for (Retention each : Retention.values()) {
      reading
          .find(each.setting())
          .ifPresent(text -> {
            if (text.matches("[0-9]{1,4}")
                && Integer.parseInt(text) >= 1
                && Integer.parseInt(text) <= MAX_DAYS) {
              days.put(each, Integer.parseInt(text));
            } else {
              reading.fault(
                  each.setting(),
                  text,
                  "must be a whole number of days from 1 to " + MAX_DAYS + ".");
            }
          });
    }
    return new PrivacySettings(days, reading.find("privacy-contact").filter(c -> !c.isBlank()));
  }
}
