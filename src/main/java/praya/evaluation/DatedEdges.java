package praya.evaluation;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import praya.csv.CsvFile;

/** Reads who was tied to whom and when: {@code from, to, date}. */
final class DatedEdges {
  /** Both ends, and the day if the file has one. */
  record DatedEdge(String from, String to, @Nullable LocalDate date) {}

  private DatedEdges() {}

  static List<DatedEdge> read(Path file, boolean dated, Faults faults) {
    List<DatedEdge> edges = new ArrayList<>();
    new CsvFile(file, List.of("from", "to", "date"), dated ? 3 : 2)
        .forEach(
            row -> {
              Optional<LocalDate> date = date(row.cell("date"));
              if (date.isEmpty() && dated) {
                faults.add(
                    row.place() + " date",
                    row.cell("date"),
                    "The date must be a day such as 2026-04-20, a month or a year.");
              } else {
                edges.add(new DatedEdge(row.cell("from"), row.cell("to"), date.orElse(null)));
              }
            },
            faults::add);
    return edges;
  }

  /** A month or a year stands for its first day; a time of day is cut off. */
  static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(
          switch (text.length()) {
            case 4 -> LocalDate.of(Integer.parseInt(text), 1, 1);
            case 7 -> YearMonth.parse(text).atDay(1);
            default -> LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
          });
    } catch (DateTimeParseException | NumberFormatException wrong) {
      return Optional.empty();
    }
  }
}
