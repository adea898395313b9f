package praya.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import praya.testkit.RunningApp;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A record of one collection from its creation to its deletion, by the documented examples. */
final class RecordLife {
  private final RunningApp app;
  private final Operation create;
  private final String itemPath;

  RecordLife(RunningApp app, Operation create) {
    this.app = app;
    this.create = create;
    this.itemPath = create.path() + "/{id}";
  }

  static List<RecordLife> all(RunningApp app) {
    return OpenApiDocument.shared().operations().stream()
        .filter(operation -> operation.method().equals("POST") && !operation.isAboutPeople())
        .map(operation -> new RecordLife(app, operation))
        .filter(RecordLife::hasItems)
        .toList();
  }

  /** What is only ever added to is no collection of records with lives. */
  private boolean hasItems() {
    return OpenApiDocument.shared().operations().stream()
        .anyMatch(operation -> operation.path().equals(itemPath));
  }

  /** Lives it through, with every provocation on the way. Nothing is left behind. */
  void live() {
    List<Map.Entry<String, JsonNode>> examples = examples(create);
    Stored stored = create(examples.getFirst().getKey(), examples.getFirst().getValue());
    repeat(examples.getFirst(), stored);
    Provocation.provoke(creation(examples.getFirst().getValue()), app);
    read(stored);
    for (String method : List.of("PUT", "PATCH")) {
      Operation operation = item(method);
      for (Map.Entry<String, Place> type : operation.requestTypes()) {
        for (Map.Entry<String, JsonNode> example : Operation.examples(type.getValue())) {
          Call call = change(method, stored).withBody(type.getKey(), example.getValue().toString());
          Provocation.provoke(call, app);
          stored = Stored.of(expect(200, call.send(app)));
        }
      }
    }
    Provocation.provoke(change("DELETE", stored), app);
    delete(stored);
    expect(404, Call.of(item("GET")).withId(stored.id()).send(app));
    examples.stream().skip(1).forEach(e -> delete(create(e.getKey(), e.getValue())));
  }

  /** Creates a record from an example, under a key that belongs to this example only. */
  Stored create(String key, JsonNode example) {
    Response response = expect(201, creation(example).with("Idempotency-Key", key(key)).send(app));
    Stored stored = Stored.of(response);
    JsonNode created = JsonMapper.shared().readTree(response.asString());
    String address = created.path("slug").asString(stored.id());
    assertThat(response.header("Location")).isEqualTo(itemPath.replace("{id}", address));
    assertSame(example, created);
    return stored;
  }

  Call change(String method, Stored stored) {
    return Call.of(item(method)).withId(stored.id()).with("If-Match", stored.etag()).withKeyOf(app);
  }

  void delete(Stored stored) {
    expect(204, change("DELETE", stored).send(app));
  }

  Operation item(String method) {
    return OpenApiDocument.shared().find(method, itemPath.replace("{id}", "x")).orElseThrow();
  }

  ObjectNode example() {
    return (ObjectNode) examples(create).getFirst().getValue().deepCopy();
  }

  static Response expect(int status, Response response) {
    assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
    return response;
  }

  private Call creation(JsonNode example) {
    return Call.of(create).withKeyOf(app).withBody("application/json", example.toString());
  }

  /**
   * The same key again gives the same record; with another body it is refused, and so is a second
   * record of the same name.
   */
  private void repeat(Map.Entry<String, JsonNode> example, Stored stored) {
    Call again = creation(example.getValue()).with("Idempotency-Key", key(example.getKey()));
    assertThat(Stored.of(expect(201, again.send(app)))).isEqualTo(stored);
    ObjectNode other = (ObjectNode) example.getValue().deepCopy();
    other.put("fictional", false);
    expect(422, again.withBody("application/json", other.toString()).send(app));
    ObjectNode taken = (ObjectNode) example.getValue().deepCopy();
    if (!create.id().equals("createOrganisation")) {
      taken.put("id", stored.id());
    }
    expect(409, creation(taken).send(app));
  }

  private void read(Stored stored) {
    Call call = Call.of(item("GET")).withId(stored.id()).withKeyOf(app);
    assertThat(expect(200, call.send(app)).header("ETag")).isEqualTo(stored.etag());
    Provocation.provoke(call.without("Authorization"), app);
    for (Place parameter : call.operation().parameters("query")) {
      expect(200, call.withExample(parameter).send(app));
    }
    expect(304, call.with("If-None-Match", stored.etag()).send(app));
  }

  private String key(String example) {
    return create.id() + "-" + example;
  }

  private static List<Map.Entry<String, JsonNode>> examples(Operation operation) {
    return Operation.examples(operation.requestTypes().getFirst().getValue());
  }

  /** What was sent comes back. */
  private static void assertSame(JsonNode sent, JsonNode answer) {
    sent.properties()
        .forEach(field ->
            assertThat(answer.get(field.getKey())).as(field.getKey()).isEqualTo(field.getValue()));
  }

  /** What is needed to change a record: its id and its present version. */
  record Stored(String id, String etag) {
    static Stored of(Response response) {
      return new Stored(response.jsonPath().getString("id"), response.header("ETag"));
    }
  }
}
