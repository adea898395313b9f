package praya.map;

import io.javalin.http.Context;
import java.util.Set;
import praya.domain.Action;
import praya.domain.Taxonomy;
import praya.domain.Vocabulary;
import praya.http.Answers;
import praya.http.Caller;
import praya.http.Query;
import praya.http.Routes;
import praya.taxonomy.TaxonomyService;

/** {@code GET /api/v1/organisations/{id}/map} and {@code GET /api/v1/map}. */
public final class MapRoutes {
  private final MapService maps;
  private final TaxonomyService taxonomy;

  public MapRoutes(MapService maps, TaxonomyService taxonomy) {
    this.maps = maps;
    this.taxonomy = taxonomy;
  }

  public void add(Routes routes) {
    routes.get("/api/v1/organisations/{id}/map", Action.READ_DIRECTORY, this::around);
    routes.get("/api/v1/map", Action.READ_DIRECTORY, this::overview);
  }

  private void around(Context context) {
    Query query = Query.of(context, "type", "kind", "steps");
    MapService.Filter filter = filter(query, taxonomy.current());
    query.done();
    Answers.json(
        context,
        MapJson.of(maps.around(context.pathParam("id"), filter, Caller.of(context).viewer())));
  }

  static MapService.Filter filter(Query query, Taxonomy terms) {
    return new MapService.Filter(
        Set.copyOf(query.codes("type", terms, Vocabulary.RELATION_TYPES)),
        Set.copyOf(query.codes("kind", terms, Vocabulary.KINDS)),
        query.integer("steps", 2, 1, 2));
  }

  private void overview(Context context) {
    Query query = Query.of(context, "fictional");
    boolean fictional = query.bool("fictional", false);
    query.done();
    Answers.json(context, MapJson.of(maps.overview(fictional, Caller.of(context).viewer())));
  }
}
