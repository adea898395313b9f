package praya;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import praya.identity.SessionLimits;
import praya.identity.oidc.Provider;
import praya.identity.oidc.TokenService;

/**
 * The settings of who gets in, and for how long.
 *
 * @param signUp whether an address without an account gets one by signing in
 * @param providers places elsewhere that people sign in with
 * @param tokens which bearer tokens of others are good here
 * @param privacy for how long what is kept about people
 */
public record PeopleSettings(
    SessionLimits sessions,
    boolean signUp,
    List<Provider> providers,
    TokenService.Policy tokens,
    PrivacySettings privacy) {
  public static final PeopleSettings USUAL =
      new PeopleSettings(
          SessionLimits.USUAL, true, List.of(), TokenService.Policy.NONE, PrivacySettings.USUAL);

  public PeopleSettings {
    providers = List.copyOf(providers);
  }

  static PeopleSettings read(Config.Reading reading) {
    var usual = SessionLimits.USUAL;
    List<Provider> providers = ProviderSettings.read(reading);
    return new PeopleSettings(
        new SessionLimits(
            hours(reading, "session-idle-hours", usual.idle()),
            hours(reading, "session-hours", usual.absolute()),
            hours(reading, "session-staff-hours", usual.staff())),
        signUp(reading),
        providers,
        ProviderSettings.tokens(reading, providers),
        PrivacySettings.read(reading));
  }

  /** At most a year: nobody means more. */
  private static Duration hours(Config.Reading reading, String name, Duration usual) {
    Optional<String> given = reading.find(name);
    if (given.isEmpty()) {
      return usual;
    }
    String text = given.get();
    if (text.matches("[0-9]{1,4}")
        && Integer.parseInt(text) >= 1
        && Integer.parseInt(text) <= 8760) {
      return Duration.ofHours(Integer.parseInt(text));
    }
    reading.fault(name, text, "must be a whole number of hours from 1 to 8760.");
    return usual;
  }

  private static boolean signUp(Config.Reading reading) {
    String text = reading.find("sign-up").orElse("open");
    if (!text.equals("open") && !text.equals("closed")) {
      reading.fault("sign-up", text, "must be open or closed.");
    }
    return text.equals("open");
  }
}
