package praya.brief;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import praya.domain.Action;
import praya.domain.LocalText;
import praya.http.Answers;
import praya.http.Caller;
import praya.http.Query;
import praya.http.Routes;
import praya.organisation.OrganisationJson;
import praya.team.TeamJson;
import praya.team.TeamService;
import praya.team.Wish;

/** {@code /api/v1/briefs}: how a brief is understood, the vendors and the teams for it. */
public final class BriefRoutes {
  private final BriefService briefs;

  private final TeamService teams;

  public BriefRoutes(BriefService briefs, TeamService teams) {
    this.briefs = briefs;
    this.teams = teams;
  }

  public void add(Routes routes) {
    routes.get("/api/v1/briefs/understand", Action.READ_DIRECTORY, this::understand);
    routes.get("/api/v1/briefs/vendors", Action.READ_DIRECTORY, this::vendors);
    routes.get("/api/v1/briefs/teams", Action.READ_DIRECTORY, this::teams);
  }

  private void understand(Context context) {
    Query query = BriefQuery.query(context);
    Brief brief = BriefQuery.read(context, query, briefs.terms());
    query.done();
    Answers.json(context, Map.of("terms", terms(briefs.understand(brief))));
  }

  private void vendors(Context context) {
    Query query = BriefQuery.query(context, "limit");
    Brief brief = BriefQuery.read(context, query, briefs.terms());
    int limit = query.integer("limit", 10, 1, 50);
    query.done();
    BriefService.Answer answer = briefs.vendors(brief, Caller.of(context).viewer());
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("terms", terms(answer.understood()));
    json.put("items", answer.vendors().stream().limit(limit).map(BriefRoutes::json).toList());
    json.put("total", answer.vendors().size());
    json.put("considered", answer.considered());
    json.put("rankingVersion", VendorRanking.VERSION);
    json.put("asOf", answer.asOf().toString());
    Answers.json(context, json);
  }

  private void teams(Context context) {
    Query query = BriefQuery.query(context);
    Brief brief = BriefQuery.read(context, query, briefs.terms());
    query.done();
    Understood understood = briefs.understand(brief);
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("terms", terms(understood));
    json.putAll(TeamJson.of(teams.find(wish(brief, understood), Caller.of(context).viewer())));
    Answers.json(context, json);
  }

  /** A brief says nothing of who may take part. */
  static Wish wish(Brief brief, Understood understood) {
    return new Wish(understood.capabilities(), Wish.Eligible.ALL, brief.fictional());
  }

  private static List<Map<String, Object>> terms(Understood understood) {
    return understood.terms().stream()
        .map(term -> {
          var json = new LinkedHashMap<String, Object>();
          json.put("vocabulary", term.vocabulary().code());
          json.put("code", term.code());
          json.put("said", term.said());
          return (Map<String, Object>) json;
        })
        .toList();
  }

  private static Map<String, @Nullable Object> json(Vendor vendor) {
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("organisation", OrganisationJson.of(vendor.organisation()));
    json.put("score", vendor.score());
    json.put("reasons", vendor.reasons().stream().map(BriefRoutes::json).toList());
    json.put("constraints", vendor.constraints().stream().map(BriefRoutes::json).toList());
    return json;
  }

  private static Map<String, @Nullable Object> json(Vendor.Reason reason) {
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("code", reason.code());
    json.put("points", reason.points());
    put(json, reason.text());
    json.put("fact", json(reason.fact()));
    return json;
  }

  private static Map<String, @Nullable Object> json(Vendor.Answered answered) {
    var json = new LinkedHashMap<String, @Nullable Object>();
    Vendor.Fact mention = answered.mention();
    json.put("code", answered.code());
    json.put("state", mention == null ? "not-stated" : "mentioned");
    json.put("fact", mention == null ? null : json(mention));
    return json;
  }

  private static Map<String, @Nullable Object> json(Vendor.Fact fact) {
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("href", fact.href());
    put(json, fact.text());
    return json;
  }

  private static void put(Map<String, @Nullable Object> json, LocalText text) {
    json.put("textEn", text.en());
    json.put("textZhHant", text.zhHant());
    json.put("textZhHans", text.zhHans());
  }
}
