package praya.demand;

import praya.domain.Audience;
import praya.domain.Language;
import praya.search.SearchQuery.Filters;

/**
 * A search that somebody made, without who it was.
 *
 * @param audience whose index was asked
 * @param typing whether it was sent while its words were being typed
 */
public record Searched(
    String text,
    Filters filters,
    Language language,
    Audience audience,
    Outcome outcome,
    boolean typing) {

  /** What was found: how much, and whether with all words. */
  public record Outcome(long hits, boolean relaxed) {}
}
