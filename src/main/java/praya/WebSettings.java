package praya;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Optional;
import praya.http.PublicUrl;
import praya.http.TrustedProxies;
import praya.limit.Limit;
import praya.limit.LimitSettings;
import praya.limit.Quota;

/**
 * The settings of how the site is reached, and by whom.
 *
 * @param host the address to listen on
 * @param port the port to listen on; 0 takes a free one
 * @param publicUrl where people reach it; empty where they reach the address it listens on
 * @param proxies whose word on where a request comes from is taken
 * @param limits how much one sender may ask for
 * @param people who gets in, and for how long
 */
public record WebSettings(
    String host,
    int port,
    Optional<PublicUrl> publicUrl,
    TrustedProxies proxies,
    LimitSettings limits,
    PeopleSettings people) {

  /** An address without anything before it. */
  public static WebSettings at(String host, int port, LimitSettings limits) {
    return new WebSettings(
        host, port, Optional.empty(), TrustedProxies.NONE, limits, PeopleSettings.USUAL);
  }

  static WebSettings read(Config.Reading reading) {
    return new WebSettings(
        reading.text("host", "127.0.0.1"),
        reading.port("port", "7070"),
        publicUrl(reading),
        proxies(reading),
        limits(reading),
        PeopleSettings.read(reading));
  }

  private static Optional<PublicUrl> publicUrl(Config.Reading reading) {
    Optional<String> given = reading.find("public-url");
    Optional<PublicUrl> read = given.flatMap(PublicUrl::parse);
    if (given.isPresent() && read.isEmpty()) {
      reading.fault(
          "public-url",
          given.get(),
          "must be http:// or https://, a host and perhaps a port, without a path, such as"
              + " https://praya.example.");
    }
    return read;
  }

  private static TrustedProxies proxies(Config.Reading reading) {
    var networks = new ArrayList<TrustedProxies.Network>();
    for (String text : reading.find("trusted-proxies").orElse("").split(",", -1)) {
      String clean = text.strip();
      TrustedProxies.network(clean)
          .ifPresentOrElse(
              networks::add,
              () -> {
                if (!clean.isEmpty()) {
                  reading.fault(
                      "trusted-proxies",
                      clean,
                      "must be addresses or networks with commas between, such as"
                          + " 10.0.0.0/8,2001:db8::1; a network ends in zeros behind its bits.");
                }
              });
    }
    return new TrustedProxies(networks);
  }

  private static LimitSettings limits(Config.Reading reading) {
    String on = reading.find("limits").orElse("on");
    if (!on.equals("on") && !on.equals("off")) {
      reading.fault("limits", on, "must be on or off; off is for measuring only.");
    }
    var quotas = new EnumMap<Limit, Quota>(Limit.class);
    for (Limit limit : Limit.values()) {
      String name = "limit-" + limit.code();
      reading
          .find(name)
          .ifPresent(text ->
              Quota.parse(text)
                  .ifPresentOrElse(
                      quota -> quotas.put(limit, quota),
                      () ->
                          reading.fault(
                              name,
                              text,
                              "must be a number and a time with s, m or h, such as 600/1m.")));
    }
    return new LimitSettings(on.equals("on"), quotas);
  }
}
