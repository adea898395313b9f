package praya.directory;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import praya.domain.Action;
import praya.domain.Audience;
import praya.domain.Language;
import praya.domain.Taxonomy;
import praya.http.Answers;
import praya.http.Caller;
import praya.http.Query;
import praya.http.Routes;
import praya.json.Json;
import praya.search.Facet;
import praya.search.SearchIndex;
import praya.search.SearchIndexes;
import praya.search.SearchQuery;
import praya.search.SearchResult;
import praya.search.Suggestion;
import praya.taxonomy.TaxonomyService;

/** {@code GET /api/v1/organisations} and {@code GET /api/v1/suggest}. */
public final class DirectoryRoutes {
  /** The fields that {@code fields} can choose. */
  private static final Set<String> FIELDS =
      java.util.Collections.unmodifiableSet(
          new java.util.LinkedHashSet<>(
              List.of(
                  "id",
                  "slug",
                  "version",
                  "nameEn",
                  "nameZhHant",
                  "nameZhHans",
                  "aliases",
                  "kind",
                  "summaryEn",
                  "summaryZhHant",
                  "summaryZhHans",
                  "layers",
                  "sectors",
                  "capabilities",
                  "foundedOrIntakeYear",
                  "cyberport",
                  "website",
                  "computeReported",
                  "fictional",
                  "sources",
                  "confirmedAt",
                  "visibility",
                  "holdsAllocation")));

  private final SearchIndexes index;
  private final TaxonomyService taxonomy;
  private final Follower follower;
  private final SearchListener listener;
  private final AnswerCache answers = new AnswerCache();

  /** The view that the index is, as far as a reader waits for it. */
  public interface Follower {
    long position();

    /**
     * Waits until the view shows the write at this position.
     *
     * @throws praya.domain.Problem.NotReady when that takes too long
     */
    void await(long position);
  }

  public DirectoryRoutes(
      SearchIndexes index, TaxonomyService taxonomy, Follower follower, SearchListener listener) {
    this.listener = listener;
    this.index = index;
    this.taxonomy = taxonomy;
    this.follower = follower;
  }

  public void add(Routes routes) {
    routes.get("/api/v1/organisations", Action.READ_DIRECTORY, this::list);
    routes.get("/api/v1/suggest", Action.READ_DIRECTORY, this::suggest);
  }

  private void list(Context context) {
    if (context.queryParam("after") != null) {
      follower.await(read(context, taxonomy.current()).after());
    }
    Audience audience = Caller.of(context).viewer().audience();
    // Before anything else is read: the answer must show at least what it says that it shows.
    long position = follower.position();
    var edition = new AnswerCache.Edition(index.of(audience).edition(), taxonomy.current());
    AnswerCache.Answer answer =
        answers.get(
            audience,
            edition,
            request(context),
            () -> {
              Asked asked = read(context, edition.taxonomy());
              SearchResult result = index.of(audience).search(asked.query());
              return new DirectoryJson(edition.taxonomy(), asked.language(), asked.fields())
                  .of(result)
                  .with(SearchListener.Found.of(asked.query(), result));
            });
    SearchListener.Found found = answer.found();
    if (found != null) {
      DirectoryQuery.manner(context, found.query())
          .ifPresent(manner -> listener.searched(found, manner));
    }
    Answers.json(context, DirectoryJson.at(position, answer));
  }

  /**
   * What the list is asked for.
   *
   * @param after the position that the list must show; negative for any
   */
  private record Asked(
      SearchQuery query, Optional<Language> language, Set<String> fields, long after) {}

  private static Asked read(Context context, Taxonomy taxonomy) {
    Query query = Query.of(context, DirectoryQuery.parameters("facets", "fields", "after"));
    var language = query.language();
    var asked =
        new Asked(
            DirectoryQuery.of(query, taxonomy, language.orElse(Language.EN)),
            language,
            query.fields(FIELDS),
            query.position());
    query.done();
    return asked;
  }

  private static String request(Context context) {
    String query = context.queryString();
    return query == null ? context.path() : context.path() + '?' + query;
  }

  private void suggest(Context context) {
    if (context.queryParam("after") != null) {
      follower.await(typed(context).after());
    }
    Audience audience = Caller.of(context).viewer().audience();
    SearchIndex own = index.of(audience);
    var edition = new AnswerCache.Edition(own.edition(), taxonomy.current());
    AnswerCache.Answer answer =
        answers.get(audience, edition, request(context), () -> suggest(own, typed(context)));
    Answers.json(context, answer.begin());
  }

  /** What somebody is typing, as {@link Asked}. */
  private record Typed(String text, int limit, Language language, long after) {}

  private static Typed typed(Context context) {
    Query query = Query.of(context, "q", "limit", "after");
    String text = query.token("q", 200);
    if (text == null) {
      query.fault("q", "", "must say what has been typed so far");
    }
    long after = query.position();
    int limit = query.integer("limit", 8, 1, 20);
    Language language = query.language().orElse(Language.EN);
    query.done();
    return new Typed(Objects.requireNonNull(text), limit, language, after);
  }

  private static AnswerCache.Answer suggest(SearchIndex index, Typed typed) {
    var items = new ArrayList<Map<String, @Nullable Object>>();
    for (Suggestion each : index.suggest(typed.text(), typed.limit(), typed.language())) {
      items.add(json(each));
    }
    return new AnswerCache.Answer(Json.bytes(Map.of("items", items)), new byte[0]);
  }

  private static Map<String, @Nullable Object> json(Suggestion suggestion) {
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("type", suggestion.type().code());
    json.put("code", suggestion.code());
    json.put("label", suggestion.label());
    json.put("matched", suggestion.matched());
    json.put("matchedField", suggestion.matchedField().code());
    json.put("sound", suggestion.sound());
    json.put("url", url(suggestion));
    return json;
  }

  private static String url(Suggestion suggestion) {
    if (suggestion.owner() != null) {
      return "/organisations/" + suggestion.owner() + "#" + suggestion.code();
    }
    Facet facet =
        switch (suggestion.type()) {
          case CAPABILITY -> Facet.CAPABILITY;
          case SECTOR -> Facet.SECTOR;
          case LAYER -> Facet.LAYER;
          case KIND -> Facet.KIND;
          case ORGANISATION, NEED, OFFER -> null;
        };
    return facet == null
        ? "/organisations/" + suggestion.code()
        : "/organisations?" + facet.jsonName() + "=" + suggestion.code();
  }
}
