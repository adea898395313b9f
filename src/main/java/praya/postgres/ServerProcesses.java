package praya.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL processes of one cluster, as {@code /proc} shows them. A process id alone proves
 * nothing: it may be a zombie, or belong to another program by now.
 */
final class ServerProcesses {

  private static final Logger LOG = LoggerFactory.getLogger(ServerProcesses.class);

  /** A fast shutdown writes a last checkpoint; on a slow disk that takes some seconds. */
  private static final Duration SHUTDOWN_LIMIT = Duration.ofSeconds(30);

  /** After SIGKILL only the kernel has work left. */
  private static final Duration KILL_LIMIT = Duration.ofSeconds(5);

  private static final long POLL_MILLIS = 10;

  private final Path data;

  /**
   * @param data real path of the cluster: it is compared with what processes report
   */
  ServerProcesses(Path data) {
    this.data = data;
  }

  /** Whether this process is alive and is the main process of a server on this cluster. */
  boolean isPostmaster(long pid) {
    try {
      Path process = Path.of("/proc", Long.toString(pid));
      String stat = Files.readString(process.resolve("stat"));
      // The state follows the command name, which stands in brackets and may hold brackets itself.
      char state = stat.charAt(stat.lastIndexOf(')') + 2);
      List<String> command =
          Arrays.asList(Files.readString(process.resolve("cmdline")).split("\0", -1));
      int option = command.indexOf("-D");
      return state != 'Z'
          && state != 'X'
          && command.getFirst().endsWith("postgres")
          && option >= 0
          && option + 1 < command.size()
          && command.get(option + 1).equals(data.toString());
    } catch (IOException e) {
      // The process went away.
      return false;
    }
  }

  /**
   * Ends what an earlier owner of the data folder left running and removes its {@code
   * postmaster.pid}. Two servers on one cluster would destroy it, so the children of a killed main
   * process must be gone too; they live until they next look at their parent.
   */
  void clear() throws IOException, InterruptedException {
    Optional<PostmasterFile> left = PostmasterFile.read(data);
    if (left.isPresent() && isPostmaster(left.get().pid())) {
      LOG.warn("Stopping a PostgreSQL (process {}) that was left running", left.get().pid());
      interrupt(left.get().pid());
    }
    BooleanSupplier gone =
        () -> left.filter(f -> isPostmaster(f.pid())).isEmpty() && running().isEmpty();
    if (!await(gone, SHUTDOWN_LIMIT)) {
      // All of them at once: what they had acknowledged is in the log, and the next start reads it.
      running().forEach(ProcessHandle::destroyForcibly);
      if (!await(gone, KILL_LIMIT)) {
        throw new DataFolderInUse(
            data, left.map(f -> OptionalLong.of(f.pid())).orElseGet(OptionalLong::empty));
      }
    }
    Files.deleteIfExists(PostmasterFile.path(data));
  }

  /** Asks for a fast shutdown: open transactions are rolled back, sessions closed. */
  static void interrupt(long pid) throws IOException, InterruptedException {
    // The shell's own kill, as the program may be missing; Java itself cannot send SIGINT.
    int _ =
        new ProcessBuilder("sh", "-c", "kill -INT \"$0\"", Long.toString(pid))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor();
  }

  /** Every process of PostgreSQL works inside the cluster's folder. */
  List<ProcessHandle> running() {
    return ProcessHandle.allProcesses().filter(p -> worksInside(p.pid())).toList();
  }

  private boolean worksInside(long pid) {
    try {
      Path process = Path.of("/proc", Long.toString(pid));
      return Files.readString(process.resolve("comm")).trim().equals("postgres")
          && Files.readSymbolicLink(process.resolve("cwd")).equals(data);
    } catch (IOException e) {
      // The process went away, or is not ours to look into.
      return false;
    }
  }

  private static boolean await(BooleanSupplier condition, Duration limit)
      throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        return false;
      }
      Thread.sleep(POLL_MILLIS);
    }
    return true;
  }
}
