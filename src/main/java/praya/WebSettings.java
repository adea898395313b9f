package praya;

import java.util.Optional;
import praya.http.PublicUrl;

/**
 * The settings of how the site is reached.
 *
 * @param host the address to listen on
 * @param port the port to listen on; 0 takes a free one
 * @param publicUrl where people reach it; empty where they reach the address it listens on
 */
public record WebSettings(String host, int port, Optional<PublicUrl> publicUrl) {

  /** An address without anything before it. */
  public static WebSettings at(String host, int port) {
    return new WebSettings(host, port, Optional.empty());
  }

  static WebSettings read(Config.Reading reading) {
    return new WebSettings(
        reading.text("host", "127.0.0.1"), reading.port("port", "7070"), publicUrl(reading));
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
}
