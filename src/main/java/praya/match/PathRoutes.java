package praya.match;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import praya.domain.Action;
import praya.domain.Problem;
import praya.http.Answers;
import praya.http.Caller;
import praya.http.Query;
import praya.http.Routes;
import praya.organisation.OrganisationJson;
import praya.organisation.RelationJson;

/** {@code GET /api/v1/organisations/{id}/paths}. */
public final class PathRoutes {
  private final PathService paths;

  public PathRoutes(PathService paths) {
    this.paths = paths;
  }

  public void add(Routes routes) {
    routes.get("/api/v1/organisations/{id}/paths", Action.READ_DIRECTORY, this::list);
  }

  private void list(Context context) {
    Query query = Query.of(context, "to", "limit");
    String to = query.text("to", 200);
    int limit = query.integer("limit", 3, 1, 5);
    query.done();
    if (to.isEmpty()) {
      throw new Problem.Malformed(
          "to", "", "The parameter to must name the organisation that is sought, by slug or id.");
    }
    var ways = paths.between(context.pathParam("id"), to, limit, Caller.of(context).viewer());
    var json = new LinkedHashMap<String, Object>();
    json.put("tied", ways.tied());
    json.put("items", ways.items().stream().map(PathRoutes::json).toList());
    Answers.json(context, json);
  }

  private static Map<String, @Nullable Object> json(PathService.Way way) {
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("chance", rounded(way.chance()));
    json.put("organisations", way.organisations().stream().map(OrganisationJson::of).toList());
    json.put("steps", way.steps().stream().map(PathRoutes::json).toList());
    return json;
  }

  private static Map<String, @Nullable Object> json(PathService.Step step) {
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("chance", rounded(step.chance()));
    json.put("relations", step.relations().stream().map(RelationJson::of).toList());
    return json;
  }

  /** More decimals would claim what nobody measured. */
  private static double rounded(double chance) {
    return Math.round(chance * 1000) / 1000.0;
  }
}
