package praya.demand;

import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import praya.domain.Action;
import praya.domain.Language;
import praya.http.Answers;
import praya.http.Caller;
import praya.http.Query;
import praya.http.Routes;
import praya.search.Suggestion;

/** {@code GET /api/v1/demand}: the weekly board for programs of staff. */
public final class DemandRoutes {
  private final DemandService demand;

  public DemandRoutes(DemandService demand) {
    this.demand = demand;
  }

  public void add(Routes routes) {
    routes.get("/api/v1/demand", Action.READ_DEMAND, this::board);
  }

  private void board(Context context) {
    Query query = Query.of(context, "week");
    LocalDate week = query.date("week");
    Language language = query.language().orElse(Language.EN);
    query.done();
    DemandService.Board board = demand.board(week, language, Caller.of(context));
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("week", board.week().toString());
    json.put("items", board.lines().stream().map(line -> json(line, board)).toList());
    json.put("filters", board.filters().stream().map(DemandRoutes::json).toList());
    json.put("fewer", board.fewer());
    json.put("withheld", board.withheld());
    Answers.json(context, json);
  }

  private static Map<String, @Nullable Object> json(
      DemandService.Line line, DemandService.Board board) {
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("q", line.key().query());
    var filters = new LinkedHashMap<String, List<String>>();
    for (FilterText.Value value : FilterText.values(line.key().filters())) {
      filters
          .computeIfAbsent(value.facet().jsonName(), name -> new ArrayList<>())
          .add(value.code());
    }
    json.put("filters", filters);
    json.put("language", line.key().language());
    json.put("unanswered", few(line.counts().unanswered()));
    json.put("relaxed", few(line.counts().relaxed()));
    json.put("emptied", few(line.counts().emptied()));
    json.put("nearest", line.nearest().stream().map(DemandRoutes::json).toList());
    List<Map<String, @Nullable Object>> trend = new ArrayList<>();
    for (int i = 0; i < board.weeks().size(); i++) {
      var week = new LinkedHashMap<String, @Nullable Object>();
      week.put("week", board.weeks().get(i).toString());
      week.put("count", line.trend().get(i));
      trend.add(week);
    }
    json.put("trend", trend);
    return json;
  }

  private static @Nullable Long few(long count) {
    return count > 0 && count < DemandService.FEW ? null : count;
  }

  private static Map<String, @Nullable Object> json(Suggestion term) {
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("type", term.type().code());
    json.put("code", term.code());
    json.put("label", term.label());
    return json;
  }

  private static Map<String, @Nullable Object> json(DemandService.Emptying emptying) {
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("facet", emptying.value().facet().jsonName());
    json.put("code", emptying.value().code());
    json.put("count", emptying.count());
    return json;
  }
}
