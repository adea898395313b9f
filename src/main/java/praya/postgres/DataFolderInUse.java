package praya.postgres;

import java.nio.file.Path;
import java.util.OptionalLong;

/** Another process, or another server in this one, works on the data folder. */
public final class DataFolderInUse extends RuntimeException {

  DataFolderInUse(Path folder, OptionalLong pid) {
    super(
        ("The data folder (%s) is in use by another Praya (%s). "
                + "Maybe stop that one first, or choose another folder with --data.")
            .formatted(
                folder, pid.isPresent() ? "process " + pid.getAsLong() : "process not known"));
  }
}
