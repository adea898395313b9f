package praya;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import praya.json.Json;
import praya.postgres.EmbeddedPostgres;
import praya.postgres.PostgresConnection;
import praya.store.AuditChain;
import tools.jackson.databind.JsonNode;

/** Looks at a data folder from outside: settings, server, database, index, disk. */
final class Examination {
  /** A healthy server on the same machine answers in milliseconds. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Config config;
  private final Clock clock;
  private boolean well = true;

  Examination(Config config, Clock clock) {
    this.config = config;
    this.clock = clock;
  }

  /**
   * @param tell gets a topic and a finding, one call a line
   * @return whether nothing was found to be wrong
   */
  boolean report(BiConsumer<String, String> tell) {
    tell.accept("praya", Version.TEXT + " on Java " + Runtime.version() + ", " + config.home());
    config.sources().forEach((name, source) -> tell.accept("setting", setting(name, source)));
    server(tell);
    database(tell);
    tell.accept("index", size(App.indexFolder(config)) + " at " + App.indexFolder(config));
    disk(tell);
    return well;
  }

  private static String setting(String name, Config.Source source) {
    return name
        + " = "
        + (source.value().isEmpty() ? "(default)" : source.value())
        + "  from "
        + source.from();
  }

  private void server(BiConsumer<String, String> tell) {
    Optional<Serving> serving = Serving.find(config);
    if (serving.isEmpty()) {
      tell.accept("server", "does not run");
      return;
    }
    tell.accept("server", serving.get().url() + ", process " + serving.get().pid());
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      var request =
          HttpRequest.newBuilder(URI.create(serving.get().url() + "/api/v1/health"))
              .timeout(PATIENCE)
              .build();
      HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
      JsonNode health = Json.read(answer.body());
      tell.accept(
          "server",
          "is "
              + health.path("status").asString()
              + ", version "
              + health.path("version").asString());
      for (JsonNode view : health.path("views")) {
        tell.accept(
            "view",
            view.path("name").asString()
                + (view.path("ready").asBoolean() ? " is ready" : " is not ready")
                + ", at position "
                + view.path("position").asLong()
                + ", "
                + view.path("behind").asLong()
                + " changes behind the database");
      }
    } catch (IOException e) {
      well = false;
      tell.accept("server", "does not answer: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void database(BiConsumer<String, String> tell) {
    Optional<PostgresConnection> found =
        config.database().isPresent()
            ? config.database()
            : EmbeddedPostgres.findRunning(config.data());
    if (found.isEmpty()) {
      tell.accept(
          "database", "does not run; its files take " + size(config.data().resolve("postgres")));
      return;
    }
    try (Core core = Core.inspect(found.get(), config, clock)) {
      tell.accept("database", core.database().serverVersion() + " at " + found.get().url());
      tell.accept(
          "database",
          core.database().sizeBytes() / 1_000_000
              + " MB, change feed at position "
              + core.changes().horizon());
      tell.accept(
          "records",
          core.organisations().whole().count()
              + " organisations, "
              + core.taxonomy().current().terms().size()
              + " terms");
      AuditChain.Head head = new AuditChain(core.database()).head();
      tell.accept("audit", head.count() + " rows, head " + head.hash());
    }
  }

  private void disk(BiConsumer<String, String> tell) {
    try {
      Path there = config.data();
      while (!Files.exists(there) && there.getParent() != null) {
        there = there.getParent();
      }
      FileStore store = Files.getFileStore(there);
      long freeMegabytes = store.getUsableSpace() / 1_000_000;
      // PostgreSQL stops writing when the disk is full; a gigabyte is time to notice.
      well &= freeMegabytes > 1_000;
      tell.accept(
          "disk",
          freeMegabytes
              + " MB free for "
              + config.data()
              + (freeMegabytes > 1_000 ? "" : ": too little"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String size(Path folder) {
    if (!Files.exists(folder)) {
      return "nothing";
    }
    try (Stream<Path> files = Files.walk(folder)) {
      long bytes = 0;
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        bytes += Files.size(file);
      }
      return "%.1f MB".formatted(bytes / 1e6);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
