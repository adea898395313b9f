package praya;

import java.util.ArrayList;
import java.util.Optional;
import praya.http.PublicUrl;
import praya.http.TrustedProxies;

/**
 * The settings of how the site is reached.
 *
 * @param host the address to listen on
 * @param port the port to listen on; 0 takes a free one
 * @param publicUrl where people reach it; empty where they reach the address it listens on
 * @param proxies whose word on where a request comes from is taken
 */
public record WebSettings(
    String host, int port, Optional<PublicUrl> publicUrl, TrustedProxies proxies) {

  /** An address without anything before it. */
  public static WebSettings at(String host, int port) {
    return new WebSettings(host, port, Optional.empty(), TrustedProxies.NONE);
  }

  static WebSettings read(Config.Reading reading) {
    return new WebSettings(
        reading.text("host", "127.0.0.1"), reading.port("port", "7070"), publicUrl(reading),
        proxies(reading));
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
}
