package praya.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import praya.testkit.RunningApp;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One way to make a good call a bad one, and the answer that must come of it.
 *
 * @param field what the answer must name among its errors; null where there is no field
 */
record Provocation(int status, @Nullable String field, UnaryOperator<Call> change) {

  /** The documented limit of a body is 1 MiB; spaces before the object keep it good JSON. */
  private static final String PADDING = " ".repeat((1 << 20) + 1);

  private static final List<Provocation> OF_ANY =
      List.of(
          new Provocation(400, "colour", call -> call.withQuery("colour", "red")),
          new Provocation(401, null, call -> call.with("Authorization", "Bearer praya_wrong")),
          new Provocation(401, null, call -> call.with("Authorization", "Basic cHJheWE6eA==")),
          new Provocation(404, null, call -> call.withId("no-such-record")),
          new Provocation(406, "Accept", call -> call.with("Accept", "application/xml")));

  private static final List<Provocation> OF_WRITES =
      List.of(
          new Provocation(401, null, call -> call.without("Authorization")),
          new Provocation(400, "If-Match", call -> call.with("If-Match", "one")),
          new Provocation(412, null, call -> call.with("If-Match", "\"999999\"")),
          new Provocation(428, "If-Match", call -> call.without("If-Match")));

  private static final List<Provocation> OF_BODIES =
      List.of(
          new Provocation(400, "body", call -> call.withBody(type(call), "{\"kind\":")),
          new Provocation(400, "body", call -> call.withBody(type(call), "[]")),
          new Provocation(400, "body", call -> call.withBody(type(call), "")),
          new Provocation(413, null, call -> call.withBody(type(call), PADDING + call.body())),
          new Provocation(415, "Content-Type", call -> call.with("Content-Type", "text/plain")),
          new Provocation(422, "colour", call -> call.withBody(type(call), coloured(call))));

  /** Sends every provocation whose answer the operation documents. */
  static void provoke(Call good, RunningApp app) {
    OF_ANY.forEach(provocation -> provocation.send(good, app));
    if (good.headers().containsKey("Authorization")) {
      OF_WRITES.stream()
          .filter(p -> !"If-Match".equals(p.field) || good.headers().containsKey("If-Match"))
          .forEach(provocation -> provocation.send(good, app));
    }
    if (good.body() != null) {
      OF_BODIES.forEach(provocation -> provocation.send(good, app));
    }
  }

  private void send(Call good, RunningApp app) {
    if (!good.operation().statuses().contains(status)) {
      return;
    }
    Response response = change.apply(good).send(app);
    String what = good.operation() + " provoked to " + status + ": " + response.asString();
    assertThat(response.statusCode()).as(what).isEqualTo(status);
    if (field != null) {
      assertThat(response.jsonPath().getList("errors.field")).as(what).contains(field);
    }
  }

  private static String type(Call call) {
    return call.headers().get("Content-Type");
  }

  private static String coloured(Call call) {
    ObjectNode body = (ObjectNode) JsonMapper.shared().readTree(call.body());
    return body.put("colour", "red").toString();
  }
}
