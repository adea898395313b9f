package praya;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import praya.http.PublicUrl;
import praya.json.Json;
import tools.jackson.databind.JsonNode;

/** Where the server of a data folder listens, left in the folder for the other commands. */
record Serving(long pid, String host, int port, PublicUrl publicUrl) {

  private static Path file(Config config) {
    return config.data().resolve("serving.json");
  }

  /** Where it listens, as other programs of this machine reach it. */
  String url() {
    return PublicUrl.listening(host, port).origin();
  }

  static void write(Config config, App app) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("pid", ProcessHandle.current().pid());
    json.put("host", config.host());
    json.put("port", app.port());
    json.put("publicUrl", app.publicUrl().origin());
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
      String host = json.path("host").asString();
      int port = json.path("port").asInt();
      var serving =
          new Serving(
              json.path("pid").asLong(),
              host,
              port,
              PublicUrl.parse(json.path("publicUrl").asString(""))
                  .orElse(PublicUrl.listening(host, port)));
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
