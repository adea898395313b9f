package praya;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import praya.domain.Problem;
import praya.postgres.DataFolderInUse;
import praya.postgres.DataFolderUnusable;
import praya.postgres.DatabaseNewer;
import praya.search.IndexInUse;
import praya.store.Vault;

/** The command line. A wrong call or setting ends with 2 and one clear message, an error with 1. */
@Command(
    name = "praya",
    description = "Directory and matchmaking service of an AI ecosystem.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.VersionProvider.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      ServeCommand.class,
      ImportCommand.class,
      ReindexCommand.class,
      DoctorCommand.class,
      KeyCommand.class,
      AccountCommand.class,
      SignInCommand.class,
      AuditCommand.class,
      EvaluateCommand.class,
      RoundCommand.class,
      ConsortiumCommand.class,
      MapCommand.class
    })
public final class Main implements Callable<Integer> {
  static final int WRONG_CALL = 2;

  /**
   * Lucene advises to switch on an incubating module for vectors, which nothing here uses. A logger
   * keeps its level only while somebody holds it.
   */
  private static final java.util.logging.Logger VECTOR_ADVICE =
      java.util.logging.Logger.getLogger(
          "org.apache.lucene.internal.vectorization.VectorizationProvider");

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  private Main() {}

  public static void main(String[] arguments) {
    // Sessions of PostgreSQL take their zone from here; days and weeks must not depend on the
    // machine.
    java.util.TimeZone.setDefault(java.util.TimeZone.getTimeZone("UTC"));
    VECTOR_ADVICE.setLevel(java.util.logging.Level.SEVERE);
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Main())
        .setExecutionExceptionHandler((e, command, parsed) -> explain(e, command));
  }

  /** Without a command there is nothing to do but to say what there is. */
  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return WRONG_CALL;
  }

  private static int explain(Exception e, CommandLine command) throws Exception {
    switch (e) {
      case Config.Unusable unusable -> command.getErr().println(unusable.getMessage());
      case ServeCommand.PortInUse inUse -> command.getErr().println(inUse.getMessage());
      case DataFolderInUse inUse -> command.getErr().println(inUse.getMessage());
      case DataFolderUnusable unusable -> command.getErr().println(unusable.getMessage());
      case IndexInUse inUse -> command.getErr().println(inUse.getMessage());
      case Vault.Unusable unusable -> command.getErr().println(unusable.getMessage());
      case DatabaseNewer newer -> command.getErr().println(newer.getMessage());
      case Problem.InvalidInput invalid ->
          invalid
              .faults()
              .forEach(fault -> {
                String value = fault.value() == null ? "" : " (" + fault.value() + ")";
                command.getErr().println(fault.field() + value + ": " + fault.message());
              });
      case Problem problem -> command.getErr().println(problem.getMessage());
      default -> throw e;
    }
    return WRONG_CALL;
  }

  /** Tells the version of the jar. */
  static final class VersionProvider implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"praya " + Version.TEXT};
    }
  }
}
