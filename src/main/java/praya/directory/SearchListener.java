package praya.directory;

import praya.domain.Audience;
import praya.search.SearchQuery;
import praya.search.SearchResult;

/** Hears of each search that a person may have made. It returns at once and never fails. */
public interface SearchListener {
  /** Hears of nothing. */
  SearchListener NONE = (found, manner) -> {};

  /** What was asked, how much was found, and whether nothing has more than some of the words. */
  record Found(SearchQuery query, long total, boolean relaxed) {
    static Found of(SearchQuery query, SearchResult result) {
      boolean none = result.wording().relaxed() && result.wording().whole() == 0;
      return new Found(query, result.total(), none);
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
