package praya.directory;

import praya.domain.Audience;
import praya.search.SearchQuery;
import praya.search.SearchResult;

/** Hears of each search that a person may have made. It returns at once and never fails. */
public interface SearchListener {
  /** Hears of nothing. */
  SearchListener NONE = (found, manner) -> {};

  /** What was asked, how much was found, and whether by some of the words only. */
  record Found(SearchQuery query, long total, boolean relaxed) {
    static Found of(SearchQuery query, SearchResult result) {
      return new Found(query, result.total(), result.wording().relaxed());
    }
  }

  /**
   * How it was searched.
   *
   * @param audience whose index was asked
   * @param typing whether the words were still being typed
   */
  record Manner(Audience audience, boolean typing) {}

  void searched(Found found, Manner manner);
}
