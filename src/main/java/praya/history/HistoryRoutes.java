package praya.history;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import praya.domain.Action;
import praya.domain.Actor;
import praya.domain.Problem;
import praya.domain.Side;
import praya.http.Answers;
import praya.http.Caller;
import praya.http.Page;
import praya.http.Query;
import praya.http.Routes;

/** The versions of records as JSON. */
public final class HistoryRoutes {
  private final HistoryService history;

  public HistoryRoutes(HistoryService history) {
    this.history = history;
  }

  public void add(Routes routes) {
    add(
        routes,
        "/api/v1/organisations",
        context -> history.ofOrganisation(context.pathParam("id"), Caller.of(context)));
    for (Side side : Side.values()) {
      add(
          routes,
          "/api/v1/" + side.plural(),
          context -> history.ofExchange(side, context.pathParam("id"), Caller.of(context)));
    }
  }

  private static void add(
      Routes routes, String path, Function<Context, HistoryService.History> find) {
    routes.get(
        path + "/{id}/versions",
        Action.READ_HISTORY,
        context -> list(context, find.apply(context)));
    routes.get(
        path + "/{id}/versions/{number}",
        Action.READ_HISTORY,
        context -> show(context, find.apply(context)));
  }

  private static void list(Context context, HistoryService.History history) {
    Query.of(context).done();
    Actor actor = Caller.of(context);
    var newestFirst = new ArrayList<>(history.versions().reversed());
    noStore(context);
    Answers.json(
        context,
        new Page<>(newestFirst, newestFirst.size(), null)
            .json(version -> json(history, version, actor)));
  }

  private static void show(Context context, HistoryService.History history) {
    Query.of(context).done();
    RecordVersion version = history.version(number(context.pathParam("number")));
    var json = json(history, version, Caller.of(context));
    json.put("content", FieldDifference.object(version.content()));
    if (version.content() == null) {
      json.put("content", null);
    }
    noStore(context);
    Answers.json(context, json);
  }

  /** Versions are for few eyes; no cache between may keep them. */
  private static void noStore(Context context) {
    context.header("Cache-Control", "no-store");
  }

  static long number(String text) {
    if (!text.matches("[1-9][0-9]{0,17}")) {
      throw new Problem.NotFound("There is no version (" + text + ").");
    }
    return Long.parseLong(text);
  }

  /** A version without its content: who, when, why and which fields. */
  private static Map<String, @Nullable Object> json(
      HistoryService.History history, RecordVersion version, Actor actor) {
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("number", version.number());
    json.put("at", version.at().toString());
    json.put("by", version.by().word());
    json.put("actor", actor.isStaff() ? version.by().actor() : null);
    json.put("reason", version.by().reason());
    json.put("deleted", version.content() == null);
    String before = history.find(version.number() - 1).map(RecordVersion::content).orElse(null);
    List<String> changed =
        FieldDifference.list(before, version.content()).stream()
            .map(FieldDifference::field)
            .toList();
    json.put("changed", changed);
    return json;
  }
}
