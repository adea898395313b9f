package praya.call;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import praya.domain.Action;
import praya.domain.Viewer;
import praya.http.Answers;
import praya.http.Caller;
import praya.http.Query;
import praya.http.Routes;
import praya.team.TeamJson;
import praya.team.TeamService;
import praya.team.Wish;

/** {@code /api/v1/calls}: the calls, one of them, and the teams for it. */
public final class CallRoutes {
  private static final String ONE = "/api/v1/calls/{id}";

  private final CallService calls;
  private final TeamService teams;

  public CallRoutes(CallService calls, TeamService teams) {
    this.calls = calls;
    this.teams = teams;
  }

  public void add(Routes routes) {
    routes
        .get("/api/v1/calls", Action.READ_DIRECTORY, this::list)
        .get(ONE, Action.READ_DIRECTORY, this::one)
        .get(ONE + "/teams", Action.READ_DIRECTORY, this::teams);
  }

  private void list(Context context) {
    Query query = Query.of(context, "fictional", "open");
    List<Boolean> fictional = query.flags("fictional");
    List<Boolean> open = query.flags("open");
    query.done();
    Answers.json(
        context,
        Map.of(
            "items",
            calls.list(viewer(context)).stream()
                .filter(seen -> fictional.isEmpty() || fictional.contains(seen.call().fictional()))
                .filter(seen -> open.isEmpty() || open.contains(seen.open()))
                .map(CallJson::of)
                .toList()));
  }

  private void one(Context context) {
    Query.of(context).done();
    Answers.json(context, CallJson.of(calls.get(context.pathParam("id"), viewer(context))));
  }

  private void teams(Context context) {
    Query.of(context).done();
    Viewer viewer = viewer(context);
    Call call = calls.get(context.pathParam("id"), viewer).call();
    Answers.json(context, TeamJson.of(teams.find(wish(call), viewer)));
  }

  static Wish wish(Call call) {
    Call.Members members = call.members();
    return new Wish(
        call.asked().capabilities(),
        new Wish.Eligible(members.kinds(), members.least(), members.most(), call.organiserId()),
        call.fictional());
  }

  private static Viewer viewer(Context context) {
    return Caller.of(context).viewer();
  }
}
