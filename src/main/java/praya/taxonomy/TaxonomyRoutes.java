package praya.taxonomy;

import io.javalin.http.Context;
import praya.domain.Action;
import praya.http.Answers;
import praya.http.Query;
import praya.http.Routes;

/** {@code GET /api/v1/taxonomy}. */
public final class TaxonomyRoutes {
  private final TaxonomyService taxonomy;

  public TaxonomyRoutes(TaxonomyService taxonomy) {
    this.taxonomy = taxonomy;
  }

  public void add(Routes routes) {
    routes.get("/api/v1/taxonomy", Action.READ_DIRECTORY, this::show);
  }

  private void show(Context context) {
    Query.of(context).done();
    var current = taxonomy.current();
    // Not a version of a row: the terms themselves are hashed, as they are few and rarely change.
    Answers.tagged(
        context, Integer.toUnsignedLong(current.terms().hashCode()), "", TaxonomyJson.of(current));
  }
}
