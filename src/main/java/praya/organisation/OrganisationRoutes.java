package praya.organisation;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import praya.domain.Action;
import praya.domain.Actor;
import praya.domain.Viewer;
import praya.domain.Vocabulary;
import praya.http.Answers;
import praya.http.Caller;
import praya.http.Idempotency;
import praya.http.Page;
import praya.http.Query;
import praya.http.ResourceRoutes;
import praya.http.Routes;
import praya.taxonomy.TaxonomyService;

/**
 * The routes of organisations and relations, but for the list of organisations, which is a search.
 */
public final class OrganisationRoutes {
  private final OrganisationService organisations;
  private final RelationService relations;
  private final TaxonomyService taxonomy;

  public OrganisationRoutes(
      OrganisationService organisations, RelationService relations, TaxonomyService taxonomy) {
    this.organisations = organisations;
    this.relations = relations;
    this.taxonomy = taxonomy;
  }

  public void add(
      Routes routes,
      OrganisationResource organisation,
      RelationResource relation,
      Idempotency idempotency) {
    ResourceRoutes.add(routes, organisation, idempotency);
    ResourceRoutes.add(routes, relation, idempotency);
    routes.get("/api/v1/relations", Action.READ_DIRECTORY, this::listRelations);
    routes.get("/api/v1/organisations/{id}/relations", Action.READ_DIRECTORY, this::relationsOf);
    routes.get("/api/v1/organisations/{id}/statements", Action.READ_DIRECTORY, this::statements);
  }

  private void listRelations(Context context) {
    Query query = Query.of(context, "organisation", "type", "fictional", "limit", "cursor");
    Page.Request request = Page.Request.of(query);
    var filter =
        new RelationFilter(
            query.list("organisation", 50),
            query.codes("type", taxonomy.current(), Vocabulary.RELATION_TYPES),
            query.flags("fictional"));
    query.done();
    Viewer viewer = Caller.of(context).viewer();
    Answers.json(context, relations.page(request, filter, viewer).json(RelationJson::of));
  }

  private void relationsOf(Context context) {
    Query.of(context).done();
    Viewer viewer = Caller.of(context).viewer();
    var organisation = organisations.get(context.pathParam("id"), viewer);
    var found = relations.listOf(organisation.id(), viewer);
    Answers.json(context, new Page<>(found, found.size(), null).json(RelationJson::of));
  }

  private void statements(Context context) {
    Query.of(context).done();
    Actor caller = Caller.of(context);
    var organisation = organisations.get(context.pathParam("id"), caller.viewer());
    boolean inside = caller.isStaff() || caller.actsFor(organisation.id());
    List<Statement> found =
        organisations.statements(organisation.id()).stream()
            .filter(statement -> inside || !statement.field().equals("visibility"))
            .toList();
    Answers.json(context, new Page<>(found, found.size(), null).json(one -> json(one, inside)));
  }

  /**
   * Who wrote it down, or was the only source, is for staff and the organisation itself; and so is
   * to whom it was visible before.
   */
  private static Map<String, @Nullable Object> json(Statement statement, boolean inside) {
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("field", statement.field());
    json.put(
        "value",
        statement.value() == null ? null : praya.json.Json.mapper().readTree(statement.value()));
    boolean own = statement.source().equals(statement.recordedBy());
    json.put("source", own && !inside ? "staff" : statement.source());
    json.put("recordedAt", statement.recordedAt().toString());
    json.put("recordedBy", inside ? statement.recordedBy() : null);
    json.put(
        "confirmedAt", statement.confirmedAt() == null ? null : statement.confirmedAt().toString());
    return json;
  }
}
