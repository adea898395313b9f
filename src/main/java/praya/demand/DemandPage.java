package praya.demand;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The board of what was searched in vain in a week, in words of the page.
 *
 * @param weeks the one that is shown and its neighbours
 * @param csv the address of the same as a table
 */
public record DemandPage(
    Weeks weeks, List<Line> lines, List<Filter> filters, Rest rest, String csv) {
  public DemandPage {
    lines = List.copyOf(lines);
    filters = List.copyOf(filters);
  }

  /** The week that is shown, and those beside it; null at the ends. */
  public record Weeks(String shown, @Nullable String before, @Nullable String after) {}

  /** What is not shown line by line; null where it is too few to tell. */
  public record Rest(@Nullable String fewer, @Nullable String withheld) {}

  /** A term that looks like what was searched, with its page of the directory. */
  public record Near(String label, String href) {}

  /**
   * A search.
   *
   * @param lang the tag of its language
   * @param trend the counts of the last weeks, "<5" for fewer than five
   */
  public record Line(
      String query,
      String lang,
      List<String> filters,
      Counts counts,
      List<Near> nearest,
      String trend,
      String href) {
    public Line {
      filters = List.copyOf(filters);
      nearest = List.copyOf(nearest);
    }
  }

  /** How often, as numbers of the page. */
  public record Counts(String unanswered, String relaxed, String emptied) {}

  /** A filter value that emptied lists. */
  public record Filter(String facet, String label, String count) {}
}
