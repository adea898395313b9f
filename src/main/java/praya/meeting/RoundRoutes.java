package praya.meeting;

import io.javalin.http.Context;
import java.util.Map;
import java.util.UUID;
import praya.domain.Action;
import praya.domain.Actor;
import praya.domain.Identifiers;
import praya.domain.Problem;
import praya.domain.Viewer;
import praya.http.Answers;
import praya.http.Caller;
import praya.http.Query;
import praya.http.Routes;
import praya.organisation.OrganisationService;

/** {@code GET /api/v1/rounds} and {@code /api/v1/rounds/{id}}. */
public final class RoundRoutes {
  private final RoundService rounds;
  private final OrganisationService organisations;

  public RoundRoutes(RoundService rounds, OrganisationService organisations) {
    this.rounds = rounds;
    this.organisations = organisations;
  }

  public void add(Routes routes) {
    routes.get("/api/v1/rounds", Action.READ_ROUNDS, this::list);
    routes.get("/api/v1/rounds/{id}", Action.READ_ROUNDS, this::get);
  }

  private void list(Context context) {
    Actor actor = Caller.of(context);
    Query.of(context).done();
    Answers.json(context, Map.of("items", rounds.list(actor).stream().map(RoundJson::of).toList()));
  }

  private void get(Context context) {
    Actor actor = Caller.of(context);
    Query.of(context).done();
    Review review = rounds.get(id(context), actor);
    Answers.json(
        context,
        RoundJson.of(
            review,
            organisations.list(review.guests().stream().map(Guest::id).toList(), Viewer.STAFF)));
  }

  static UUID id(Context context) {
    String text = context.pathParam("id");
    return Identifiers.read(text)
        .orElseThrow(() ->
            new Problem.NotFound(
                "There is no round (" + text + "). Maybe choose one from the list of rounds."));
  }
}
