package praya.csv;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import praya.domain.Fault;

/**
 * A table in a text file, UTF-8, read one row at a time: it may be of any size.
 *
 * <p>Cells are separated by comma, semicolon, tab or blanks, whichever the first row has; quotes
 * are as in RFC 4180. Lines that begin with {@code #} or {@code %} are remarks. The first row is a
 * header if one of its cells is the name of a column, whatever its case; then columns may come in
 * any order and others are passed over. Without a header they come in the order that is asked for.
 */
public final class CsvFile {
  /** What an editor may put before a text to tell that it is UTF-8. */
  private static final char MARK = '\uFEFF';

  /** Where a first row has to be: remarks above a table are seldom longer. */
  private static final int BEGINNING = 1 << 16;

  private final Path file;
  private final List<String> columns;
  private final int required;

  /**
   * Describes the table that is expected.
   *
   * @param columns all names that are understood, lower case, required ones first
   * @param required how many of them must be there
   */
  public CsvFile(Path file, List<String> columns, int required) {
    this.file = file;
    this.columns = List.copyOf(columns);
    this.required = required;
  }

  /** A row with the place where it stands, {@code edges.csv:14}. Absent and empty cells are "". */
  public record Row(String place, Map<String, String> cells) {
    public String cell(String column) {
      return cells.getOrDefault(column, "");
    }
  }

  /** Tells every row that has all required cells; of any other row, and of the file, a fault. */
  public void forEach(Consumer<Row> told, Consumer<Fault> faults) {
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      faults.accept(fault("The file cannot be read. Maybe the name is misspelt."));
      return;
    }
    try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8);
        CSVParser parser =
            CSVFormat.DEFAULT
                .builder()
                .setDelimiter(separator(in))
                .setCommentMarker('#')
                .setIgnoreEmptyLines(true)
                .setTrim(true)
                .get()
                .parse(in)) {
      if (read(parser, told, faults) == 0) {
        faults.accept(fault("The file has no row. Maybe it is another one."));
      }
    } catch (CharacterCodingException wrong) {
      faults.accept(fault("The file must be in UTF-8. Save it again as such."));
    } catch (IOException failure) {
      throw new UncheckedIOException("The file (" + file + ") cannot be read.", failure);
    } catch (UncheckedIOException broken) {
      faults.accept(
          fault("A quotation mark is not closed, or stands within a cell. Double those within."));
    }
  }

  /** Looks at the first line that is no remark, and goes back. */
  private static char separator(BufferedReader in) throws IOException {
    in.mark(BEGINNING);
    char[] beginning = new char[BEGINNING];
    int length = Math.max(0, in.read(beginning, 0, BEGINNING));
    in.reset();
    if (length > 0 && beginning[0] == MARK) {
      in.skip(1);
    }
    String line =
        new String(beginning, 0, length)
            .lines()
            .filter(text -> !text.isBlank() && !isRemark(text))
            .findFirst()
            .orElse("");
    for (char candidate : new char[] {'\t', ';', ',', ' '}) {
      if (line.strip().indexOf(candidate) >= 0) {
        return candidate;
      }
    }
    return ',';
  }

  private static boolean isRemark(String line) {
    return line.startsWith("#") || line.startsWith("%");
  }

  private int read(CSVParser parser, Consumer<Row> told, Consumer<Fault> faults) {
    @Nullable Map<String, Integer> places = null;
    int rows = 0;
    for (CSVRecord record : parser) {
      if (isRemark(record.get(0))) {
        continue;
      }
      String place = file.getFileName() + ":" + parser.getCurrentLineNumber();
      rows++;
      if (places == null) {
        places = header(record);
        if (!places.isEmpty()) {
          List<String> missing = new ArrayList<>(columns.subList(0, required));
          missing.removeAll(places.keySet());
          if (!missing.isEmpty()) {
            faults.accept(
                new Fault(
                    place,
                    String.join(",", record),
                    "The header lacks " + String.join(", ", missing) + ". Name the columns so."));
            return rows;
          }
          continue;
        }
        for (int i = 0; i < columns.size(); i++) {
          places.put(columns.get(i), i);
        }
      }
      row(place, record, places)
          .ifPresentOrElse(told, () -> faults.accept(incomplete(place, record)));
    }
    return rows;
  }

  private Map<String, Integer> header(CSVRecord record) {
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < record.size(); i++) {
      String name = record.get(i).toLowerCase(Locale.ROOT);
      if (columns.contains(name)) {
        places.putIfAbsent(name, i);
      }
    }
    return places;
  }

  private Optional<Row> row(String place, CSVRecord record, Map<String, Integer> places) {
    Map<String, String> cells = new HashMap<>();
    places.forEach((column, index) -> {
      if (index < record.size() && !record.get(index).isEmpty()) {
        cells.put(column, record.get(index));
      }
    });
    return cells.keySet().containsAll(columns.subList(0, required))
        ? Optional.of(new Row(place, cells))
        : Optional.empty();
  }

  private Fault incomplete(String place, CSVRecord record) {
    return new Fault(
        place,
        String.join(",", record),
        "A row must have a cell for each of "
            + String.join(", ", columns.subList(0, required))
            + ".");
  }

  private Fault fault(String message) {
    return new Fault("file", file.toString(), message);
  }
}
