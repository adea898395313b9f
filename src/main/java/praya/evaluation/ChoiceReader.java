package praya.evaluation;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import praya.csv.CsvFile;
import praya.scoring.Calibration.Choice;

/** Reads what one side scored and chose of the other: {@code from, to, score, chosen}. */
final class ChoiceReader {
  private static final List<String> YES = List.of("1", "true", "yes", "y", "1.0");
  private static final List<String> NO = List.of("0", "false", "no", "n", "0.0");

  private final Faults faults;

  /** By who chose, then by whom. */
  private final Map<String, Map<String, Choice>> choices = new TreeMap<>();

  ChoiceReader(Faults faults) {
    this.faults = faults;
  }

  Map<String, Map<String, Choice>> read(Path file) {
    new CsvFile(file, List.of("from", "to", "score", "chosen"), 4).forEach(this::read, faults::add);
    return choices;
  }

  private void read(CsvFile.Row row) {
    Optional<Double> score = number(row.cell("score"));
    if (score.isEmpty()) {
      faults.add(row.place() + " score", row.cell("score"), "The score must be a number.");
    }
    String chosen = row.cell("chosen").toLowerCase(java.util.Locale.ROOT);
    if (!YES.contains(chosen) && !NO.contains(chosen)) {
      faults.add(row.place() + " chosen", row.cell("chosen"), "The choice must be 1 or 0.");
      return;
    }
    score.ifPresent(value -> {
      var before =
          choices
              .computeIfAbsent(row.cell("from"), from -> new TreeMap<>())
              .putIfAbsent(row.cell("to"), new Choice(value, YES.contains(chosen)));
      if (before != null) {
        faults.add(
            row.place(),
            row.cell("from") + "," + row.cell("to"),
            "The same two are in an earlier row. Keep one of them.");
      }
    });
  }

  private static Optional<Double> number(String text) {
    try {
      double value = Double.parseDouble(text);
      return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
    } catch (NumberFormatException wrong) {
      return Optional.empty();
    }
  }
}
