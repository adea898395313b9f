package praya;

import java.io.PrintWriter;
import java.net.URI;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import praya.domain.Actor;
import praya.domain.Identifiers;
import praya.domain.Language;
import praya.domain.Problem;
import praya.domain.Role;
import praya.identity.Account;
import praya.identity.AccountService;
import praya.identity.oidc.ProviderService;

/** {@code praya account}: accounts of people. What is done counts at once, also while it serves. */
@Command(
    name = "account",
    mixinStandardHelpOptions = true,
    description = "Make, list, disable and enable accounts, and change their roles.",
    subcommands = {
      AccountCommand.Create.class,
      AccountCommand.ListAll.class,
      AccountCommand.Disable.class,
      AccountCommand.Enable.class,
      AccountCommand.ChangeRole.class,
      AccountCommand.Link.class
    })
final class AccountCommand implements Callable<Integer> {
  private static final Actor ACTOR = Actor.command("account");

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return Main.WRONG_CALL;
  }

  /** The role of a word that somebody typed. */
  static Role role(String code) {
    return Arrays.stream(Role.values())
        .filter(role -> role != Role.ANYONE && role.code().equals(code))
        .findFirst()
        .orElseThrow(() ->
            new Problem.InvalidInput(
                "role",
                code,
                "The role (" + code + ") is not known. There are: member, staff, admin."));
  }

  /** The account of an id or an address. */
  private static UUID find(AccountService accounts, String which) {
    return Identifiers.read(which)
        .map(accounts::find)
        .orElseGet(() -> accounts.findByEmail(which))
        .orElseThrow(() -> new Problem.NotFound("There is no account (" + which + ")."))
        .id();
  }

  private static int change(
      Settings settings, String which, BiFunction<AccountService, UUID, Account> change) {
    try (Core core = Core.join(settings.read(), Clock.systemUTC(), step -> {})) {
      AccountService accounts = core.accounts();
      var _ = change.apply(accounts, find(accounts, which));
      return 0;
    }
  }

  /** {@code praya account create}. */
  @Command(
      name = "create",
      mixinStandardHelpOptions = true,
      description = "Make an account; its owner signs in by a link by mail.")
  static final class Create implements Callable<Integer> {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Mixin private Settings settings = new Settings();

    @Option(
        names = "--role",
        required = true,
        paramLabel = "ROLE",
        description = "What it may do: member, staff, admin.")
    private String role = "";

    @Option(
        names = "--email",
        required = true,
        paramLabel = "ADDRESS",
        description = "Where its owner gets mail.")
    private String email = "";

    @Option(
        names = "--language",
        paramLabel = "TAG",
        description = "Language of letters: en, zh-Hant, zh-Hans (default: en).")
    private String language = "en";

    @Override
    public Integer call() {
      Language tag =
          Language.find(language)
              .orElseThrow(() ->
                  new Problem.InvalidInput(
                      "language",
                      language,
                      "The language (" + language + ") must be en, zh-Hant or zh-Hans."));
      var invitation = new AccountService.Invitation(email, role(role), tag);
      try (Core core = Core.join(settings.read(), Clock.systemUTC(), step -> {})) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(core.accounts().create(invitation, ACTOR).id());
        out.flush();
        return 0;
      }
    }
  }

  /** {@code praya account list}. */
  @Command(name = "list", mixinStandardHelpOptions = true, description = "List all accounts.")
  static final class ListAll implements Callable<Integer> {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Mixin private Settings settings = new Settings();

    @Override
    public Integer call() {
      try (Core core = Core.join(settings.read(), Clock.systemUTC(), step -> {})) {
        PrintWriter out = spec.commandLine().getOut();
        for (Account account : core.accounts().list(null, Integer.MAX_VALUE, ACTOR)) {
          String email = account.person().email();
          out.printf(
              "%s  %-6s  made %s  %s  %s%n",
              account.id(),
              account.role().code(),
              account.createdAt(),
              account.disabledAt() == null ? "good" : "disabled " + account.disabledAt(),
              email == null ? "(built in)" : email);
        }
        out.flush();
        return 0;
      }
    }
  }

  /** {@code praya account disable}. */
  @Command(
      name = "disable",
      mixinStandardHelpOptions = true,
      description = "Shut an account; it is out at once.")
  static final class Disable implements Callable<Integer> {
    @Mixin private Settings settings = new Settings();

    @Parameters(paramLabel = "ACCOUNT", description = "Its id or its address.")
    private String which = "";

    @Override
    public Integer call() {
      return change(settings, which, (accounts, id) -> accounts.disable(id, ACTOR));
    }
  }

  /** {@code praya account enable}. */
  @Command(name = "enable", mixinStandardHelpOptions = true, description = "Open an account again.")
  static final class Enable implements Callable<Integer> {
    @Mixin private Settings settings = new Settings();

    @Parameters(paramLabel = "ACCOUNT", description = "Its id or its address.")
    private String which = "";

    @Override
    public Integer call() {
      return change(settings, which, (accounts, id) -> accounts.enable(id, ACTOR));
    }
  }

  /** {@code praya account role}. */
  @Command(
      name = "role",
      mixinStandardHelpOptions = true,
      description = "Give an account another role; it counts from its next request on.")
  static final class ChangeRole implements Callable<Integer> {
    @Mixin private Settings settings = new Settings();

    @Parameters(index = "0", paramLabel = "ACCOUNT", description = "Its id or its address.")
    private String which = "";

    @Parameters(index = "1", paramLabel = "ROLE", description = "member, staff or admin.")
    private String role = "";

    @Override
    public Integer call() {
      Role wanted = role(role);
      return change(settings, which, (accounts, id) -> accounts.changeRole(id, wanted, ACTOR));
    }
  }

  /** {@code praya account link}. */
  @Command(
      name = "link",
      mixinStandardHelpOptions = true,
      description = "Say who an account is at an issuer, for programs with its bearer tokens.")
  static final class Link implements Callable<Integer> {
    @Mixin private Settings settings = new Settings();

    @Parameters(index = "0", paramLabel = "ACCOUNT", description = "Its id or its address.")
    private String which = "";

    @Parameters(index = "1", paramLabel = "ISSUER", description = "As tokens spell it in iss.")
    private URI issuer = URI.create("");

    @Parameters(index = "2", paramLabel = "SUBJECT", description = "As tokens spell it in sub.")
    private String subject = "";

    @Override
    public Integer call() {
      Config config = settings.read();
      try (Core core = Core.join(config, Clock.systemUTC(), step -> {})) {
        var people = new ProviderService.People(core.accounts(), core.sessions(), core.journal());
        var policy = new ProviderService.Policy(List.of(), false, config.publicUrl());
        new ProviderService(core.database(), people, policy, core.clock())
            .link(find(core.accounts(), which), issuer, subject);
        return 0;
      }
    }
  }
}
