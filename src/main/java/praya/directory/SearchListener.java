package praya.directory;

import praya.domain.Audience;
import praya.search.SearchQuery;
import praya.search.SearchResult;

/** Hears of each search that a person may have made. It returns at once and never fails. */
public interface SearchListener {
  /** Hears of nothing. */
  SearchListener NONE = (query, result, manner) -> {};

  /**
   * How it was searched.
   *
   * @param audience whose index was asked
   * @param typing whether the words were still being typed
   */
  record Manner(Audience audience, boolean typing) {}

  void searched(SearchQuery query, SearchResult result, Manner manner);
}
