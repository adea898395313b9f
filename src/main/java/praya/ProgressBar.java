package praya;

import java.io.Console;
import java.io.PrintWriter;

/** Shows how far the files are: one line that grows on a terminal, one line a file elsewhere. */
final class ProgressBar {
  private static final int WIDTH = 30;
  private final PrintWriter out;
  private final boolean terminal = isTerminal();
  private boolean open;

  @SuppressWarnings("SystemConsoleNull") // its type says that it may be null
  private static boolean isTerminal() {
    Console console = System.console();
    return console != null && console.isTerminal();
  }

  ProgressBar(PrintWriter out) {
    this.out = out;
  }

  void show(String file, int done, int total) {
    boolean last = done == total;
    if (terminal && (last || done % 20 == 0)) {
      int filled = total == 0 ? WIDTH : WIDTH * done / total;
      out.printf(
          "\r· %-22s %s%s %d/%d",
          file, "█".repeat(filled), "░".repeat(WIDTH - filled), done, total);
      open = true;
    }
    if (last) {
      if (terminal) {
        out.println();
        open = false;
      } else {
        out.printf("· %-22s %d%n", file, total);
      }
    }
    out.flush();
  }

  void end() {
    if (open) {
      out.println();
    }
  }
}
