package praya.search;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A page of hits with what was found around them.
 *
 * @param total of all pages, exact
 * @param facets in the order of {@link Facet}; empty if not asked for
 * @param next the cursor of the next page; null at the end
 * @param wording what became of the words that were asked for
 */
public record SearchResult(
    long total,
    List<Hit> hits,
    Map<Facet, List<FacetCount>> facets,
    @Nullable String next,
    Wording wording) {

  public SearchResult {
    hits = List.copyOf(hits);
  }

  /** Words that were searched besides the given ones, as in {@link Wording#alsoSearched}. */
  public List<String> alsoSearched() {
    return wording.alsoSearched();
  }

  /**
   * One organisation.
   *
   * @param json as it was given to the index
   * @param found where the words were found, best first; at most three
   */
  @SuppressWarnings("ArrayRecordComponent") // goes from the index to the answer unread
  public record Hit(UUID id, String slug, byte[] json, List<Found> found) {
    public Hit {
      found = List.copyOf(found);
    }
  }

  /**
   * A field in which a word was found.
   *
   * @param field the JSON name of the organisation's field, or {@code offers}, {@code needs}
   * @param snippet escaped for HTML, the words within {@code <mark>}
   */
  public record Found(String field, String snippet) {}

  /**
   * A value of a facet.
   *
   * @param count the hits of the list if this value is chosen as well
   */
  public record FacetCount(String code, long count, boolean selected) {}

  /**
   * How the text was understood.
   *
   * @param alsoSearched synonyms and corrected spellings that were searched too, weighing less
   * @param relaxed not all hits have all words, for few or none has
   * @param whole how many hits have all words; by relevance they come first
   * @param stopped the search was more work than one may cause, so there may be more
   * @param left the end of a text that was too long to be searched; null normally
   */
  public record Wording(
      List<String> alsoSearched,
      boolean relaxed,
      long whole,
      boolean stopped,
      @Nullable String left) {
    public static final Wording PLAIN = new Wording(List.of(), false, 0, false, null);

    public Wording {
      alsoSearched = List.copyOf(alsoSearched);
    }
  }
}
