package praya.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.stream.Stream;
import praya.App;
import praya.Config;
import praya.Core;
import praya.domain.Actor;
import praya.domain.Language;
import praya.domain.Role;
import praya.identity.AccountService;
import praya.seed.Importer;

/**
 * The program over the seed data with one more route, {@code /bench/static}, which answers a
 * constant of the size of a search: what the server can do at best. Writes its port and a staff key
 * to the file that it is given, and runs until it is ended.
 */
public final class BenchServer {
  /** The size of a search answer with ten hits and facets, so that both routes send as much. */
  private static final int STATIC_BYTES = 6_000;

  /** An address with an account. */
  static final String KNOWN = "somebody@bench.example";

  private BenchServer() {}

  /**
   * @param arguments the data folder, the seed folder, the file for port and key
   */
  public static void main(String[] arguments) throws Exception {
    TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    Path data = Path.of(arguments[0]);
    Path seed = Path.of(arguments[1]);
    // One address asks thousands of times a second here, which is what limits are there to stop.
    Config config =
        Config.read(Map.of("data", data.toString(), "port", "0"), Map.of("PRAYA_LIMITS", "off"));
    Core core = Core.start(config, Clock.systemUTC(), step -> {});
    if (core.isEmpty()) {
      try (Stream<Path> files = Files.walk(seed)) {
        List<Path> known = files.filter(BenchServer::isLoaded).toList();
        core.importer(true)
            .run(
                new Importer.Request(known, false, Actor.command("bench")),
                (file, done, total) -> {});
      }
    }
    byte[] constant =
        ("{\"items\":\"" + "x".repeat(STATIC_BYTES - 13) + "\"}").getBytes(StandardCharsets.UTF_8);
    App app =
        App.start(
            config,
            core,
            routes ->
                routes.get(
                    "/bench/static",
                    praya.domain.Action.READ_DIRECTORY,
                    context ->
                        context.contentType("application/json; charset=utf-8").result(constant)));
    app.projector().await(core.changes().horizon() - 1, java.time.Duration.ofMinutes(2));
    var invitation = new AccountService.Invitation(KNOWN, Role.MEMBER, Language.EN);
    if (core.accounts().findByEmail(KNOWN).isEmpty()) {
      core.accounts().create(invitation, Actor.command("bench"));
    }
    String key = core.keys().create("bench", Role.STAFF).secret().text();
    Files.writeString(Path.of(arguments[2]), app.port() + " " + key + "\n");
    Thread.currentThread().join();
  }

  private static boolean isLoaded(Path file) {
    String name = String.valueOf(file.getFileName());
    return List.of(
            "taxonomy.json",
            "organisations.jsonl",
            "relations.jsonl",
            "needs.jsonl",
            "offers.jsonl",
            "centre.json",
            "allocations.jsonl",
            "usage.jsonl",
            "figures.json")
        .contains(name);
  }
}
