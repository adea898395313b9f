package praya.csv;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A table as text in CSV (RFC 4180): with a byte order mark, so that spreadsheets read Chinese, and
 * with cells that a spreadsheet would take for a formula made harmless. Not thread-safe.
 */
public final class CsvText {
  public static final String MEDIA_TYPE = "text/csv; charset=utf-8";

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final StringBuilder text = new StringBuilder(BYTE_ORDER_MARK);

  /** A table with this first row. */
  public CsvText(String... header) {
    row((Object[]) header);
  }

  /** Adds a row; null is an empty cell. */
  public CsvText row(@Nullable Object... cells) {
    text.append(Arrays.stream(cells).map(CsvText::cell).collect(Collectors.joining(",")))
        .append("\r\n");
    return this;
  }

  private static String cell(@Nullable Object value) {
    String plain = Objects.toString(value, "");
    String safe = plain.isEmpty() || "=+-@\t\r".indexOf(plain.charAt(0)) < 0 ? plain : "'" + plain;
    return '"' + safe.replace("\"", "\"\"") + '"';
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
