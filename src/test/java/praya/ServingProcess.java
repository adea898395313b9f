package praya;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import praya.json.Json;
import tools.jackson.databind.JsonNode;

/** {@code praya serve} in a Java process of its own, on a free port. */
final class ServingProcess implements AutoCloseable {
  /** A start takes three seconds; a loaded machine needs more. */
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final Path data;
  private final Process process;
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private String base = "";

  private ServingProcess(Path data, Process process) {
    this.data = data;
    this.process = process;
  }

  /** Returns when it answers. */
  static ServingProcess start(Path home, Path data) throws Exception {
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dpraya.home=" + home,
                "-cp",
                System.getProperty("java.class.path"),
                "praya.Main",
                "serve",
                "--port=0",
                "--data=" + data)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(home.resolve("serve.log").toFile()))
            .start();
    var serving = new ServingProcess(data, process);
    try {
      await("the start; see " + home.resolve("serve.log"), serving::answers);
    } catch (AssertionError e) {
      serving.close();
      throw new AssertionError(Files.readString(home.resolve("serve.log")), e);
    }
    return serving;
  }

  private boolean answers() {
    try {
      if (!process.isAlive()) {
        throw new AssertionError("The process ended with " + process.exitValue());
      }
      JsonNode file = Json.read(Files.readAllBytes(data.resolve("serving.json")));
      // A killed process leaves its file behind.
      if (file.path("pid").asLong() != process.pid()) {
        return false;
      }
      base = "http://127.0.0.1:" + file.path("port").asInt();
      return get("/api/v1/organisations?limit=1").statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  HttpResponse<String> get(String path) throws IOException {
    return send(HttpRequest.newBuilder(URI.create(base + path)).GET());
  }

  /** The status of the answer. */
  int post(String path, String key, String body) throws IOException {
    return send(HttpRequest.newBuilder(URI.create(base + path))
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)))
        .statusCode();
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
    try {
      return client.send(
          request.timeout(Duration.ofSeconds(15)).build(), HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  long pid() {
    return process.pid();
  }

  long postmasterPid() throws IOException {
    return Long.parseLong(
        Files.readAllLines(data.resolve("postgres/postmaster.pid")).getFirst().trim());
  }

  /** With {@code kill -9}, all by one command so that none sees another die first. */
  static void kill(long... pids) throws Exception {
    var command = new java.util.ArrayList<>(List.of("sh", "-c", "kill -9 \"$@\"", "kill"));
    for (long pid : pids) {
      command.add(Long.toString(pid));
    }
    new ProcessBuilder(command).inheritIO().start().waitFor();
  }

  /** Processes that work inside the data folder, as every process of its server does. */
  static List<Long> processesIn(Path data) {
    return ProcessHandle.allProcesses()
        .map(ProcessHandle::pid)
        .filter(pid -> {
          try {
            return Files.readSymbolicLink(Path.of("/proc", Long.toString(pid), "cwd"))
                .startsWith(data);
          } catch (IOException e) {
            return false; // ended meanwhile, or somebody else's
          }
        })
        .toList();
  }

  static void await(String what, Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!condition.call()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("Not within " + LIMIT.toSeconds() + " s: " + what);
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  /** Asks it to end, as Ctrl-C does, and insists when it does not. */
  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(15, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }
}
