package praya.brief;

import java.util.List;
import org.jspecify.annotations.Nullable;
import praya.http.Phrase;

/** Vendors side by side: the sheet that the page shows and the file holds. */
public record ComparePage(List<Head> heads, List<Row> rows, String back, String file) {
  public ComparePage {
    heads = List.copyOf(heads);
    rows = List.copyOf(rows);
  }

  public record Head(Phrase name, String href, boolean fictional) {}

  public record Row(String label, List<Cell> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /** A fact with the page that it is looked up on, if there is one. */
  public record Cell(Phrase text, @Nullable String href) {}
}
