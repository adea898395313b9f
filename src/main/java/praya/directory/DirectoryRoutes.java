package praya.directory;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import praya.domain.Action;
import praya.domain.Language;
import praya.http.Answers;
import praya.http.Caller;
import praya.http.Query;
import praya.http.Routes;
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

  public DirectoryRoutes(SearchIndexes index, TaxonomyService taxonomy, Follower follower) {
    this.index = index;
    this.taxonomy = taxonomy;
    this.follower = follower;
  }

  public void add(Routes routes) {
    routes.get("/api/v1/organisations", Action.READ_DIRECTORY, this::list);
    routes.get("/api/v1/suggest", Action.READ_DIRECTORY, this::suggest);
  }

  private void list(Context context) {
    Query query = Query.of(context, DirectoryQuery.parameters("facets", "fields", "after"));
    var language = query.language();
    SearchQuery asked = DirectoryQuery.of(query, taxonomy.current(), language.orElse(Language.EN));
    Set<String> fields = query.fields(FIELDS);
    long after = query.position();
    query.done();
    if (after >= 0) {
      follower.await(after);
    }
    long position = follower.position();
    SearchResult result = index.of(Caller.of(context).viewer().audience()).search(asked);
    Answers.json(
        context, new DirectoryJson(taxonomy.current(), language, fields).of(result, position));
  }

  private void suggest(Context context) {
    Query query = Query.of(context, "q", "limit", "after");
    String text = query.token("q", 200);
    if (text == null) {
      query.fault("q", "", "must say what has been typed so far");
    }
    long after = query.position();
    int limit = query.integer("limit", 8, 1, 20);
    Language language = query.language().orElse(Language.EN);
    query.done();
    if (after >= 0) {
      follower.await(after);
    }
    var items = new ArrayList<Map<String, @Nullable Object>>();
    SearchIndex own = index.of(Caller.of(context).viewer().audience());
    for (Suggestion suggestion : own.suggest(Objects.requireNonNull(text), limit, language)) {
      items.add(json(suggestion));
    }
    Answers.json(context, Map.of("items", items));
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
    Facet facet =
        switch (suggestion.type()) {
          case CAPABILITY -> Facet.CAPABILITY;
          case SECTOR -> Facet.SECTOR;
          case LAYER -> Facet.LAYER;
          case KIND -> Facet.KIND;
          case ORGANISATION -> null;
        };
    return facet == null
        ? "/organisations/" + suggestion.code()
        : "/organisations?" + facet.jsonName() + "=" + suggestion.code();
  }
}
