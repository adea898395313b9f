package praya;

import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import praya.domain.Actor;
import praya.seed.Importer;

/** {@code praya serve}: starts everything and runs until it is told to stop. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = "Start Praya; loads seed-data/ into an empty database.")
final class ServeCommand implements Callable<Integer> {
  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Mixin private Settings settings = new Settings();

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "Port to listen on, 0 for a free one (PRAYA_PORT; default: 7070).")
  private @Nullable String port;

  @Option(
      names = "--host",
      paramLabel = "NAME",
      description = "Address to listen on (PRAYA_HOST; default: 127.0.0.1).")
  private @Nullable String host;

  @Option(
      names = "--public-url",
      paramLabel = "URL",
      description =
          "Where people reach it, such as https://praya.example (PRAYA_PUBLIC_URL; default: where"
              + " it listens).")
  private @Nullable String publicUrl;

  @Option(
      names = "--no-demo",
      description = "Leave the fictional records out (PRAYA_NO_DEMO=true).")
  private boolean noDemo;

  /** The port is taken by another program. */
  static final class PortInUse extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PortInUse(String message) {
      super(message);
    }
  }

  @Override
  public Integer call() throws InterruptedException {
    var watch = new Stopwatch();
    PrintWriter out = spec.commandLine().getOut();
    var given = new HashMap<String, @Nullable String>();
    given.put("port", port);
    given.put("host", host);
    given.put("public-url", publicUrl);
    given.put("no-demo", noDemo ? "true" : null);
    Config config = settings.read(given);
    requireFreePort(config);
    Core core = Core.start(config, Clock.systemUTC(), step -> tell(out, step));
    watch.lap("database");
    var stopped = new CountDownLatch(1);
    try {
      if (core.isEmpty()) {
        load(config, core, out);
        watch.lap("seed data");
      }
      App app = App.start(config, core);
      watch.lap("index, graph and HTTP");
      Serving.write(config, app);
      Thread ending = new Thread(() -> stop(config, app, core, stopped), "stop");
      Runtime.getRuntime().addShutdownHook(ending);
      greet(config, app, out, watch);
    } catch (RuntimeException e) {
      core.close();
      throw e;
    }
    stopped.await();
    return 0;
  }

  private static void stop(Config config, App app, Core core, CountDownLatch stopped) {
    Serving.remove(config);
    app.close();
    core.close();
    stopped.countDown();
  }

  private static void greet(Config config, App app, PrintWriter out, Stopwatch watch) {
    String address = app.publicUrl().origin();
    String link = app.publicUrl().at("/sign-in?token=" + app.core().signIn().newLink().text());
    out.println();
    out.println("Praya " + Version.TEXT + " is at " + address);
    out.println("  data       " + config.data());
    out.println("  started in " + watch);
    out.println("  staff      " + link + "  (works once, for 24 hours)");
    if (!config.web().limits().on()) {
      out.println();
      out.println("LIMITS ARE OFF: anybody may try, search and write as much as they like.");
      out.println("That is for measuring. Take PRAYA_LIMITS=off away before anybody can reach it.");
      out.println();
    }
    out.println("Ctrl-C stops it.");
    out.flush();
  }

  private static void load(Config config, Core core, PrintWriter out) {
    var bar = new ProgressBar(out);
    var files = SeedFolder.files(config.seed(), config.demo());
    if (files.isEmpty()) {
      tell(out, "there is no seed data at " + config.seed() + "; starting empty");
      return;
    }
    List<Importer.Counts> counts =
        core.importer(config.demo())
            .run(new Importer.Request(files, false, Actor.command("serve")), bar::show);
    bar.end();
    int records = counts.stream().mapToInt(Importer.Counts::total).sum();
    tell(out, "loaded " + records + " records from " + files.size() + " files of " + config.seed());
    SeedFolder.notYet(config.seed(), config.demo())
        .forEach(file -> tell(out, file + " is left out: this version has no place for it yet"));
  }

  /** Looked at before anything starts, so that a taken port costs nothing. */
  private static void requireFreePort(Config config) {
    InetAddress address;
    try {
      address = InetAddress.getByName(config.host());
    } catch (UnknownHostException e) {
      throw new PortInUse(
          "The setting host ("
              + config.host()
              + ") is not an address of this machine. Maybe use 127.0.0.1.");
    }
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(address, config.port()));
    } catch (java.io.IOException e) {
      throw new PortInUse(
          "The port ("
              + config.port()
              + ") of the host ("
              + config.host()
              + ") cannot be used: "
              + e.getMessage()
              + ". Maybe Praya runs there already; --port N takes another one.");
    }
  }

  private static void tell(PrintWriter out, String step) {
    out.println("· " + step);
    out.flush();
  }

  /** Says what the time of the start was spent on. */
  private static final class Stopwatch {
    private final long begin = System.nanoTime();
    private final StringBuilder laps = new StringBuilder();
    private long last =
        ProcessHandle.current()
            .info()
            .startInstant()
            .map(start -> begin - Duration.between(start, java.time.Instant.now()).toNanos())
            .orElse(begin);
    private final long first = last;

    Stopwatch() {
      lap("Java");
    }

    private void lap(String name) {
      long now = System.nanoTime();
      laps.append(laps.isEmpty() ? "" : ", ").append(name).append(' ').append(seconds(now - last));
      last = now;
    }

    @Override
    public String toString() {
      return seconds(last - first) + ": " + laps;
    }

    private static String seconds(long nanos) {
      return "%.2f s".formatted(nanos / 1e9);
    }
  }
}
