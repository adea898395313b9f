package praya.exchange;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import praya.domain.Action;
import praya.domain.Exchange;
import praya.domain.Side;
import praya.domain.Taxonomy;
import praya.domain.Term;
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

/** The routes of needs and offers. */
public final class ExchangeRoutes {
  private final ExchangeService exchanges;
  private final OrganisationService organisations;
  private final TaxonomyService taxonomy;

  public ExchangeRoutes(
      ExchangeService exchanges, OrganisationService organisations, TaxonomyService taxonomy) {
    this.exchanges = exchanges;
    this.organisations = organisations;
    this.taxonomy = taxonomy;
  }

  public void add(Routes routes, Idempotency idempotency) {
    for (Side side : Side.values()) {
      ResourceRoutes.add(routes, new ExchangeResource(side, exchanges, taxonomy), idempotency);
      routes.get("/api/v1/" + side.plural(), Action.READ_DIRECTORY, context -> list(context, side));
      routes.get(
          "/api/v1/organisations/{id}/" + side.plural(),
          Action.READ_DIRECTORY,
          context -> listOf(context, side));
    }
  }

  private void list(Context context, Side side) {
    Query query =
        Query.of(
            context,
            "organisation",
            "exchange",
            "capability",
            "sector",
            "open",
            "fictional",
            "limit",
            "cursor");
    Page.Request request = Page.Request.of(query);
    ExchangeFilter filter = filter(query);
    query.done();
    Viewer viewer = Caller.of(context).viewer();
    Answers.json(context, exchanges.page(side, request, filter, viewer).json(json(viewer)));
  }

  private ExchangeFilter filter(Query query) {
    Taxonomy terms = taxonomy.current();
    return new ExchangeFilter(
        query.list("organisation", 50),
        query.codes("exchange", terms, Vocabulary.EXCHANGE),
        withParts(query.codes("capability", terms, Vocabulary.CAPABILITIES), terms),
        query.codes("sector", terms, Vocabulary.SECTORS),
        query.flags("open"),
        query.flags("fictional"));
  }

  /** A group of capabilities stands for all its terms. */
  private static List<String> withParts(List<String> codes, Taxonomy taxonomy) {
    return taxonomy.list(Vocabulary.CAPABILITIES).stream()
        .map(Term::code)
        .filter(code ->
            taxonomy.selfAndAncestors(Vocabulary.CAPABILITIES, code).stream()
                .anyMatch(codes::contains))
        .toList();
  }

  private void listOf(Context context, Side side) {
    Query.of(context).done();
    Viewer viewer = Caller.of(context).viewer();
    var organisation = organisations.get(context.pathParam("id"), viewer);
    var found = exchanges.listOf(side, organisation.id(), viewer);
    Answers.json(context, new Page<>(found, found.size(), null).json(json(viewer)));
  }

  private Function<Exchange, Map<String, @Nullable Object>> json(Viewer viewer) {
    return exchange -> ExchangeJson.of(exchange, viewer, exchanges.today());
  }
}
