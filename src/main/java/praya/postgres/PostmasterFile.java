package praya.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What {@code postmaster.pid} says: PostgreSQL's note in the cluster about its main process.
 *
 * @param port 0 while the server has not written it
 * @param ready whether the server takes connections
 */
record PostmasterFile(long pid, int port, boolean ready) {

  // Lines of the file, from PostgreSQL's src/include/utils/pidfile.h, here counted from zero.
  private static final int PORT_LINE = 3;
  private static final int STATUS_LINE = 7;

  static Path path(Path data) {
    return data.resolve("postmaster.pid");
  }

  /** Empty when there is no file, or none that PostgreSQL has finished writing. */
  static Optional<PostmasterFile> read(Path data) throws IOException {
    List<String> lines;
    try {
      lines = Files.readAllLines(path(data));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
    long pid = number(lines, 0);
    return pid > 0
        ? Optional.of(
            new PostmasterFile(
                pid, (int) number(lines, PORT_LINE), line(lines, STATUS_LINE).equals("ready")))
        : Optional.empty();
  }

  /** A single-user server writes its process id as a negative number. */
  private static long number(List<String> lines, int index) {
    String text = line(lines, index);
    return text.matches("-?\\d{1,18}") ? Math.abs(Long.parseLong(text)) : 0;
  }

  private static String line(List<String> lines, int index) {
    return index < lines.size() ? lines.get(index).trim() : "";
  }
}
