package praya.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static praya.contract.RecordLife.expect;

import io.restassured.response.Response;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import praya.domain.Actor;
import praya.domain.Language;
import praya.domain.Role;
import praya.domain.Scope;
import praya.identity.Account;
import praya.identity.AccountService;
import praya.identity.ApiKeyService;
import praya.privacy.ConsentService;
import praya.testkit.RunningApp;
import tools.jackson.databind.JsonNode;

/** Accounts and keys over HTTP, held to {@code openapi.yaml}: every operation, example, refusal. */
class PeopleContractTest {
  private static final OpenApiDocument DOCUMENT = OpenApiDocument.shared();

  private final RunningApp app = RunningApp.shared();
  private final AccountService accounts = app.app().core().accounts();
  private final String admin = key(account("admin"), Role.ADMIN);
  private final Account member = account("member");
  private final String ofMember = key(member, Role.MEMBER);
  private final String narrow = narrowKey();

  @Test
  void people_areAsTheDocumentSays() {
    Call me = Call.of(DOCUMENT.operation("getMe"));
    assertThat(expect(200, as(me, ofMember).send(app)).jsonPath().getString("account"))
        .isEqualTo(member.id().toString());
    expect(403, as(me, narrow).send(app));
    provoke(as(me, ofMember));

    Call data = as(Call.of(DOCUMENT.operation("getMyData")), ofMember);
    assertThat(expect(200, data.send(app)).jsonPath().getString("account"))
        .isEqualTo(member.id().toString());
    expect(403, as(data, reading()).send(app));
    provoke(data);

    createsAndChangesAccounts();
    makesRotatesAndEndsKeys();
    savesChangesAndDeletesSearches();

    var coverage = ContractCoverage.shared();
    assertThat(coverage.missingExamples(Operation::isAboutPeople)).isEmpty();
    assertThat(coverage.missingAnswers(Operation::isAboutPeople)).isEmpty();
  }

  private void createsAndChangesAccounts() {
    Call list = as(Call.of(DOCUMENT.operation("listAccounts")), admin);
    Response page = expect(200, list.withQuery("limit", "1").send(app));
    String next = page.jsonPath().getString("next");
    expect(200, list.withQuery("limit", "1").withQuery("cursor", next).send(app));
    expect(403, as(list, ofMember).send(app));
    provoke(list);

    Call create = withExample(as(Call.of(DOCUMENT.operation("createAccount")), admin));
    provoke(create);
    Response made = expect(201, create.send(app));
    String id = made.jsonPath().getString("id");
    assertThat(made.header("Location")).isEqualTo("/api/v1/accounts/" + id);
    expect(409, create.send(app));
    expect(403, as(create, ofMember).send(app));
    expect(422, create.withBody("application/json", "{\"email\": \"nobody\"}").send(app));

    Call read = as(Call.of(DOCUMENT.operation("getAccount")), admin).withId(id);
    expect(200, read.send(app));
    expect(403, as(read, ofMember).send(app));
    provoke(read);

    Call change =
        withExample(as(Call.of(DOCUMENT.operation("changeAccount")), admin))
            .withId(id)
            .with("Praya-Reason", "Left the company");
    provoke(change);
    expect(422, change.without("Praya-Reason").send(app));
    assertThat(expect(200, change.send(app)).jsonPath().getString("disabledAt")).isNotNull();
    expect(403, as(change, ofMember).send(app));
    String self =
        expect(200, as(Call.of(DOCUMENT.operation("getMe")), admin).send(app))
            .jsonPath()
            .getString("account");
    expect(409, change.withId(self).send(app));
    expect(
        200,
        change
            .withBody("application/json", "{\"role\": \"admin\", \"disabled\": false}")
            .send(app));
  }

