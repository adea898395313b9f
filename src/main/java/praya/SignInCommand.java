package praya;

import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import praya.http.PublicUrl;

/** {@code praya sign-in}: a new one-time link for staff; an earlier one ends. */
@Command(
    name = "sign-in",
    mixinStandardHelpOptions = true,
    description = "Print a new one-time sign-in link for staff.")
final class SignInCommand implements Callable<Integer> {
  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Mixin private Settings settings = new Settings();

  @Override
  public Integer call() {
    Config config = settings.read();
    try (Core core = Core.join(config, Clock.systemUTC(), step -> {})) {
      PublicUrl publicUrl =
          Serving.find(config)
              .map(Serving::publicUrl)
              .or(() -> config.web().publicUrl())
              .orElse(PublicUrl.listening(config.host(), config.port()));
      spec.commandLine()
          .getOut()
          .println(publicUrl.at("/sign-in?token=" + core.signIn().newLink().text()));
      spec.commandLine().getOut().flush();
      return 0;
    }
  }
}
