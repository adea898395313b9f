package praya;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import praya.domain.Problem;
import praya.domain.Role;

/** {@code praya key}: API keys of programs. They work at once, also while the server runs. */
@Command(
    name = "key",
    mixinStandardHelpOptions = true,
    description = "Make, list and revoke API keys.",
    subcommands = {KeyCommand.Create.class, KeyCommand.ListAll.class, KeyCommand.Revoke.class})
final class KeyCommand implements Callable<Integer> {
  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return Main.WRONG_CALL;
  }

  /** {@code praya key create}. */
  @Command(
      name = "create",
      mixinStandardHelpOptions = true,
      description = "Make a key; it is shown only now.")
  static final class Create implements Callable<Integer> {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Mixin private Settings settings = new Settings();

    @Option(
        names = "--role",
        required = true,
        paramLabel = "ROLE",
        description = "What it may do: staff.")
    private String role = "";

    @Option(
        names = "--name",
        paramLabel = "TEXT",
        description = "What the audit calls it (default: command-line).")
    private String name = "command-line";

    @Override
    public Integer call() {
      if (!role.equals(Role.STAFF.code())) {
        throw new Problem.InvalidInput(
            "role", role, "The role (" + role + ") is not known. There is: staff.");
      }
      try (Core core = Core.join(settings.read(), Clock.systemUTC(), step -> {})) {
        PrintWriter out = spec.commandLine().getOut();
        // The key alone on standard output, so that a script can take it.
        out.println(core.keys().create(name, Role.STAFF).secret().text());
        out.flush();
        return 0;
      }
    }
  }

  /** {@code praya key list}. */
  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "List keys, without their secrets.")
  static final class ListAll implements Callable<Integer> {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Mixin private Settings settings = new Settings();

    @Override
    public Integer call() {
      try (Core core = Core.join(settings.read(), Clock.systemUTC(), step -> {})) {
        PrintWriter out = spec.commandLine().getOut();
        core.keys()
            .list()
            .forEach(key ->
                out.printf(
                    "%s  %-5s  made %s  %s  %s%n",
                    key.id(),
                    key.role().code(),
                    key.createdAt(),
                    key.revokedAt() == null ? "valid" : "revoked " + key.revokedAt(),
                    key.name()));
        out.flush();
        return 0;
      }
    }
  }

  /** {@code praya key revoke}. */
  @Command(name = "revoke", mixinStandardHelpOptions = true, description = "End a key at once.")
  static final class Revoke implements Callable<Integer> {
    @Mixin private Settings settings = new Settings();

    @Parameters(paramLabel = "ID", description = "The id that 'key list' shows.")
    private UUID id = new UUID(0, 0);

    @Override
    public Integer call() {
      try (Core core = Core.join(settings.read(), Clock.systemUTC(), step -> {})) {
        core.keys().revoke(id);
        return 0;
      }
    }
  }
}
