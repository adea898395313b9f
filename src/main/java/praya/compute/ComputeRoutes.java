package praya.compute;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import praya.domain.Action;
import praya.domain.Allocation;
import praya.domain.ComputeReport;
import praya.domain.Organisation;
import praya.domain.Viewer;
import praya.domain.Vocabulary;
import praya.http.Answers;
import praya.http.Caller;
import praya.http.Idempotency;
import praya.http.Page;
import praya.http.Query;
import praya.http.ResourceRoutes;
import praya.http.Routes;
import praya.organisation.OrganisationService;
import praya.taxonomy.TaxonomyService;

/** The routes of the centre and of allocations. */
public final class ComputeRoutes {
  private final CentreService centre;
  private final AllocationService allocations;
  private final OrganisationService organisations;
  private final TaxonomyService taxonomy;

  public ComputeRoutes(
      CentreService centre,
      AllocationService allocations,
      OrganisationService organisations,
      TaxonomyService taxonomy) {
    this.taxonomy = taxonomy;
    this.centre = centre;
    this.allocations = allocations;
    this.organisations = organisations;
  }

  public void add(Routes routes, Idempotency idempotency) {
    ResourceRoutes.add(routes, new AllocationResource(allocations, taxonomy), idempotency);
    routes.get("/api/v1/centre", Action.READ_DIRECTORY, this::centre);
    routes.get("/api/v1/allocations", Action.READ_DIRECTORY, this::list);
    routes.get("/api/v1/allocations/{id}/usage", Action.READ_DIRECTORY, this::usage);
    routes.get("/api/v1/organisations/{id}/allocations", Action.READ_DIRECTORY, this::listOf);
  }

  private void centre(Context context) {
    Query.of(context).done();
    Centre found = centre.get();
    Viewer viewer = Caller.of(context).viewer();
    Answers.json(context, CentreJson.of(found, centre.levels(found, viewer)));
  }

  private void list(Context context) {
    Query query =
        Query.of(
            context,
            "organisation",
            "scheme",
            "status",
            "shareability",
            "heldOn",
            "fictional",
            "limit",
            "cursor");
    var request = Page.Request.of(query);
    var filter =
        new HoldingFilter(
            query.list("organisation", 50),
            query.codes("scheme", taxonomy.current(), Vocabulary.SCHEMES),
            query.list(
                "status",
                Arrays.stream(Allocation.Status.values()).map(Allocation.Status::code).toList()),
            query.list(
                "shareability",
                Arrays.stream(Allocation.Shareability.values())
                    .map(Allocation.Shareability::code)
                    .toList()),
            query.date("heldOn"),
            query.flags("fictional"));
    query.done();
    Viewer viewer = Caller.of(context).viewer();
    var json = allocations.page(request, filter, viewer).json(held -> HoldingJson.of(held, viewer));
    json.put(
        "reported",
        organisations.reportedComputeUsers(viewer).stream().map(ComputeRoutes::reported).toList());
    Answers.json(context, json);
  }

  private void listOf(Context context) {
    Query.of(context).done();
    Viewer viewer = Caller.of(context).viewer();
    Organisation organisation = organisations.get(context.pathParam("id"), viewer);
    List<Holding> found = allocations.listOf(organisation.id(), viewer);
    var json = new Page<>(found, found.size(), null).json(held -> HoldingJson.of(held, viewer));
    boolean reported = organisation.entry().computeReported() != null;
    json.put("reported", reported ? List.of(reported(organisation)) : List.of());
    Answers.json(context, json);
  }

  private void usage(Context context) {
    Query.of(context).done();
    Viewer viewer = Caller.of(context).viewer();
    List<Holding.Week> weeks = allocations.weeks(context.pathParam("id"), viewer);
    Answers.json(context, new Page<>(weeks, weeks.size(), null).json(HoldingJson::of));
  }

  private static Map<String, @Nullable Object> reported(Organisation user) {
    ComputeReport report = java.util.Objects.requireNonNull(user.entry().computeReported());
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("organisation", user.slug());
    json.put("factEn", report.fact().en());
    json.put("factZhHant", report.fact().zhHant());
    json.put("date", report.date().toString());
    json.put("amount", "reported, amount not public");
    json.put("fictional", user.fictional());
    json.put("sources", user.entry().origin().sources());
    return json;
  }
}
