package praya;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import praya.domain.Actor;
import praya.domain.Problem;
import praya.domain.Role;
import praya.domain.Scope;
import praya.identity.ApiKey;
import praya.identity.ApiKeyService;

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
        description = "What it may do at most: member, staff, admin.")
    private String role = "";

    @Option(
        names = "--name",
        paramLabel = "TEXT",
        description = "What the audit calls it (default: command-line).")
    private String name = "command-line";

    @Option(
        names = "--scope",
        split = ",",
        paramLabel = "SCOPE",
        description = "What it is good for: read, write, people (default: all).")
    private List<String> scopes = List.of("read", "write", "people");

    @Option(
        names = "--expires",
        paramLabel = "DAYS",
        description = "After how many days it ends (default: never).")
    private @Nullable Integer expires;

    @Override
    public Integer call() {
      Clock clock = Clock.systemUTC();
      var wish = new ApiKeyService.Wish(name, role(), scopes(), end(clock));
      try (Core core = Core.join(settings.read(), clock, step -> {})) {
        PrintWriter out = spec.commandLine().getOut();
        // The key alone on standard output, so that a script can take it.
        out.println(core.keys().create(wish, Actor.command("key")).secret().text());
        out.flush();
        return 0;
      }
    }

    private Role role() {
      return AccountCommand.role(role);
    }

    private Set<Scope> scopes() {
      Set<Scope> found = EnumSet.noneOf(Scope.class);
      for (String code : scopes) {
        try {
          found.add(Scope.of(code));
        } catch (IllegalArgumentException e) {
          throw new Problem.InvalidInput(
              "scope", code, "The scope (" + code + ") must be read, write or people.");
        }
      }
      return found;
    }

    private @Nullable Instant end(Clock clock) {
      if (expires == null) {
        return null;
      }
      if (expires < 1 || expires > 3650) {
        throw new Problem.InvalidInput(
            "expires", expires.toString(), "The days (" + expires + ") must be 1 to 3650.");
      }
      return clock.instant().plus(Duration.ofDays(expires));
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
                    "%s  %-6s  %-17s  made %s  used %s  %s  %s%n",
                    key.id(),
                    key.role().code(),
                    key.grant().scopes().stream()
                        .sorted()
                        .map(Scope::code)
                        .collect(Collectors.joining(",")),
                    key.createdAt(),
                    key.lastUsedAt() == null ? "never" : key.lastUsedAt(),
                    state(key),
                    key.name()));
        out.flush();
        return 0;
      }
    }
  }

  private static String state(ApiKey key) {
    if (key.revokedAt() != null) {
      return "revoked " + key.revokedAt();
    }
    return key.expiresAt() == null ? "valid" : "until " + key.expiresAt();
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
        core.keys().revoke(id, Actor.command("key"));
        return 0;
      }
    }
  }
}
