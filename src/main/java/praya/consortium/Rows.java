package praya.consortium;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import praya.domain.FaultList;

/**
 * The rows of a file with commas, semicolons or tabs: with a header or without, {@code #} before a
 * comment, quotes around what holds a separator.
 */
final class Rows {
  private final Path file;
  private final List<List<String>> columns;
  private final FaultList faults;

  /** The column of each name; by order where there is no header. */
  private int[] place = new int[0];

  private int row;

  /**
   * @param columns the names that each column may have in a header
   */
  Rows(Path file, List<List<String>> columns, FaultList faults) {
    this.file = file;
    this.columns = columns;
    this.faults = faults;
  }

  /** A row, and where it stands: {@code graph.csv:14}. */
  record Row(String place, List<@Nullable String> cells) {
    @Nullable String cell(int column) {
      return cells.get(column);
    }
  }

  /**
   * @param required columns that no row may leave empty, counted from the first
   */
  void forEach(int required, Consumer<Row> told) {
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      faults.add("file", file.toString(), "The file cannot be read. Maybe the name is misspelt.");
      return;
    }
    List<String> lines;
    try {
      lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (CharacterCodingException notText) {
      faults.add("file", file.toString(), "The file is not UTF-8. Save it in that encoding.");
      return;
    } catch (IOException failure) {
      throw new UncheckedIOException("The file (" + file + ") cannot be read.", failure);
    }
    char separator = 0;
    boolean first = true;
    for (row = 1; row <= lines.size(); row++) {
      String line = lines.get(row - 1);
      line = row == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line;
      if (line.isBlank() || line.stripLeading().startsWith("#")) {
        continue;
      }
      separator = separator == 0 ? separator(line) : separator;
      List<String> cells = cells(line, separator);
      if (first && isHeader(cells, required)) {
        first = false;
        continue;
      }
      first = false;
      tell(cells, required, told);
    }
  }

  private static char separator(String line) {
    if (line.indexOf('\t') >= 0) {
      return '\t';
    }
    return line.indexOf(',') >= 0 ? ',' : ';';
  }

  private boolean isHeader(List<String> cells, int required) {
    int[] found = new int[columns.size()];
    for (int c = 0; c < found.length; c++) {
      found[c] = -1;
      for (int i = 0; i < cells.size(); i++) {
        if (columns.get(c).contains(cells.get(i).toLowerCase(Locale.ROOT)) && found[c] < 0) {
          found[c] = i;
        }
      }
    }
    for (int c = 0; c < required; c++) {
      if (found[c] < 0) {
        place = new int[columns.size()];
        java.util.Arrays.setAll(place, i -> i);
        return false;
      }
    }
    place = found;
    return true;
  }

  private void tell(List<String> cells, int required, Consumer<Row> told) {
    List<@Nullable String> wanted = new ArrayList<>();
    for (int c = 0; c < place.length; c++) {
      boolean given = place[c] >= 0 && place[c] < cells.size() && !cells.get(place[c]).isEmpty();
      wanted.add(given ? cells.get(place[c]) : null);
      if (!given && c < required) {
        faults.add(
            file.getFileName() + ":" + row,
            String.join(" ", cells),
            "The column (" + columns.get(c).getFirst() + ") is missing or empty.");
        return;
      }
    }
    told.accept(new Row(file.getFileName() + ":" + row, wanted));
  }

  private static List<String> cells(String line, char separator) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
        cell.append(c);
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == separator && !quoted) {
        cells.add(cell.toString().strip());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString().strip());
    return cells;
  }
}
