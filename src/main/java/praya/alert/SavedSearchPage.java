package praya.alert;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import praya.http.Phrase;

/**
 * One's saved searches and what is new for them.
 *
 * @param choices the codes of how often one can get letters
 */
public record SavedSearchPage(
    List<Item> news, int unread, List<Search> searches, List<String> choices, State state) {
  public SavedSearchPage {
    news = List.copyOf(news);
    searches = List.copyOf(searches);
    choices = List.copyOf(choices);
  }

  /**
   * How things are.
   *
   * @param saved whether a search was saved just now
   * @param letters the code of how often one gets letters
   */
  public record State(boolean saved, String letters) {}

  /**
   * Something that is new.
   *
   * @param textKey of the sentence that says it
   * @param search the name of the search that found it
   */
  public record Item(
      String textKey,
      Phrase title,
      Phrase organisation,
      String href,
      String search,
      Instant at,
      boolean unread) {}

  /** A saved search, with the addresses of its feeds, null when it has none. */
  public record Search(
      String id, String name, String href, Instant since, boolean wide, @Nullable Feeds feeds) {}

  /** Addresses of a feed, absolute. */
  public record Feeds(String rss, String json) {}
}
