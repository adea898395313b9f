package praya.match;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import praya.domain.Action;
import praya.domain.Match;
import praya.domain.Reason;
import praya.http.Answers;
import praya.http.Caller;
import praya.http.Query;
import praya.http.Routes;
import praya.organisation.OrganisationJson;
import praya.scoring.Comparison;
import praya.scoring.Exclusion;
import praya.scoring.PartnerList;

/** {@code GET /api/v1/organisations/{id}/partners} and {@code …/partners/{other}}. */
public final class PartnerRoutes {
  private final PartnerService partners;

  public PartnerRoutes(PartnerService partners) {
    this.partners = partners;
  }

  public void add(Routes routes) {
    routes.get("/api/v1/organisations/{id}/partners", Action.READ_DIRECTORY, this::list);
    routes.get("/api/v1/organisations/{id}/partners/{other}", Action.READ_DIRECTORY, this::compare);
  }

  private void compare(Context context) {
    Query query = Query.of(context, "listed", "after");
    int listed = query.integer("listed", 10, 1, 50);
    long after = query.position();
    query.done();
    var question =
        new PartnerService.Question(
            context.pathParam("id"), listed, true, Caller.of(context).viewer(), after);
    Answers.json(context, json(partners.compare(question, context.pathParam("other"))));
  }

  private static Map<String, @Nullable Object> json(PartnerService.Compared compared) {
    Comparison comparison = compared.comparison();
    var json = json(comparison.match());
    json.put("rank", comparison.rank() == 0 ? null : comparison.rank());
    json.put("fitting", comparison.fitting());
    json.put("excluded", comparison.excluded().map(Exclusion::code).orElse(null));
    json.put("missing", comparison.missing().map(PartnerRoutes::json).orElse(null));
    json.put("changes", comparison.lifts().stream().map(PartnerRoutes::json).toList());
    json.put("weightsVersion", compared.weightsVersion());
    json.put("asOf", compared.asOf().toString());
    json.put("position", compared.position());
    return json;
  }

  private static Map<String, @Nullable Object> json(Comparison.Lift lift) {
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("kind", lift.change().kind().code());
    json.put("codes", lift.change().codes());
    json.put("text", lift.text().en());
    json.put("textZhHant", lift.text().zhHant());
    json.put("textZhHans", lift.text().zhHans());
    json.put("score", lift.score());
    json.put("rank", lift.rank());
    return json;
  }

  private void list(Context context) {
    Query query = Query.of(context, "limit", "explain", "after");
    int limit = query.integer("limit", 10, 1, 50);
    boolean full = query.choice("explain", List.of("points", "full")).equals("full");
    long after = query.position();
    query.done();
    var question =
        new PartnerService.Question(
            context.pathParam("id"), limit, full, Caller.of(context).viewer(), after);
    Answers.json(context, json(partners.partners(question)));
  }

  private static Map<String, @Nullable Object> json(PartnerService.Answer answer) {
    PartnerList list = answer.partners();
    var excluded = new LinkedHashMap<String, Integer>();
    list.excluded().forEach((exclusion, count) -> excluded.put(exclusion.code(), count));
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("items", list.items().stream().map(PartnerRoutes::json).toList());
    json.put("excluded", excluded);
    json.put("considered", list.considered());
    json.put("known", Map.of("you", list.stated()));
    json.put("weightsVersion", list.weightsVersion());
    json.put("asOf", list.asOf().toString());
    json.put("position", answer.position());
    return json;
  }

  private static Map<String, @Nullable Object> json(Match match) {
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("organisation", OrganisationJson.of(match.organisation()));
    json.put("fitForYou", match.fitForYou());
    json.put("fitForThem", match.fitForThem());
    json.put("score", match.score());
    json.put("reasons", match.reasons().stream().map(PartnerRoutes::json).toList());
    return json;
  }

  private static Map<String, @Nullable Object> json(Reason reason) {
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("for", reason.beneficiary().code());
    json.put("code", reason.code());
    json.put("points", reason.points());
    json.put("text", reason.text().en());
    json.put("textZhHant", reason.text().zhHant());
    json.put("textZhHans", reason.text().zhHans());
    json.put("facts", reason.facts().stream().map(PartnerRoutes::json).toList());
    return json;
  }

  private static Map<String, @Nullable Object> json(Reason.Fact fact) {
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("organisation", fact.organisation());
    json.put("type", fact.type());
    json.put("reference", fact.reference());
    json.put("textEn", fact.text().en());
    json.put("textZhHant", fact.text().zhHant());
    return json;
  }
}
