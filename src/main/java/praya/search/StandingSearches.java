package praya.search;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What searches that go on find in an index, all at one moment. */
public final class StandingSearches {
  private StandingSearches() {}

  /** Which of these organisations each of the searches finds, in the order of the searches. */
  public static List<Set<UUID>> among(
      SearchIndex index, List<StandingSearch> searches, Collection<UUID> organisations) {
    index.requireReady();
    return index.read(
        snapshot -> new StrictSearch(snapshot, index.glossary()).among(searches, organisations));
  }

  /** What a search finds now, at most so many. */
  public static Set<UUID> first(SearchIndex index, StandingSearch search, int most) {
    index.requireReady();
    return index.read(snapshot -> new StrictSearch(snapshot, index.glossary()).first(search, most));
  }
}
