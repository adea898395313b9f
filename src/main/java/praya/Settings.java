package praya;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that every command takes. */
final class Settings {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Folder that holds everything (PRAYA_DATA; default: data).")
  private @Nullable String data;

  @Option(
      names = "--database-url",
      paramLabel = "URL",
      description =
          "An outside PostgreSQL 15 or newer instead of the embedded one (PRAYA_DATABASE_URL).")
  private @Nullable String databaseUrl;

  /** The settings, with those that the command has besides. */
  Config read(Map<String, @Nullable String> more) {
    var given = new HashMap<String, @Nullable String>(more);
    given.put("data", data);
    given.put("database-url", databaseUrl);
    return Config.read(given, System.getenv());
  }

  Config read() {
    return read(Map.of());
  }
}
