package praya.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The rights under which PostgreSQL's programs run. They refuse to run as root, so root gives its
 * rights up first; everybody else runs them as they are.
 *
 * @param prefix what stands before each command
 * @param owner user id that must own the files
 */
record Privileges(List<String> prefix, int owner) {

  private static final int ROOT = 0;

  /** {@code nobody} on every Linux distribution. */
  private static final int NOBODY = 65534;

  /**
   * @param data the cluster, which may not exist yet; an existing one is run as its owner
   */
  static Privileges forCluster(Path data) throws IOException, InterruptedException {
    int user = owner(Path.of("/proc/self"));
    if (user != ROOT) {
      return new Privileges(List.of(), user);
    }
    int dataOwner = Files.exists(data) ? owner(data) : ROOT;
    if (dataOwner != ROOT) {
      return new Privileges(asUser(dataOwner), dataOwner);
    }
    // A user namespace without a mapping: the process is nobody inside, yet the files stay root's,
    // so folders that only root can enter work too. Some containers forbid it.
    if (succeeds("unshare", "-U", "true")) {
      return new Privileges(List.of("unshare", "-U"), ROOT);
    }
    return new Privileges(asUser(NOBODY), NOBODY);
  }

  /** A program of PostgreSQL, ready to be started, whose output goes to the end of the log. */
  ProcessBuilder program(List<String> command, Path log) {
    var full = new ArrayList<>(prefix);
    full.addAll(command);
    var builder =
        new ProcessBuilder(full)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    // PGDATA, PGPORT and their like would override what the command says.
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    builder.environment().put("LC_ALL", "C.UTF-8");
    return builder;
  }

  /** Gives a file to the user under whom PostgreSQL runs. */
  void handOver(Path path) throws IOException {
    if (owner(path) != owner) {
      Files.setAttribute(path, "unix:uid", owner);
    }
  }

  private static List<String> asUser(int user) {
    return List.of("setpriv", "--reuid=" + user, "--regid=" + user, "--clear-groups");
  }

  private static int owner(Path path) {
    try {
      return (Integer) Files.getAttribute(path, "unix:uid");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean succeeds(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor()
        == 0;
  }
}
