package praya.identity;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import praya.domain.Action;
import praya.domain.Actor;
import praya.domain.Identifiers;
import praya.domain.Problem;
import praya.domain.Role;
import praya.domain.Scope;
import praya.http.Caller;
import praya.http.Frame;
import praya.http.PageContext;
import praya.http.Routes;

/** The desk of staff: the state of the program, and all API keys. */
public final class StaffPages {
  private final ApiKeyService keys;
  private final BiFunction<Frame, Actor, State> state;
  private final PageContext pages;

  /** What the page shows of the running program, in the words of a frame. */
  public record State(
      List<StaffPage.View> views, List<StaffPage.Count> counts, List<StaffPage.Queue> queues) {
    public State {
      views = List.copyOf(views);
      counts = List.copyOf(counts);
      queues = List.copyOf(queues);
    }
  }

  public StaffPages(ApiKeyService keys, BiFunction<Frame, Actor, State> state, PageContext pages) {
    this.keys = keys;
    this.state = state;
    this.pages = pages;
  }

  public void add(Routes routes) {
    routes.get("/staff", Action.READ_STAFF_DESK, context -> show(context, null));
    routes.post("/staff/keys", Action.MANAGE_STAFF_KEYS, this::createKey);
    routes.post("/staff/keys/{id}/revoke", Action.MANAGE_STAFF_KEYS, this::revokeKey);
  }

  private void show(Context context, @Nullable String created) {
    Frame frame =
        pages.frame(context, Frame.Head.of(pages.texts(context).say("staff.title"), null));
    State now = state.apply(frame, Caller.of(context));
    List<StaffPage.Key> all =
        keys.list().stream()
            .map(key ->
                new StaffPage.Key(
                    key.id().toString(),
                    key.name(),
                    key.role().code(),
                    key.createdAt(),
                    key.revokedAt()))
            .toList();
    var page = new StaffPage(now, all, created);
    pages.send(context, "identity/staff.jte", frame, page);
    context.header("Cache-Control", "no-store");
  }

  private void createKey(Context context) {
    String name = Objects.requireNonNullElse(context.formParam("name"), "");
    Actor actor = Caller.of(context);
    var wish = new ApiKeyService.Wish(name, Role.STAFF, Set.of(Scope.READ, Scope.WRITE), null);
    show(context, keys.create(wish, actor).secret().text());
  }

  private void revokeKey(Context context) {
    keys.revoke(id(context, "API key"), Caller.of(context));
    context.redirect("/staff", HttpStatus.SEE_OTHER);
  }

  /** The id in the address; what cannot be one names nothing. */
  static UUID id(Context context, String what) {
    String id = context.pathParam("id");
    return Identifiers.read(id)
        .orElseThrow(() -> new Problem.NotFound("There is no " + what + " (" + id + ")."));
  }
}
