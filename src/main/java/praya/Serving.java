package praya;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import praya.json.Json;
import tools.jackson.databind.JsonNode;

/** Where the server of a data folder listens, left in the folder for the other commands. */
record Serving(long pid, String host, int port) {

  private static Path file(Config config) {
    return config.data().resolve("serving.json");
  }

  static String url(String host, int port) {
    return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }

  String url() {
    return url(host, port);
  }

  static void write(Config config, int port) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("pid", ProcessHandle.current().pid());
    json.put("host", config.host());
    json.put("port", port);
    try {
      Files.createDirectories(config.data());
      Path draft = config.data().resolve("serving.json.new");
      Files.write(draft, Json.bytes(json));
      Files.move(draft, file(config), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes the note away when the server stops. */
  static void remove(Config config) {
    try {
      Files.deleteIfExists(file(config));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The server, if its process is still there. */
  static Optional<Serving> find(Config config) {
    if (!Files.exists(file(config))) {
      return Optional.empty();
    }
    try {
      JsonNode json = Json.read(Files.readAllBytes(file(config)));
      var serving =
          new Serving(
              json.path("pid").asLong(), json.path("host").asString(), json.path("port").asInt());
      boolean alive =
          ProcessHandle.of(serving.pid())
              .flatMap(process -> process.info().command())
              .filter(c -> c.endsWith("java"))
              .isPresent();
      return alive ? Optional.of(serving) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
