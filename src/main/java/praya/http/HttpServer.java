package praya.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import io.javalin.http.staticfiles.Location;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.Callback;
import praya.domain.Action;
import praya.domain.Problem;
import praya.json.Json;

/** The HTTP server: Javalin on virtual threads, with our headers, errors and limits. */
public final class HttpServer implements AutoCloseable {
  /** Longer than any answer should take; a stop waits so long for requests in flight. */
  private static final long STOP_TIMEOUT_MILLIS = 10_000;

  private final Javalin javalin;
  private final Map<String, Action> actions;

  private HttpServer(Javalin javalin, Map<String, Action> actions) {
    this.javalin = javalin;
    this.actions = Map.copyOf(actions);
  }

  /** Where the server listens, where people reach it, and what stands before every route. */
  public record Setup(
      Listener listener,
      PublicUrl publicUrl,
      TrustedProxies proxies,
      RateLimits limits,
      Forms forms,
      Gate gate) {}

  /** Renders the page of a problem for a browser. */
  public interface ErrorPages {
    String render(Context context, ProblemDocument problem);
  }

  public static HttpServer start(
      Setup setup,
      Caller.Authentication authentication,
      ErrorPages errorPages,
      Consumer<Routes> features) {
    var actions = new TreeMap<String, Action>();
    Javalin javalin =
        Javalin.create(config -> {
          serve(config, setup);
          config.staticFiles.enableWebjars();
          config.staticFiles.add(files -> {
            files.hostedPath = "/";
            files.directory = "/static";
            files.location = Location.CLASSPATH;
            files.headers = Map.of("Cache-Control", "public, max-age=3600");
          });
          new ErrorResponses(errorPages).register(config.routes);
          config.routes.before(context -> {
            refuseControlCharacters(context);
            requireEncryption(context, setup);
            Caller.identify(context, authentication);
            Accept.check(context);
          });
          var routes = new Routes(config.routes, setup);
          features.accept(routes);
          actions.putAll(routes.actions());
        });
    return new HttpServer(javalin.start(), actions);
  }

  private static void serve(JavalinConfig config, Setup setup) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.concurrency.useVirtualThreads = true;
    config.http.maxRequestSize = Body.MAX_BYTES;
    config.http.prefer405over404 = true;
    config.http.defaultContentType = "text/plain; charset=utf-8";
    config.jetty.modifyHttpConfiguration(ServerLimits::set);
    config.jetty.addConnector((server, http) -> ServerLimits.connector(server, http, setup));
    var guard = new Guard(setup.publicUrl(), setup.proxies());
    config.jetty.modifyServer(server -> {
      server.setStopTimeout(STOP_TIMEOUT_MILLIS);
      server.insertHandler(new GracefulHandler());
      server.insertHandler(new HeadAsGet());
      server.insertHandler(new SlowSenders(SlowSenders.Times.DEFAULT));
      server.insertHandler(guard);
      server.setErrorHandler((request, response, callback) -> {
        int status = response.getStatus() < 400 ? 400 : response.getStatus();
        response.setStatus(status);
        guard.refused(request, response);
        return refused(response, callback);
      });
    });
  }

  /** What Jetty refuses by itself, such as a broken address, is told like every other problem. */
  private static boolean refused(Response response, Callback callback) {
    int status = response.getStatus();
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/problem+json; charset=utf-8");
    var problem =
        ProblemDocument.of(
            status,
            status < 500 ? "malformed" : "error",
            "The request is refused",
            "The request line, the address or a header cannot be read.");
    byte[] body = Json.bytes(problem.json("/"));
    Content.Sink.write(response, true, new String(body, StandardCharsets.UTF_8), callback);
    return true;
  }

  /** No address of ours has one, and PostgreSQL cannot even be asked for it. */
  private static void refuseControlCharacters(Context context) {
    if (context.path().chars().anyMatch(Character::isISOControl)) {
      throw new Problem.NotFound("There is nothing at such an address.");
    }
  }

  /** What came in clear although the site is encrypted is led to it, or refused when it writes. */
  private static void requireEncryption(Context context, Setup setup) {
    var client = ClientAddress.identify(context, setup.proxies());
    if (!setup.publicUrl().secure() || client.encrypted() != ClientAddress.Encryption.NO) {
      return;
    }
    if (!context.method().equals(HandlerType.GET) || context.header("Authorization") != null) {
      throw new Problem.Forbidden(
          "The request came over a connection that others can read. Send it to "
              + setup.publicUrl().origin()
              + ", and take a new key if it carried one.");
    }
    String query = context.queryString();
    context
        .header("Cache-Control", "no-store")
        .redirect(
            setup.publicUrl().at(context.path()) + (query == null ? "" : "?" + query),
            HttpStatus.PERMANENT_REDIRECT);
    context.skipRemainingHandlers();
  }

  /** HEAD is GET whose body Jetty leaves out, so every page and answer has it. */
  private static final class HeadAsGet extends Handler.Wrapper {
    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
      Request asGet =
          HttpMethod.HEAD.is(request.getMethod())
              ? new Request.Wrapper(request) {
                @Override
                public String getMethod() {
                  return HttpMethod.GET.asString();
                }
              }
              : request;
      return super.handle(asGet, response, callback);
    }
  }

  /** The port that the server listens on. */
  public int port() {
    return javalin.port();
  }

  /** Every route as method and path, e.g. {@code GET /api/v1/offers/{id}}. */
  public Set<String> routes() {
    var routes = new TreeSet<String>();
    javalin.unsafe.internalRouter.allHttpHandlers().stream()
        .map(handler -> handler.endpoint)
        .filter(endpoint -> endpoint.method.isHttpMethod())
        .forEach(endpoint -> routes.add(endpoint.method + " " + endpoint.path));
    return routes;
  }

  /** The action that each route stands for. */
  public Map<String, Action> actions() {
    return actions;
  }

  /** Ends requests in flight, then stops. */
  @Override
  public void close() {
    javalin.stop();
  }
}
