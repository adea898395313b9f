package praya.postgres;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The data folder holds something that this program cannot run; the message says the way out. */
public final class DataFolderUnusable extends RuntimeException {

  DataFolderUnusable(Path folder, String fault, String wayOut) {
    this(folder, fault, wayOut, null);
  }

  DataFolderUnusable(Path folder, String fault, String wayOut, @Nullable Throwable cause) {
    super("The data folder (%s) cannot be used: %s. %s".formatted(folder, fault, wayOut), cause);
  }
}
