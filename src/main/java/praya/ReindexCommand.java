package praya;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * {@code praya reindex}: fills the search index anew. A running server is asked to do it and goes
 * on answering from the old index meanwhile.
 */
@Command(
    name = "reindex",
    mixinStandardHelpOptions = true,
    description = "Fill the search index anew.")
final class ReindexCommand implements Callable<Integer> {
  /** Half an hour fills several millions of organisations. */
  private static final Duration PATIENCE = Duration.ofMinutes(30);

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Mixin private Settings settings = new Settings();

  @Override
  public Integer call() {
    Config config = settings.read();
    PrintWriter out = spec.commandLine().getOut();
    try (Core core = Core.join(config, Clock.systemUTC(), step -> {})) {
      if (core.ownsPostgres() || Serving.find(config).isEmpty()) {
        delete(App.indexFolder(config));
        try (App app = App.start(config, core)) {
          app.projector().await(core.changes().horizon() - 1, PATIENCE);
          out.println("Filled the index with " + app.health().documents() + " organisations.");
        }
      } else {
        core.changes().askForRebuild();
        out.println("The running server fills its index anew; 'bin/praya doctor' tells when.");
      }
      out.flush();
      return 0;
    }
  }

  private static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The index (" + folder + ") cannot be deleted.", e);
    }
  }
}
