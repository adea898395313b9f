package praya.search;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import praya.domain.Language;
import praya.domain.Problem;

/**
 * A question to the directory.
 *
 * @param text any text; it is searched as plain words. Without a word everything matches
 * @param page how much, from where
 * @param want what to compute besides the hits
 * @param language the reader's; chooses among snippets of equal worth and nothing else
 */
public record SearchQuery(
    String text, Filters filters, Sort sort, Page page, Want want, Language language) {

  /** Everything in the order of names, first page, with facets and snippets. */
  public static SearchQuery of(String text) {
    return new SearchQuery(text, Filters.NONE, Sort.RELEVANCE, Page.FIRST, Want.ALL, Language.EN);
  }

  public SearchQuery with(Filters other) {
    return new SearchQuery(text, other, sort, page, want, language);
  }

  public SearchQuery with(Sort other) {
    return new SearchQuery(text, filters, other, page, want, language);
  }

  public SearchQuery with(Page other) {
    return new SearchQuery(text, filters, sort, other, want, language);
  }

  public SearchQuery with(Want other) {
    return new SearchQuery(text, filters, sort, page, other, language);
  }

  /**
   * The chosen codes: any of them within a facet, all facets together. A code that no organisation
   * has matches nothing.
   */
  public record Filters(Map<Facet, Set<String>> chosen) {
    public static final Filters NONE = new Filters(Map.of());

    public Filters {
      Map<Facet, Set<String>> copy = new EnumMap<>(Facet.class);
      chosen.forEach((facet, codes) -> {
        if (!codes.isEmpty()) {
          copy.put(facet, Collections.unmodifiableSet(new TreeSet<>(codes)));
        }
      });
      chosen = Collections.unmodifiableMap(copy);
    }

    public Set<String> of(Facet facet) {
      return chosen.getOrDefault(facet, Set.of());
    }

    /** The same with one more value chosen. */
    public Filters plus(Facet facet, String code) {
      Map<Facet, Set<String>> more = new EnumMap<>(Facet.class);
      more.putAll(chosen);
      Set<String> codes = new TreeSet<>(of(facet));
      codes.add(code);
      more.put(facet, codes);
      return new Filters(more);
    }
  }

  /** The order of the hits. Ties go by slug. */
  public enum Sort {
    /** Best first; without a word to search, by name. */
    RELEVANCE("relevance"),
    /** By the English name, else by the Chinese one, in the order of English. */
    NAME("name"),
    /** By the strokes of the Traditional Chinese name; those without one last. */
    STROKE("stroke"),
    /** By the pinyin of the Simplified Chinese name; those without a Chinese one last. */
    PINYIN("pinyin"),
    /** Year of foundation or intake, latest first, unknown last. */
    NEWEST("newest"),
    /** Latest confirmed first, never confirmed last. */
    CONFIRMED("confirmed");

    private final String code;

    Sort(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }

    public static Optional<Sort> find(String code) {
      for (Sort sort : values()) {
        if (sort.code.equals(code)) {
          return Optional.of(sort);
        }
      }
      return Optional.empty();
    }
  }

  /**
   * A piece of the list.
   *
   * @param limit 1 to {@link #MAX_LIMIT}
   * @param cursor where the page before ended, as {@link SearchResult#next} said; null at the start
   */
  public record Page(int limit, @Nullable String cursor) {
    /** A page of the web has 20; a hundred keeps one answer under a megabyte. */
    public static final int MAX_LIMIT = 100;

    public static final Page FIRST = new Page(20, null);

    public Page {
      if (limit < 1 || limit > MAX_LIMIT) {
        throw new Problem.Malformed(
            "limit",
            Integer.toString(limit),
            "The limit (" + limit + ") must be from 1 to " + MAX_LIMIT + ".");
      }
    }
  }

  /** What to compute besides the hits: each costs time. */
  public record Want(boolean facets, boolean snippets) {
    public static final Want ALL = new Want(true, true);
    public static final Want HITS = new Want(false, false);
  }
}
