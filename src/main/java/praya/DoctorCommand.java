package praya;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code praya doctor}: what runs, and whether it is well. Starts nothing and changes nothing. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = "Tell what runs, versions, sizes, positions, settings.")
final class DoctorCommand implements Callable<Integer> {
  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Mixin private Settings settings = new Settings();

  @Override
  public Integer call() {
    Config config = settings.read();
    PrintWriter out = spec.commandLine().getOut();
    boolean well =
        new Examination(config, Clock.systemUTC())
            .report((topic, finding) -> out.printf("%-12s %s%n", topic, finding));
    out.flush();
    return well ? 0 : 1;
  }
}
