package praya.identity;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import praya.domain.Action;
import praya.domain.Actor;
import praya.domain.Identifiers;
import praya.domain.Language;
import praya.domain.Role;
import praya.domain.Scope;
import praya.http.Answers;
import praya.http.Body;
import praya.http.Caller;
import praya.http.Page;
import praya.http.Query;
import praya.http.Routes;
import praya.json.Fields;

/** Accounts over HTTP: who one is, and for admins who else there is. */
public final class AccountRoutes {
  private static final String PATH = "/api/v1/accounts";
  private static final List<Role> ROLES = List.of(Role.MEMBER, Role.STAFF, Role.ADMIN);

  private final AccountService accounts;

  public AccountRoutes(AccountService accounts) {
    this.accounts = accounts;
  }

  public void add(Routes routes) {
    routes.get("/api/v1/me", Action.READ_OWN_ACCOUNT, this::me);
    routes.get(PATH, Action.MANAGE_ACCOUNTS, this::list);
    routes.post(PATH, Action.MANAGE_ACCOUNTS, this::create);
    routes.get(PATH + "/{id}", Action.MANAGE_ACCOUNTS, this::show);
    routes.patch(PATH + "/{id}", Action.MANAGE_ACCOUNTS, this::change);
  }

  private void me(Context context) {
    Query.of(context).done();
    Actor actor = Caller.of(context);
    Account account = actor.account() == null ? null : accounts.get(actor.account());
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("actor", actor.name());
    json.put("account", account == null ? null : account.id());
    json.put("name", account == null ? null : account.person().name());
    json.put("email", account == null ? null : account.person().email());
    json.put("language", account == null ? null : account.person().language().tag());
    json.put("role", actor.role().code());
    json.put("scopes", actor.scopes().stream().sorted().map(Scope::code).toList());
    json.put("organisations", actor.organisations().stream().sorted().toList());
    context.header("Cache-Control", "no-store");
    Answers.json(context, json);
  }

  private void list(Context context) {
    Query query = Query.of(context, "limit", "cursor");
    Page.Request request = Page.Request.of(query);
    query.done();
    UUID after = request.after() == null ? null : uuid(request.after());
    List<Account> found = accounts.list(after, request.limit() + 1, Caller.of(context));
    Page<Account> page =
        Page.of(found, request, accounts.count(), account -> account.id().toString());
    context.header("Cache-Control", "no-store");
    Answers.json(context, page.json(AccountRoutes::json));
  }

  private void create(Context context) {
    Query.of(context).done();
    var fields = new Fields(Body.object(context), Fields.Spelling.CAMEL);
    String email = fields.requiredText("email", EmailAddress.MAX_LENGTH);
    Role role = fields.choice("role", ROLES, Role::code, Role.MEMBER);
    Language language =
        fields.choice("language", Arrays.asList(Language.values()), Language::tag, Language.EN);
    fields.done();
    Account made =
        accounts.create(new AccountService.Invitation(email, role, language), Caller.of(context));
    context.status(201).header("Location", PATH + "/" + made.id());
    Answers.json(context, json(made));
  }

  private void show(Context context) {
    Query.of(context).done();
    context.header("Cache-Control", "no-store");
    Answers.json(context, json(accounts.get(uuid(context.pathParam("id")))));
  }

  /** A role and whether it is disabled; what is left out stays. */
  private void change(Context context) {
    Query.of(context).done();
    var fields = new Fields(Body.object(context), Fields.Spelling.CAMEL);
    UUID id = uuid(context.pathParam("id"));
    Account now = accounts.get(id);
    Role role = fields.choice("role", ROLES, Role::code, now.role());
    Boolean disabled = fields.bool("disabled");
    fields.done();
    Actor actor = Caller.of(context);
    accounts.change(id, role, disabled == null ? now.isDisabled() : disabled, actor);
    Answers.json(context, json(accounts.get(id)));
  }

  /** What cannot be an id is the id of nobody. */
  private static UUID uuid(String text) {
    return Identifiers.read(text).orElse(new UUID(0, 0));
  }

  private static Map<String, @Nullable Object> json(Account account) {
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("id", account.id());
    json.put("email", account.person().email());
    json.put("name", account.person().name());
    json.put("language", account.person().language().tag());
    json.put("role", account.role().code());
    json.put("builtIn", account.builtIn());
    json.put("createdAt", account.createdAt());
    json.put("disabledAt", account.disabledAt());
    return json;
  }
}
