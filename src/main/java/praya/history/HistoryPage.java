package praya.history;

import java.util.List;
import org.jspecify.annotations.Nullable;
import praya.http.Phrase;

/**
 * The page of a record's history.
 *
 * @param name the record's
 * @param back where the record is shown
 * @param path of this page
 * @param compared two versions side by side; null when none were chosen
 * @param fault why the last undo was refused; null for none
 */
public record HistoryPage(
    Phrase name,
    String back,
    String path,
    List<Row> rows,
    @Nullable Comparison compared,
    @Nullable String fault) {
  public HistoryPage {
    rows = List.copyOf(rows);
  }

  public long latest() {
    return rows.getFirst().number();
  }

  /**
   * A version, the newest first.
   *
   * @param actor as the audit calls them, for staff; null for everybody else
   * @param changed the fields that it changed, in words
   */
  public record Row(
      long number,
      String when,
      String who,
      @Nullable String actor,
      @Nullable String reason,
      List<String> changed,
      boolean undoable) {
    public Row {
      changed = List.copyOf(changed);
    }
  }

  /** Two versions, field by field. */
  public record Comparison(long from, long to, List<FieldWords.Line> lines) {
    public Comparison {
      lines = List.copyOf(lines);
    }
  }
}