  private void makesRotatesAndEndsKeys() {
    Call list = as(Call.of(DOCUMENT.operation("listKeys")), ofMember);
    expect(200, list.send(app));
    expect(403, as(list, reading()).send(app));
    provoke(list);

    Call create = withExample(as(Call.of(DOCUMENT.operation("createKey")), ofMember));
    provoke(create);
    Response made = expect(201, create.send(app));
    String id = made.jsonPath().getString("id");
    expect(403, as(create, reading()).send(app));
    expect(
        422,
        create
            .withBody(
                "application/json",
                "{\"name\": \"x\", \"role\": \"admin\", \"scopes\": [\"read\"]}")
            .send(app));

    Call rotate = withExample(as(Call.of(DOCUMENT.operation("rotateKey")), ofMember)).withId(id);
    provoke(rotate);
    expect(403, as(rotate, reading()).send(app));
    expect(200, rotate.send(app));

    Call revoke = as(Call.of(DOCUMENT.operation("revokeKey")), ofMember).withId(id);
    provoke(revoke);
    expect(403, as(revoke, reading()).send(app));
    expect(204, revoke.send(app));
    expect(204, revoke.send(app));
    expect(409, rotate.send(app));
    expect(404, revoke.withId(new java.util.UUID(0, 1).toString()).send(app));
  }

  private void savesChangesAndDeletesSearches() {
    Call list = as(Call.of(DOCUMENT.operation("listSavedSearches")), ofMember);
    expect(200, list.send(app));
    expect(403, as(list, narrow).send(app));
    provoke(list);

    Call create = withExample(as(Call.of(DOCUMENT.operation("createSavedSearch")), ofMember));
    expect(403, create.send(app));
    var core = app.app().core();
    new ConsentService(core.database(), core.journal(), core.clock())
        .give(core.sessions().actor(member), member.id(), 1, Language.EN);
    provoke(create);
    Response made = expect(201, create.send(app));
    String id = made.jsonPath().getString("id");
    assertThat(made.header("Location")).isEqualTo("/api/v1/saved-searches/" + id);
    expect(403, as(create, reading()).send(app));
    expect(422, create.withBody("application/json", "{\"q\": \" \"}").send(app));

    Call change =
        withExample(as(Call.of(DOCUMENT.operation("changeSavedSearch")), ofMember)).withId(id);
    provoke(change);
    assertThat(expect(200, change.send(app)).jsonPath().getString("feed.rss")).contains("/feeds/");
    expect(403, as(change, reading()).send(app));
    expect(422, change.withBody("application/json", "{\"feed\": 1}").send(app));
    expect(200, list.send(app));
    for (int i = 1; i < 50; i++) {
      expect(201, create.send(app));
    }
    expect(409, create.send(app));

    Call delete = as(Call.of(DOCUMENT.operation("deleteSavedSearch")), ofMember).withId(id);
    provoke(delete);
    expect(403, as(delete, reading()).send(app));
    expect(204, delete.send(app));
    expect(404, delete.send(app));
    expect(404, change.send(app));
  }

  private void provoke(Call good) {
    Provocation.provoke(good, app);
  }

  private static Call as(Call call, String key) {
    return call.with("Authorization", "Bearer " + key);
  }

  private static Call withExample(Call call) {
    Map.Entry<String, Place> type = call.operation().requestTypes().getFirst();
    JsonNode body = Operation.examples(type.getValue()).getFirst().getValue();
    return call.withBody(type.getKey(), body.toString());
  }

  private Account account(String role) {
    var invitation =
        new AccountService.Invitation(
            role + "-of-the-contract@ferry.example", Role.of(role), Language.EN);
    return accounts.create(invitation, Actor.command("test"));
  }

  private String key(Account account, Role role) {
    return key(account, new ApiKeyService.Wish("contract", role, Scope.ALL, null));
  }

  private String key(Account account, ApiKeyService.Wish wish) {
    var actor = app.app().core().sessions().actor(account);
    return app.app().core().keys().create(wish, actor).secret().text();
  }

  /** Good for anything but reading. */
  private String narrowKey() {
    var scopes = java.util.Set.of(Scope.PEOPLE);
    return key(member, new ApiKeyService.Wish("narrow", Role.MEMBER, scopes, null));
  }

  /** Good for reading only. */
  private String reading() {
    var end = java.time.Instant.now().plus(Duration.ofDays(1));
    return key(
        member, new ApiKeyService.Wish("reading", Role.MEMBER, java.util.Set.of(Scope.READ), end));
  }
}
