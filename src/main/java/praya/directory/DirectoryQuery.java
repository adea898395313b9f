package praya.directory;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import praya.domain.Language;
import praya.domain.Taxonomy;
import praya.http.Caller;
import praya.http.Query;
import praya.search.Facet;
import praya.search.SearchQuery;

/** The parameters of the list of organisations as a question to the search index. */
final class DirectoryQuery {
  /** More values than a vocabulary has terms are a mistake. */
  private static final int MAX_VALUES = 120;

  /**
   * The index searches the first words of a long text; beyond this it is not a question any more.
   */
  private static final int MAX_TEXT = 1000;

  /** Programs that read everything say so; what says nothing of itself is none of people's. */
  private static final Pattern CRAWLER =
      Pattern.compile(
          "bot|crawl|spider|slurp|archiver|preview|monitor|scan|feed|headlesschrome-lighthouse");

  private DirectoryQuery() {}

  /**
   * How a person may have searched this; empty for crawlers, for what a browser fetches beforehand,
   * and for further pages of a list.
   */
  static Optional<SearchListener.Manner> manner(Context context, SearchQuery query) {
    String agent = context.userAgent();
    if (agent == null
        || CRAWLER.matcher(agent.toLowerCase(Locale.ROOT)).find()
        || context.header("Sec-Purpose") != null
        || query.page().cursor() != null) {
      return Optional.empty();
    }
    boolean typing =
        "true".equals(context.header("HX-Request"))
            && "search-form".equals(context.header("HX-Trigger"));
    return Optional.of(new SearchListener.Manner(Caller.of(context).viewer().audience(), typing));
  }

  static String[] parameters(String... more) {
    return Stream.concat(
            Stream.of("q", "sort", "limit", "cursor"),
            Stream.concat(Arrays.stream(Facet.values()).map(Facet::jsonName), Arrays.stream(more)))
        .toArray(String[]::new);
  }

  /** Reads a strict query; faults are collected in it. */
  static SearchQuery of(Query query, Taxonomy taxonomy, Language language) {
    String sort =
        query.choice(
            "sort", Arrays.stream(SearchQuery.Sort.values()).map(SearchQuery.Sort::code).toList());
    return new SearchQuery(
        query.text("q", MAX_TEXT),
        filters(query, taxonomy),
        SearchQuery.Sort.find(sort).orElse(SearchQuery.Sort.RELEVANCE),
        new SearchQuery.Page(
            query.integer("limit", 20, 1, SearchQuery.Page.MAX_LIMIT), query.token("cursor", 1000)),
        new SearchQuery.Want(query.bool("facets", true), true),
        language);
  }

  private static SearchQuery.Filters filters(Query query, Taxonomy taxonomy) {
    Map<Facet, Set<String>> chosen = new EnumMap<>(Facet.class);
    for (Facet facet : Facet.values()) {
      List<String> values =
          switch (facet) {
            case KIND, LAYER, SECTOR, CAPABILITY ->
                query.codes(facet.jsonName(), taxonomy, facet.vocabulary().orElseThrow());
            case MEMBER -> query.list(facet.jsonName(), List.of("true", "false", "unknown"));
            case HOLDS_ALLOCATION, FICTIONAL ->
                query.list(facet.jsonName(), List.of("true", "false"));
          };
      chosen.put(facet, Set.copyOf(values));
    }
    return new SearchQuery.Filters(chosen);
  }

  /** Reads the address of a page: what is not understood is shown as a chip and matches nothing. */
  static SearchQuery lenient(Context context, Language language, int limit) {
    Map<Facet, Set<String>> chosen = new EnumMap<>(Facet.class);
    for (Facet facet : Facet.values()) {
      chosen.put(
          facet,
          new LinkedHashSet<>(
              context.queryParams(facet.jsonName()).stream()
                  .filter(v -> !v.isEmpty())
                  .limit(MAX_VALUES)
                  .toList()));
    }
    String cursor = context.queryParam("cursor");
    String text = context.queryParam("q");
    String sort = context.queryParam("sort");
    return new SearchQuery(
        text == null ? "" : text,
        new SearchQuery.Filters(chosen),
        SearchQuery.Sort.find(sort == null ? "" : sort).orElse(SearchQuery.Sort.RELEVANCE),
        new SearchQuery.Page(limit, cursor == null || cursor.isEmpty() ? null : cursor),
        SearchQuery.Want.ALL,
        language);
  }
}
