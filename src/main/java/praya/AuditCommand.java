package praya;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import praya.domain.Problem;
import praya.store.AuditChain;

/** {@code praya audit}: whether the audit is what was written. */
@Command(
    name = "audit",
    mixinStandardHelpOptions = true,
    description = "Check the audit.",
    subcommands = AuditCommand.Verify.class)
final class AuditCommand implements Callable<Integer> {
  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return Main.WRONG_CALL;
  }

  /** {@code praya audit verify}. */
  @Command(
      name = "verify",
      mixinStandardHelpOptions = true,
      description = {
        "Compute the chain of the audit anew from its rows, and name each row that is not as it was"
            + " written.",
        "Prints the number of rows and the head. A head that was noted earlier shows that nothing"
            + " up to it was cut off or written anew."
      })
  static final class Verify implements Callable<Integer> {
    /** More say nothing new, and the number is told. */
    private static final int MOST_FINDINGS = 100;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Mixin private Settings settings = new Settings();

    @Option(
        names = "--head",
        paramLabel = "HASH",
        description = "A head that was printed earlier; it must still be part of the chain.")
    private @Nullable String head;

    @Option(
        names = "--count",
        paramLabel = "N",
        description = "The number of rows that was printed with that head.")
    private @Nullable Long count;

    @Override
    public Integer call() {
      String noted = noted();
      PrintWriter out = spec.commandLine().getOut();
      PrintWriter err = spec.commandLine().getErr();
      try (Core core = Core.join(settings.read(), Clock.systemUTC(), step -> {})) {
        var chain = new AuditChain(core.database());
        var found = new AtomicInteger();
        AuditChain.Head present =
            chain.verify(finding -> {
              if (found.incrementAndGet() <= MOST_FINDINGS) {
                err.println(finding);
              }
            });
        Optional<String> lost = noted == null ? Optional.empty() : lost(chain, noted);
        lost.ifPresent(err::println);
        if (found.get() > 0) {
          err.println("The audit was tampered with: " + found.get() + " findings.");
        }
        out.println(present.count() + " rows, head " + present.hash());
        out.flush();
        err.flush();
        return found.get() == 0 && lost.isEmpty() ? 0 : 1;
      }
    }

    private @Nullable String noted() {
      String text = head == null ? null : head.strip().toLowerCase(Locale.ROOT);
      if (text != null && !text.matches("[0-9a-f]{64}")) {
        throw new Problem.InvalidInput(
            "head", text, "A head has 64 hexadecimal digits, as 'audit verify' prints them.");
      }
      if (text == null && count != null) {
        throw new Problem.InvalidInput(
            "count", String.valueOf(count), "A count belongs to a head. Give --head, too.");
      }
      return text;
    }

    /** What is to be said when the noted head is no longer part of the chain. */
    private Optional<String> lost(AuditChain chain, String noted) {
      Optional<Long> position = chain.positionOf(noted);
      if (position.isEmpty()) {
        return Optional.of(
            "The head (" + noted + ") is not part of the chain: rows were cut off or rewritten.");
      }
      return count == null || position.get().equals(count)
          ? Optional.empty()
          : Optional.of(
              "The head ("
                  + noted
                  + ") is at position ("
                  + position.get()
                  + "), not at ("
                  + count
                  + ").");
    }
  }
}
