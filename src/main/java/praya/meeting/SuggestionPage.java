package praya.meeting;

import java.time.Instant;
import java.util.List;

/** Whom one's own organisations are suggested to. */
public record SuggestionPage(List<Row> rows) {
  public SuggestionPage {
    rows = List.copyOf(rows);
  }

  /**
   * A suggestion.
   *
   * @param href the page that compares the two
   */
  public record Row(
      RoundPage.Place own, RoundPage.Place other, String href, String round, Instant at) {}
}
