package praya.http;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import praya.domain.Action;
import praya.domain.Actor;
import praya.domain.Language;
import praya.domain.Problem;
import praya.domain.Viewer;
import praya.domain.Written;
import praya.json.Fields;
import praya.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The routes that every kind of record has: create, read, replace, change in part and delete, with
 * versions as entity tags. The services say who may write what.
 */
public final class ResourceRoutes<T, C> {
  private final Resource<T, C> resource;
  private final Idempotency idempotency;

  private ResourceRoutes(Resource<T, C> resource, Idempotency idempotency) {
    this.resource = resource;
    this.idempotency = idempotency;
  }

  public static <T, C> void add(Routes routes, Resource<T, C> resource, Idempotency idempotency) {
    var all = new ResourceRoutes<>(resource, idempotency);
    routes.post(resource.path(), resource.creating(), all::create);
    routes.get(resource.path() + "/{id}", Action.READ_DIRECTORY, all::show);
    routes.put(resource.path() + "/{id}", resource.editing(), all::replace);
    routes.patch(resource.path() + "/{id}", resource.editing(), all::patch);
    routes.delete(resource.path() + "/{id}", resource.deleting(), all::delete);
  }

  /** Only the chosen fields of a representation, and always its id; all when none is chosen. */
  public static void select(Map<String, @Nullable Object> json, Set<String> fields) {
    if (!fields.isEmpty()) {
      json.keySet().removeIf(name -> !fields.contains(name) && !name.equals("id"));
    }
  }

  private void create(Context context) {
    Actor actor = Caller.of(context);
    Query.of(context).done();
    byte[] body = Body.read(context);
    idempotency.run(
        context,
        actor,
        body,
        () -> {
          var fields = new Fields(Body.object(body), Fields.Spelling.CAMEL);
          String id = wantedId(fields);
          C content = parse(fields);
          Written<T> written = resource.create(content, id, actor);
          var headers = new LinkedHashMap<String, String>();
          headers.put("Location", resource.path() + "/" + resource.id(written.value()));
          headers.put("ETag", tag(written.value(), actor));
          headers.put(Answers.POSITION, Long.toString(written.position()));
          return new Idempotency.Answer(
              201, headers, Json.bytes(resource.json(written.value(), actor.viewer())));
        });
  }

  private void show(Context context) {
    Query query = Query.of(context, resource.parameters());
    Viewer viewer = Caller.of(context).viewer();
    T value = resource.get(context.pathParam("id"), viewer);
    var json = resource.json(value, viewer);
    Set<String> fields = query.fields(json.keySet());
    query.done();
    select(json, fields);
    var language = query.language();
    language.ifPresent(found -> resource.label(json, value, found));
    String variant =
        language.map(Language::tag).orElse("")
            + (fields.isEmpty() ? "" : "." + Integer.toHexString(fields.hashCode()))
            + mark(viewer);
    Answers.tagged(context, resource.version(value), variant, json);
  }

  private void replace(Context context) {
    Actor actor = Caller.of(context);
    Query.of(context).done();
    var fields = new Fields(Body.object(context), Fields.Spelling.CAMEL);
    String id = context.pathParam("id");
    long version = Answers.requiredVersion(context);
    require(version, id, actor.viewer());
    fields.ignore("id");
    send(context, actor, resource.replace(id, version, parse(fields), actor));
  }

  /** A JSON merge patch (RFC 7396) of the representation that the caller sees. */
  private void patch(Context context) {
    Actor actor = Caller.of(context);
    Query.of(context).done();
    ObjectNode patch = Body.object(context);
    String id = context.pathParam("id");
    long version = Answers.requiredVersion(context);
    T current = require(version, id, actor.viewer());
    ObjectNode merged = Json.tree(resource.json(current, actor.viewer()));
    merge(merged, patch);
    var fields = new Fields(merged, Fields.Spelling.CAMEL);
    fields.ignore("id");
    send(context, actor, resource.replace(id, version, parse(fields), actor));
  }

  private void delete(Context context) {
    Actor actor = Caller.of(context);
    Query.of(context).done();
    long version = Answers.requiredVersion(context);
    long position = resource.delete(context.pathParam("id"), version, actor);
    context.header(Answers.POSITION, Long.toString(position)).status(204);
  }

  /** The record, if it is still at the version that the caller changes. */
  private T require(long version, String id, Viewer viewer) {
    T current = resource.get(id, viewer);
    if (resource.version(current) != version) {
      throw new Problem.Stale(
          "The record is at version ("
              + resource.version(current)
              + "), the change is for version ("
              + version
              + "). Read it again and repeat the change.");
    }
    return current;
  }

  /** The id that a caller chooses for a new record; it becomes a part of addresses. */
  private static @Nullable String wantedId(Fields fields) {
    String id = fields.text("id", 63);
    if (id != null && !id.matches("[a-z0-9]([a-z0-9-]*[a-z0-9])?")) {
      return fields.fault("id", id, "must be small letters, digits and hyphens, such as offer-001");
    }
    return id;
  }

  private C parse(Fields fields) {
    // The server's own fields may come back with a record that was read here; they are not read.
    fields.ignore("version", "labels");
    C content = resource.parse(fields);
    fields.done();
    return content;
  }

  private void send(Context context, Actor actor, Written<T> written) {
    context
        .header("ETag", tag(written.value(), actor))
        .header(Answers.POSITION, Long.toString(written.position()));
    Answers.json(context, resource.json(written.value(), actor.viewer()));
  }

  private String tag(T value, Actor actor) {
    return Answers.tag(resource.version(value), mark(actor.viewer()));
  }

  /** Viewers may see one version of a record differently: without its owner, for example. */
  private static String mark(Viewer viewer) {
    return viewer.mark().isEmpty() ? "" : "." + viewer.mark();
  }

  private static void merge(ObjectNode target, ObjectNode patch) {
    for (Map.Entry<String, JsonNode> change : patch.properties()) {
      JsonNode value = change.getValue();
      if (value.isNull()) {
        // Kept as null rather than removed, so that a field that nobody knows is still refused.
        target.set(change.getKey(), value);
      } else if (value instanceof ObjectNode inner
          && target.get(change.getKey()) instanceof ObjectNode old) {
        merge(old, inner);
      } else {
        target.set(change.getKey(), value);
      }
    }
  }
}
