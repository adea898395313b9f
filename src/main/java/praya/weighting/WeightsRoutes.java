package praya.weighting;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import praya.domain.Action;
import praya.domain.Actor;
import praya.domain.Problem;
import praya.http.Answers;
import praya.http.Body;
import praya.http.Caller;
import praya.http.Idempotency;
import praya.http.Query;
import praya.http.Routes;
import praya.json.Fields;
import praya.json.Json;
import praya.scoring.WeightTable;
import tools.jackson.databind.node.ObjectNode;

/** {@code GET} and {@code POST /api/v1/weights}. */
public final class WeightsRoutes {
  private final WeightsService weights;
  private final WeightsTrial trial;

  public WeightsRoutes(WeightsService weights, WeightsTrial trial) {
    this.weights = weights;
    this.trial = trial;
  }

  public void add(Routes routes, Idempotency idempotency) {
    routes.get("/api/v1/weights", Action.READ_DIRECTORY, this::list);
    routes.post("/api/v1/weights", Action.EDIT_WEIGHTS, context -> save(context, idempotency));
  }

  private void list(Context context) {
    Query.of(context).done();
    List<SavedWeights> all = weights.list();
    var json = new LinkedHashMap<String, Object>();
    json.put("current", all.getFirst().version());
    json.put("items", all.stream().map(WeightsJson::of).toList());
    Answers.json(context, json);
  }

  private void save(Context context, Idempotency idempotency) {
    Actor actor = Caller.of(context);
    Query.of(context).done();
    byte[] body = Body.read(context);
    idempotency.run(
        context,
        actor,
        body,
        () -> {
          SavedWeights saved = weights.save(proposal(Body.object(body)), actor);
          return new Idempotency.Answer(
              201, Map.of("Location", "/api/v1/weights"), Json.bytes(WeightsJson.of(saved)));
        });
  }

  private WeightsService.Proposal proposal(ObjectNode body) {
    var fields = new Fields(body, Fields.Spelling.CAMEL);
    String base = fields.requiredText("base", 40);
    String remark = fields.requiredText("remark", 500);
    boolean calibrate = Boolean.TRUE.equals(fields.bool("calibrate"));
    Fields numbers = fields.object("weights");
    WeightTable present = WeightTable.of(weights.current());
    WeightTable table = present;
    if (numbers != null) {
      table = WeightsForm.parse(numbers, present);
      numbers.refuseUnknown();
    }
    fields.done();
    return new WeightsService.Proposal(base, table, remark, curve(table, calibrate));
  }

  private Optional<WeightsService.Curve> curve(WeightTable table, boolean calibrate) {
    if (!calibrate) {
      return Optional.empty();
    }
    var curve = trial.curve(table.weights(weights.current().version(), Optional.empty()));
    if (curve.isEmpty()) {
      throw new Problem.InvalidInput("calibrate", "true", WeightsTrial.TOO_FEW);
    }
    return curve;
  }
}
