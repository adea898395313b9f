package praya.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static praya.contract.RecordLife.expect;

import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import praya.contract.RecordLife.Stored;
import praya.domain.Role;
import praya.testkit.RunningApp;
import tools.jackson.databind.node.ObjectNode;

/**
 * The running program does what {@code openapi.yaml} says: every operation, every documented
 * example, every documented refusal. The tests clean up behind themselves; the last one looks back
 * at what the others have exercised, hence the order.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OpenApiContractTest {
  private static final OpenApiDocument DOCUMENT = OpenApiDocument.shared();

  private final RunningApp app = RunningApp.shared();

  @Test
  @Order(1)
  void reads_withEveryDocumentedExample_areAnswered() {
    for (Operation operation : DOCUMENT.operations()) {
      boolean list = operation.method().equals("GET") && !operation.isItem();
      if (list && !operation.isAboutPeople()) {
        read(operation);
      }
    }
  }

  @Test
  @Order(2)
  void records_liveThroughTheDocumentedExamples() {
    RecordLife.all(app).forEach(RecordLife::live);
  }

  @Test
  @Order(3)
  void formerSlug_isRedirectedToThePresentOne() {
    RecordLife organisations = life("createOrganisation");
    Stored stored = organisation("harbour-lantern-former");
    Stored moved = Stored.of(expect(200, patch(organisations, stored, "harbour-lantern-present")));
    for (Operation operation : DOCUMENT.operations()) {
      if (operation.response(308).isPresent()) {
        Call call = Call.of(operation).withId("harbour-lantern-former").withQuery("lang", "en");
        for (Place parameter : operation.parameters("query")) {
          if (parameter.node().path("required").asBoolean()) {
            call = call.withExample(parameter);
          }
        }
        Response response =
            expect(308, (operation.needsKey() ? call.withKeyOf(app) : call).send(app));
        assertThat(response.header("Location"))
            .startsWith(
                operation
                        .path()
                        .replace("{id}", "harbour-lantern-present")
                        .replace("{number}", "1")
                        .replace("{other}", "sensetime")
                    + "?")
            .contains("lang=en");
      }
    }
    organisations.delete(moved);
  }

  @Test
  @Order(4)
  void organisation_contradictingWhatIsStored_isRefused() {
    RecordLife organisations = life("createOrganisation");
    RecordLife offers = life("createOffer");
    Stored stored = organisation("harbour-lantern-taken");
    expect(409, patch(organisations, stored, "fano-labs"));
    ObjectNode whole = organisations.example().put("slug", "fano-labs");
    expect(409, json(organisations.change("PUT", stored), whole).send(app));
    ObjectNode example = offers.example().put("organisation", "harbour-lantern-taken");
    Stored offer = offers.create("of-the-organisation", example);
    expect(409, organisations.change("DELETE", stored).send(app));
    offers.delete(offer);
    organisations.delete(stored);
  }

  @Test
  @Order(5)
  void relation_thatExistsAlready_isRefused() {
    RecordLife relations = life("createRelation");
    Stored first = relations.create("first", relations.example());
    Stored second = relations.create("second", relations.example().put("type", "customer"));
    ObjectNode type = relations.example().retain("type");
    expect(409, json(relations.change("PATCH", second), type).send(app));
    expect(409, json(relations.change("PUT", second), relations.example()).send(app));
    relations.delete(first);
    relations.delete(second);
  }

  @Test
  @Order(6)
  void allocation_beyondTheCentre_isRefused() {
    RecordLife allocations = life("createAllocation");
    Stored stored = allocations.create("within", allocations.example());
    ObjectNode whole = allocations.example().put("cards", 1_000_000);
    expect(422, json(allocations.change("PUT", stored), whole).send(app));
    ObjectNode cards = whole.deepCopy().retain("cards");
    expect(422, json(allocations.change("PATCH", stored), cards).send(app));
    allocations.delete(stored);
  }

  @Test
  @Order(7)
  void demand_isForStaff() {
    String member = app.app().core().keys().create("member", Role.MEMBER).secret().text();
    Call demand = Call.of(DOCUMENT.operation("getDemand"));
    expect(403, demand.with("Authorization", "Bearer " + member).send(app));
  }

  @Test
  @Order(8)
  void weights_areSavedOverTheVersionThatHolds() {
    Operation save = DOCUMENT.operation("saveWeights");
    ObjectNode example =
        (ObjectNode)
            Operation.examples(save.requestTypes().getFirst().getValue()).getFirst().getValue();
    Call call = json(Call.of(save).withKeyOf(app), example);
    Provocation.provoke(call, app);
    String member = app.app().core().keys().create("member", Role.MEMBER).secret().text();
    expect(403, call.with("Authorization", "Bearer " + member).send(app));
    Response saved = expect(201, call.send(app));
    assertThat(saved.jsonPath().getInt("weights.staleDays")).isEqualTo(364);
    expect(409, call.send(app));
    String held = saved.jsonPath().getString("version");
    ObjectNode back = example.deepCopy().put("base", held);
    back.withObject("/weights").put("staleDays", 100_000);
    assertThat(expect(422, json(call, back).send(app)).jsonPath().getList("errors.field"))
        .containsExactly("staleDays");
    back.withObject("/weights").put("staleDays", 365);
    expect(201, json(call, back).send(app));
  }

  @Test
  @Order(9)
  void calls_areReadOneByOne() {
    read(DOCUMENT.operation("getCall"));
  }

  @Test
  @Order(10)
  void rounds_areForStaff() {
    String id = "019370c2-7a10-7c3e-9a53-2f6c1d0b4e44";
    var sql = app.app().core().database().sql();
    sql.execute(
        "insert into round (id, name, made_at, made_by, seed, slots, floor, most_open)"
            + " values ('"
            + id
            + "', 'Autumn', now(), 'test', 1, 2, 1, 10)");
    String member = app.app().core().keys().create("member", Role.MEMBER).secret().text();
    expect(
        403,
        Call.of(DOCUMENT.operation("listRounds"))
            .with("Authorization", "Bearer " + member)
            .send(app));
    Call round = Call.of(DOCUMENT.operation("getRound")).withId(id);
    expect(401, round.send(app));
    expect(403, round.with("Authorization", "Bearer " + member).send(app));
    expect(200, round.withKeyOf(app).send(app));
    Provocation.provoke(round.withKeyOf(app), app);
    sql.execute("delete from round");
  }

  @Test
  @Order(11)
  void everything_wasExercised() {
    assertThat(ContractCoverage.shared().missingExamples(operation -> !operation.isAboutPeople()))
        .isEmpty();
    assertThat(ContractCoverage.shared().missingAnswers(operation -> !operation.isAboutPeople()))
        .isEmpty();
  }

  private void read(Operation operation) {
    Call call = Call.of(operation);
    if (operation.needsKey()) {
      expect(401, call.send(app));
      call = call.withKeyOf(app);
    }
    List<Place> parameters = operation.parameters("query");
    for (Place parameter : parameters) {
      if (parameter.node().path("required").asBoolean()) {
        call = call.withExample(parameter);
      }
    }
    Response response = expect(200, call.send(app));
    assertThat(response.asString()).isNotBlank();
    expect(200, call.withKeyOf(app).send(app));
    for (Place parameter : parameters) {
      if (parameter.text("name").equals("cursor")) {
        turnPages(call);
      } else {
        expect(200, call.withExample(parameter).send(app));
      }
    }
    Provocation.provoke(call, app);
  }

  /** A cursor cannot be written down beforehand: it is taken from the page before. */
  private void turnPages(Call call) {
    Call page = call.withQuery("limit", "1");
    String next = expect(200, page.send(app)).jsonPath().getString("next");
    if (next != null) {
      expect(200, page.withQuery("cursor", next).send(app));
    }
  }

  private Stored organisation(String slug) {
    RecordLife organisations = life("createOrganisation");
    return organisations.create(slug, organisations.example().put("slug", slug));
  }

  private Response patch(RecordLife organisations, Stored stored, String slug) {
    ObjectNode change = organisations.example().put("slug", slug).retain("slug");
    return json(organisations.change("PATCH", stored), change).send(app);
  }

  private RecordLife life(String creation) {
    return new RecordLife(app, DOCUMENT.operation(creation));
  }

  private static Call json(Call call, ObjectNode body) {
    return call.withBody("application/json", body.toString());
  }
}
