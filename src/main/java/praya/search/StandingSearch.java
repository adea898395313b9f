package praya.search;

import praya.search.SearchQuery.Filters;

/**
 * A search that goes on: what has all parts of the text and passes the filters. It is what the
 * directory finds with both, as long as that is not relaxed.
 */
public record StandingSearch(String text, Filters filters) {}
