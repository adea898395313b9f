package praya.curation;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import praya.domain.Audience;
import praya.domain.Language;
import praya.domain.Taxonomy;
import praya.projection.PresentOrganisations;
import praya.search.SearchIndex;
import praya.search.SearchQuery;
import praya.search.SearchResult;
import praya.taxonomy.TaxonomyService;

/**
 * Tries out another taxonomy: both are indexed in memory over the organisations as they are, and
 * the searches of the last month are asked of both. A synonym changes what texts mention as well as
 * what a query asks, so that to compare queries alone would show half.
 */
public final class SearchPreview {
  /** A second or two of building; above that a page would wait too long. */
  private static final int MOST_ORGANISATIONS = 5_000;

  private static final int MOST_SEARCHES = 500;

  /** What a reader sees without moving on. */
  private static final int FIRST = 10;

  private final TaxonomyService taxonomy;
  private final PresentOrganisations organisations;
  private final RecentSearches searches;

  public SearchPreview(
      TaxonomyService taxonomy, PresentOrganisations organisations, RecentSearches searches) {
    this.taxonomy = taxonomy;
    this.organisations = organisations;
    this.searches = searches;
  }

  /**
   * What would change.
   *
   * @param tried searches that were compared
   * @param tooLarge whether the directory is too large to try anything
   */
  public record Effect(int tried, boolean tooLarge, List<Change> changes) {
    public Effect {
      changes = List.copyOf(changes);
    }
  }

  /**
   * A search whose first page would be another.
   *
   * @param before organisations that it finds now
   * @param after that it would find
   * @param come those that would newly be among the first, by their English names
   * @param gone those that would no longer be
   */
  public record Change(
      RecentSearches.Asked asked, long before, long after, List<String> come, List<String> gone) {
    public Change {
      come = List.copyOf(come);
      gone = List.copyOf(gone);
    }
  }

  /** Compares the taxonomy in use with another one. */
  public Effect of(Taxonomy wanted) {
    List<RecentSearches.Asked> asked = searches.ofLastMonth(MOST_SEARCHES);
    if (organisations.count() > MOST_ORGANISATIONS) {
      return new Effect(0, true, List.of());
    }
    try (SearchIndex now = SearchIndex.forTrial(Audience.STAFF, taxonomy.current());
        SearchIndex then = SearchIndex.forTrial(Audience.STAFF, wanted)) {
      var names = new java.util.HashMap<UUID, String>();
      organisations.forEachStep(step -> {
        var indexed = step.stream().map(PresentOrganisations::indexed).toList();
        now.put(indexed);
        then.put(indexed);
        step.forEach(sheet -> names.put(sheet.id(), sheet.organisation().name(Language.EN)));
      });
      for (SearchIndex index : List.of(now, then)) {
        index.refresh();
        index.ready(true);
      }
      var changes = new ArrayList<Change>();
      for (RecentSearches.Asked each : asked) {
        SearchResult before = first(now, each.text());
        SearchResult after = first(then, each.text());
        List<UUID> old = ids(before);
        List<UUID> fresh = ids(after);
        if (before.total() != after.total() || !old.equals(fresh)) {
          changes.add(
              new Change(
                  each,
                  before.total(),
                  after.total(),
                  without(fresh, old).stream().map(names::get).toList(),
                  without(old, fresh).stream().map(names::get).toList()));
        }
      }
      return new Effect(asked.size(), false, changes);
    }
  }

  private static SearchResult first(SearchIndex index, String text) {
    return index.search(
        SearchQuery.of(text).with(new SearchQuery.Page(FIRST, null)).with(SearchQuery.Want.HITS));
  }

  private static List<UUID> ids(SearchResult result) {
    return result.hits().stream().map(SearchResult.Hit::id).toList();
  }

  private static List<UUID> without(List<UUID> some, List<UUID> others) {
    return some.stream().filter(id -> !others.contains(id)).toList();
  }
}
