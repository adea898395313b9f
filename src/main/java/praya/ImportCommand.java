package praya;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import praya.domain.Actor;
import praya.domain.Fault;
import praya.domain.Problem;
import praya.seed.Importer;

/** {@code praya import}: brings files into the database, all of them or nothing. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = "Import files as in seed-data/: new records are created, changed ones replaced.")
final class ImportCommand implements Callable<Integer> {
  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Mixin private Settings settings = new Settings();

  @Option(names = "--check", description = "Only check: everything is taken back in the end.")
  private boolean check;

  @Option(
      names = "--no-demo",
      description = "Leave out what only illustrates (PRAYA_NO_DEMO=true).")
  private boolean noDemo;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "The name says what a file holds, e.g. organisations.jsonl.")
  private List<Path> files = new ArrayList<>();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Config config =
        settings.read(noDemo ? java.util.Map.of("no-demo", "true") : java.util.Map.of());
    requireReadable();
    try (Core core = Core.join(config, Clock.systemUTC(), step -> {})) {
      var bar = new ProgressBar(out);
      var request = new Importer.Request(files, check, Actor.command("import"));
      List<Importer.Counts> counts = core.importer(config.demo()).run(request, bar::show);
      bar.end();
      counts.forEach(file ->
          out.printf(
              "%s: %d new, %d changed, %d unchanged%n",
              file.file(), file.created(), file.changed(), file.unchanged()));
      out.println(check ? "Everything is in order. Nothing was stored (--check)." : "Stored.");
      out.flush();
      return 0;
    }
  }

  private void requireReadable() {
    List<Fault> faults =
        files.stream()
            .filter(file -> !Files.isReadable(file) || Files.isDirectory(file))
            .map(file ->
                new Fault(
                    "file", file.toString(), "It cannot be read. Maybe the name is misspelt."))
            .toList();
    if (!faults.isEmpty()) {
      throw new Problem.InvalidInput(faults);
    }
  }
}
