package praya.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import praya.App;
import praya.Config;
import praya.Core;
import praya.domain.Action;
import praya.domain.Actor;
import praya.search.Indexed;
import praya.search.Position;
import praya.search.SearchIndexes;
import praya.search.SpeedDocuments;
import praya.seed.Importer;

/**
 * The program over any number of generated organisations: they are put into its index before it
 * starts, and the database, which no search asks, stays without them. Beside it {@code
 * /bench/static}. Writes its port to the file that it is given.
 */
public final class SpeedServer {
  private static final int STATIC_BYTES = 6_000;

  private SpeedServer() {}

  /**
   * @param arguments the data folder, the seed folder, how many organisations, the file to write
   */
  public static void main(String[] arguments) throws Exception {
    Path data = Path.of(arguments[0]);
    Config config =
        Config.read(Map.of("data", data.toString(), "port", "0"), Map.of("PRAYA_LIMITS", "off"));
    Core core = Core.start(config, Clock.systemUTC(), step -> {});
    core.importer(true)
        .run(
            new Importer.Request(
                List.of(Path.of(arguments[1], "taxonomy.json")), false, Actor.command("bench")),
            (file, done, total) -> {});
    core.taxonomy().reload();
    fill(config, core, Integer.parseInt(arguments[2]));
    byte[] constant =
        ("{\"items\":\"" + "x".repeat(STATIC_BYTES - 13) + "\"}").getBytes(StandardCharsets.UTF_8);
    App app =
        App.start(
            config,
            core,
            routes ->
                routes.get(
                    "/bench/static",
                    Action.READ_DIRECTORY,
                    context ->
                        context.contentType("application/json; charset=utf-8").result(constant)));
    app.projector().await(core.changes().horizon() - 1, java.time.Duration.ofMinutes(2));
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    System.out.printf(
        "praya        heap after gc %.0f MB, with PostgreSQL's driver, Jetty and all else%n",
        (runtime.totalMemory() - runtime.freeMemory()) / 1e6);
    Files.writeString(
        Path.of(arguments[3]), app.port() + " " + (core.changes().horizon() - 1) + "\n");
    Thread.currentThread().join();
  }

  private static void fill(Config config, Core core, int size) {
    try (var indexes = SearchIndexes.open(App.indexFolder(config), core.taxonomy().current())) {
      indexes.clear();
      long[] nanos = {0};
      SpeedDocuments.forEachStep(
          size,
          step -> {
            Map<java.util.UUID, Indexed> byId = new java.util.HashMap<>();
            step.forEach(each -> byId.put(each.sheet().id(), each));
            long begin = System.nanoTime();
            indexes.put(
                step.stream().map(Indexed::sheet).toList(),
                sheet -> new Indexed(sheet, json(byId, sheet.id()), java.time.Instant.EPOCH));
            nanos[0] += System.nanoTime() - begin;
          });
      long begin = System.nanoTime();
      indexes.refresh();
      indexes.commit(new Position(core.changes().installation(), core.changes().horizon()));
      nanos[0] += System.nanoTime() - begin;
      System.out.printf(
          "praya        indexed %d organisations in %.1f s: %.0f a second%n",
          size, nanos[0] / 1e9, size / (nanos[0] / 1e9));
    }
  }

  private static byte[] json(Map<java.util.UUID, Indexed> byId, java.util.UUID id) {
    return java.util.Objects.requireNonNull(byId.get(id)).json();
  }
}
