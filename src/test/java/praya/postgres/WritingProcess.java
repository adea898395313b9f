package praya.postgres;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Another Java process that starts PostgreSQL in a folder and inserts rows until it is killed,
 * printing the number of each row after its commit.
 */
final class WritingProcess implements AutoCloseable {

  private final Process process;
  private final BufferedReader output;

  private WritingProcess(Process process) {
    this.process = process;
    output = process.inputReader();
  }

  static WritingProcess start(Path folder) throws IOException {
    return new WritingProcess(
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                WritingProcess.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start());
  }

  public static void main(String[] arguments) throws Exception {
    EmbeddedPostgres postgres = Servers.start(Path.of(arguments[0]));
    Servers.execute(postgres.connection(), "CREATE TABLE written (number int PRIMARY KEY)");
    try (Connection connection = Servers.open(postgres.connection());
        Statement statement = connection.createStatement()) {
      for (int number = 0; ; number++) {
        statement.execute("INSERT INTO written VALUES (" + number + ")");
        System.out.println("row " + number);
        System.out.flush();
      }
    }
  }

  long pid() {
    return process.pid();
  }

  /** Reads until so many rows are acknowledged. */
  List<String> rows(int count) throws IOException {
    var rows = new ArrayList<String>();
    while (rows.size() < count) {
      String line = output.readLine();
      if (line == null) {
        throw new IllegalStateException("The writing process ended after " + rows);
      }
      addRow(line, rows);
    }
    return rows;
  }

  /** What it had still acknowledged when it was killed. */
  List<String> lastRows() throws IOException {
    var rows = new ArrayList<String>();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      addRow(line, rows);
    }
    return rows;
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    output.close();
  }

  /** Other lines come from the log; the last one may be cut off. */
  private static void addRow(String line, List<String> rows) {
    if (line.matches("row \\d+")) {
      rows.add(line.substring("row ".length()));
    }
  }
}
