package praya.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.Map;
import java.util.TreeMap;
import praya.domain.Action;
import praya.domain.Actor;
import praya.domain.Permission;
import praya.limit.Limit;

/**
 * The routes of the program. A route cannot be added without the action that it stands for, and the
 * action is asked for before the handler runs: whether the caller may do it to anybody at all.
 * Whether they may do it to this organisation is asked where the organisation is known.
 */
public final class Routes {
  private static final String API = "/api/";

  private final RoutesConfig javalin;
  private final RateLimits limits;
  private final Forms forms;
  private final Gate gate;
  private final Map<String, Action> actions = new TreeMap<>();

  Routes(RoutesConfig javalin, HttpServer.Setup setup) {
    this.javalin = javalin;
    this.limits = setup.limits();
    this.forms = setup.forms();
    this.gate = setup.gate();
  }

  public Routes get(String path, Action action, Handler handler) {
    return add(HandlerType.GET, path, action, handler);
  }

  public Routes post(String path, Action action, Handler handler) {
    return add(HandlerType.POST, path, action, handler);
  }

  public Routes put(String path, Action action, Handler handler) {
    return add(HandlerType.PUT, path, action, handler);
  }

  public Routes patch(String path, Action action, Handler handler) {
    return add(HandlerType.PATCH, path, action, handler);
  }

  public Routes delete(String path, Action action, Handler handler) {
    return add(HandlerType.DELETE, path, action, handler);
  }

  /** Every route as method and path, e.g. {@code GET /api/v1/offers/{id}}, with its action. */
  Map<String, Action> actions() {
    return Map.copyOf(actions);
  }

  private Routes add(HandlerType method, String path, Action action, Handler handler) {
    actions.put(method + " " + path, action);
    javalin.addHttpHandler(
        method,
        path,
        context -> {
          RequestNote.of(context).route(path);
          limits.take(limit(method, action, Caller.of(context)), context);
          if (!HandlerType.GET.equals(method) && !path.startsWith(API)) {
            forms.require(context);
          }
          Permission.require(Caller.of(context), action);
          gate.pass(Caller.of(context), action);
          handler.handle(context);
        });
    return this;
  }

  /** Who is known already does not try to sign in. */
  private static Limit limit(HandlerType method, Action action, Actor caller) {
    if (HandlerType.GET.equals(method)) {
      return Limit.READ;
    }
    return action == Action.SIGN_IN && !caller.isKnown() ? Limit.SIGN_IN : Limit.WRITE;
  }
}
