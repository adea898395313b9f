package praya.privacy;

import io.javalin.http.Context;
import praya.domain.Action;
import praya.http.Answers;
import praya.http.Caller;
import praya.http.Query;
import praya.http.Routes;

/** {@code GET /api/v1/me/data}: one's own data, for a program that acts for the account. */
public final class PrivacyRoutes {
  private final PersonalDataService data;

  public PrivacyRoutes(PersonalDataService data) {
    this.data = data;
  }

  public void add(Routes routes) {
    routes.get("/api/v1/me/data", Action.MANAGE_OWN_ACCOUNT, this::show);
  }

  private void show(Context context) {
    Query.of(context).done();
    context.header("Cache-Control", "no-store");
    Answers.json(context, data.of(PersonalDataService.account(Caller.of(context))));
  }
}
