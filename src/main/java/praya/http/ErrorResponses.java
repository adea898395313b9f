package praya.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.util.List;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import praya.domain.Problem;
import praya.json.Json;

/**
 * The one place where problems and errors become responses. An error of ours is logged once with
 * the id of the request, and the response carries that id and nothing else of it.
 */
final class ErrorResponses {
  private static final Logger LOG = LoggerFactory.getLogger(ErrorResponses.class);

  /** Long enough for a rebuild of the seed's size, short enough to notice that it is done. */
  private static final String RETRY_AFTER_SECONDS = "2";

  private final HttpServer.ErrorPages pages;

  ErrorResponses(HttpServer.ErrorPages pages) {
    this.pages = pages;
  }

  void register(RoutesConfig routes) {
    routes.exception(
        Problem.class, (problem, context) -> send(context, ProblemDocument.of(problem)));
    routes.exception(Problem.Moved.class, this::move);
    routes.exception(
        Problem.TooMany.class,
        (problem, context) -> {
          context.header("Retry-After", Long.toString(problem.waitSeconds()));
          send(context, ProblemDocument.of(problem));
        });
    routes.exception(
        Problem.Unauthenticated.class, (problem, context) -> lead(problem, context, "/sign-in"));
    routes.exception(
        Problem.ConsentMissing.class,
        (problem, context) -> lead(problem, context, "/account/consent"));
    routes.exception(Refusal.class, (e, context) -> send(context, e.problem()));
    routes.exception(
        HttpResponseException.class,
        (e, context) -> {
          String methods = e.getDetails().get("availableMethods");
          if (methods != null) {
            context.header("Allow", methods.replace("GET", "GET, HEAD"));
          }
          send(context, framework(e, context));
        });
    routes.exception(Exception.class, (e, context) -> send(context, ours(e, context)));
  }

  /**
   * A person at a page is led to where the problem is mended, and back; a program is told. What a
   * form would have done is not done by coming back to it: only a page is worth returning to.
   */
  private void lead(Problem problem, Context context, String there) {
    if (!wantsPage(context) || context.header("HX-Request") != null) {
      send(context, ProblemDocument.of(problem));
      return;
    }
    boolean returns = context.method().toString().equals("GET");
    String wanted = Address.parse(context.path(), context.queryString()).href();
    Address target = returns ? Address.of(there).with("next", wanted) : Address.of(there);
    context.status(303).header("Cache-Control", "no-store").header("Location", target.href());
  }

  /** A reader is led to the same address under the present name; a writer must know it. */
  private void move(Problem.Moved moved, Context context) {
    String path = context.path();
    String old = "/" + moved.from();
    boolean named = path.endsWith(old) || path.contains(old + "/");
    if (!named || !context.method().toString().equals("GET")) {
      send(context, ProblemDocument.of(moved));
      return;
    }
    String query = context.queryString();
    context
        .status(308)
        .header(
            "Location",
            path.replaceFirst(Pattern.quote(old) + "(?=/|$)", "/" + moved.to())
                + (query == null ? "" : "?" + query));
  }

  /** The server refuses it before any route of ours runs, or finds no route. */
  private static ProblemDocument framework(HttpResponseException e, Context context) {
    return switch (e.getStatus()) {
      case 404 ->
          ProblemDocument.of(
              404, "not-found", "Not found", "There is nothing at (" + context.path() + ").");
      case 405 ->
          ProblemDocument.of(
              405,
              "method-not-allowed",
              "The method is not allowed",
              "The method (" + context.method() + ") is not allowed at (" + context.path() + ").");
      case 413 ->
          ProblemDocument.of(
              413,
              "too-large",
              "The body is too large",
              "The body must have at most " + Body.MAX_BYTES + " bytes.");
      default ->
          ProblemDocument.of(
              e.getStatus(),
              "refused",
              "The request is refused",
              "The server refuses the request.");
    };
  }

  private static ProblemDocument ours(Exception e, Context context) {
    RequestNote note = RequestNote.of(context);
    String incident = note.id();
    LOG.error("Incident {} at {} {}", incident, context.method(), note.route(), e);
    return new ProblemDocument(
        500,
        "error",
        "Something went wrong on our side",
        "It is logged as incident "
            + incident
            + ". Try again; if it stays, tell staff this number.",
        List.of(),
        incident);
  }

  private void send(Context context, ProblemDocument problem) {
    context.status(problem.status());
    if (problem.status() == 503) {
      context.header("Retry-After", RETRY_AFTER_SECONDS);
    }
    if (problem.status() == 401) {
      context.header("WWW-Authenticate", "Bearer realm=\"praya\"");
    }
    context.header("Cache-Control", "no-store");
    if (wantsPage(context)) {
      context.contentType("text/html; charset=utf-8").result(pages.render(context, problem));
    } else {
      context
          .contentType("application/problem+json; charset=utf-8")
          .result(Json.bytes(problem.json(context.path())));
    }
  }

  private static boolean wantsPage(Context context) {
    String accept = context.header("Accept");
    return !context.path().startsWith("/api/")
        && accept != null
        && (accept.contains("text/html") || "true".equals(context.header("HX-Request")));
  }
}
