package praya.directory;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import praya.domain.Action;
import praya.http.Answers;
import praya.http.Caller;
import praya.http.Query;
import praya.http.Routes;
import praya.organisation.OrganisationJson;

/** {@code GET /api/v1/organisations/{id}/similar}. */
public final class SimilarRoutes {
  private final SimilarService similar;

  public SimilarRoutes(SimilarService similar) {
    this.similar = similar;
  }

  public void add(Routes routes) {
    routes.get("/api/v1/organisations/{id}/similar", Action.READ_DIRECTORY, this::list);
  }

  private void list(Context context) {
    Query query = Query.of(context, "limit");
    int limit = query.integer("limit", 10, 1, 50);
    query.done();
    var found = similar.similar(context.pathParam("id"), limit, Caller.of(context).viewer());
    Answers.json(context, Map.of("items", found.stream().map(SimilarRoutes::json).toList()));
  }

  private static Map<String, @Nullable Object> json(SimilarService.Alike alike) {
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("organisation", OrganisationJson.of(alike.organisation()));
    json.put("score", alike.score());
    json.put("reasons", alike.reasons().stream().map(SimilarRoutes::json).toList());
    return json;
  }

  private static Map<String, @Nullable Object> json(SimilarService.Reason reason) {
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("kind", reason.kind());
    json.put("value", reason.value());
    json.put("points", reason.points());
    json.put("textEn", reason.text().en());
    json.put("textZhHant", reason.text().zhHant());
    json.put("textZhHans", reason.text().zhHans());
    return json;
  }
}
