package praya.identity;

import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import praya.domain.Action;
import praya.domain.Actor;
import praya.domain.Identifiers;
import praya.domain.Problem;
import praya.domain.Role;
import praya.domain.Scope;
import praya.http.Answers;
import praya.http.Body;
import praya.http.Caller;
import praya.http.Query;
import praya.http.Routes;
import praya.json.Fields;

/** One's own API keys over HTTP. */
public final class KeyRoutes {
  private static final String PATH = "/api/v1/keys";

  private final ApiKeyService keys;

  public KeyRoutes(ApiKeyService keys) {
    this.keys = keys;
  }

  public void add(Routes routes) {
    routes.get(PATH, Action.MANAGE_OWN_ACCOUNT, this::list);
    routes.post(PATH, Action.MANAGE_OWN_ACCOUNT, this::create);
    routes.post(PATH + "/{id}/rotate", Action.MANAGE_OWN_ACCOUNT, this::rotate);
    routes.delete(PATH + "/{id}", Action.MANAGE_OWN_ACCOUNT, this::revoke);
  }

  private void list(Context context) {
    Query.of(context).done();
    List<ApiKey> own = keys.own(Caller.of(context));
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("items", own.stream().map(KeyRoutes::json).toList());
    json.put("total", own.size());
    json.put("next", null);
    context.header("Cache-Control", "no-store");
    Answers.json(context, json);
  }

  private void create(Context context) {
    Query.of(context).done();
    Actor actor = Caller.of(context);
    var fields = new Fields(Body.object(context), Fields.Spelling.CAMEL);
    String name = fields.requiredText("name", 100);
    Role role = fields.choice("role", Arrays.asList(Role.values()), Role::code, actor.role());
    Set<Scope> scopes = scopes(fields);
    Instant expiresAt = fields.moment("expiresAt");
    fields.done();
    var made = keys.create(new ApiKeyService.Wish(name, role, scopes, expiresAt), actor);
    context.status(201).header("Location", PATH + "/" + made.key().id());
    send(context, made);
  }

  private static Set<Scope> scopes(Fields fields) {
    Set<Scope> scopes = EnumSet.noneOf(Scope.class);
    List<String> unknown = new ArrayList<>();
    for (String code : fields.texts("scopes", Scope.values().length, 20)) {
      Optional<Scope> scope =
          Arrays.stream(Scope.values()).filter(s -> s.code().equals(code)).findFirst();
      scope.ifPresentOrElse(scopes::add, () -> unknown.add(code));
    }
    if (!unknown.isEmpty()) {
      fields.fault("scopes", String.join(", ", unknown), "must be read, write or people");
    }
    return scopes;
  }

  private void rotate(Context context) {
    Query.of(context).done();
    var fields = new Fields(Body.object(context), Fields.Spelling.CAMEL);
    Integer overlap =
        fields.integer("overlapSeconds", 0, (int) ApiKeyService.LONGEST_OVERLAP.toSeconds());
    fields.done();
    int seconds = Objects.requireNonNullElse(overlap, 0);
    send(context, keys.rotate(id(context), Duration.ofSeconds(seconds), Caller.of(context)));
  }

  private void revoke(Context context) {
    Query.of(context).done();
    keys.revoke(id(context), Caller.of(context));
    context.status(204);
  }

  private static UUID id(Context context) {
    String id = context.pathParam("id");
    return Identifiers.read(id)
        .orElseThrow(() -> new Problem.NotFound("There is no API key (" + id + ")."));
  }

  private static void send(Context context, ApiKeyService.Created made) {
    Map<String, @Nullable Object> json = json(made.key());
    json.put("secret", made.secret().text());
    context.header("Cache-Control", "no-store");
    Answers.json(context, json);
  }

  private static Map<String, @Nullable Object> json(ApiKey key) {
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("id", key.id());
    json.put("name", key.name());
    json.put("role", key.role().code());
    json.put("scopes", key.grant().scopes().stream().sorted().map(Scope::code).toList());
    json.put("createdAt", key.createdAt());
    json.put("expiresAt", key.expiresAt());
    json.put("lastUsedAt", key.lastUsedAt());
    json.put("revokedAt", key.revokedAt());
    return json;
  }
}
