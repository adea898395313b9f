package praya.site;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import praya.domain.Action;
import praya.http.Answers;
import praya.http.Caller;
import praya.http.Query;
import praya.http.Routes;
import praya.store.Change;
import praya.store.ChangeLog;

/**
 * {@code GET /api/v1/changes}: the change feed for other programs, as their audience may know it.
 */
public final class ChangeRoutes {
  private final ChangeLog changes;

  public ChangeRoutes(ChangeLog changes) {
    this.changes = changes;
  }

  public void add(Routes routes) {
    routes.get("/api/v1/changes", Action.READ_DIRECTORY, this::list);
  }

  private void list(Context context) {
    Query query = Query.of(context, "after", "limit");
    String after = query.text("after", 40);
    int limit = query.integer("limit", 20, 1, 100);
    if (!after.isEmpty() && !after.matches("[0-9]{1,18}-[0-9]{1,18}")) {
      query.fault("after", after, "must be the next of an earlier answer");
    }
    query.done();
    String[] place = (after.isEmpty() ? "0-0" : after).split("-", -1);
    var from = new ChangeLog.Place(Long.parseLong(place[0]), Long.parseLong(place[1]));
    List<Change> found = changes.list(from, Caller.of(context).viewer().audience(), limit);
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("items", found.stream().map(ChangeRoutes::json).toList());
    json.put(
        "next", found.isEmpty() ? place[0] + "-" + place[1] : place(found.get(found.size() - 1)));
    Answers.json(context, json);
  }

  private static String place(Change change) {
    return change.position() + "-" + change.sequence();
  }

  private static Map<String, @Nullable Object> json(Change change) {
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("position", change.position());
    json.put("entity", change.subject().code());
    json.put("id", change.id());
    json.put("operation", change.action().code());
    json.put("at", change.at().toString());
    return json;
  }
}
