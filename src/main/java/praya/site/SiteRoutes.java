package praya.site;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import praya.domain.Action;
import praya.domain.Language;
import praya.http.Answers;
import praya.http.Caller;
import praya.http.PublicUrl;
import praya.http.Query;
import praya.http.Routes;
import praya.taxonomy.TaxonomyService;

/** Statistics, the health of the program, and the description of the API. */
public final class SiteRoutes {
  private final StatisticsService statistics;
  private final FigureService figures;
  private final TaxonomyService taxonomy;
  private final Supplier<Health> health;
  private final byte[] openApi;

  public SiteRoutes(
      StatisticsService statistics,
      FigureService figures,
      TaxonomyService taxonomy,
      Supplier<Health> health,
      PublicUrl publicUrl) {
    this.statistics = statistics;
    this.figures = figures;
    this.taxonomy = taxonomy;
    this.health = health;
    // In the file the server is "/", which is right wherever it is read from; here it is known.
    this.openApi =
        new String(openApi(), StandardCharsets.UTF_8)
            .replace("\n  - url: /\n", "\n  - url: " + publicUrl.origin() + "\n")
            .getBytes(StandardCharsets.UTF_8);
  }

  public void add(Routes routes) {
    routes.get("/api/v1/stats", Action.READ_DIRECTORY, this::stats);
    routes.get("/api/v1/health", Action.READ_DIRECTORY, this::health);
    routes.get("/openapi.yaml", Action.READ_DIRECTORY, this::openApi);
  }

  /** The description of the API as it is shipped with the program. */
  static byte[] openApi() {
    try (InputStream file =
        Objects.requireNonNull(SiteRoutes.class.getResourceAsStream("/openapi.yaml"))) {
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void openApi(Context context) {
    Query.of(context).done();
    context.contentType("application/yaml; charset=utf-8").result(openApi);
  }

  private void stats(Context context) {
    Query query = Query.of(context);
    Language language = query.language().orElse(Language.EN);
    query.done();
    Answers.json(
        context,
        StatisticsJson.of(
            statistics.today(Caller.of(context).viewer()),
            figures.list(),
            taxonomy.current(),
            language));
  }

  private void health(Context context) {
    Query.of(context).done();
    Health now = health.get();
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("status", now.ready() ? "up" : "rebuilding");
    json.put("version", now.version());
    json.put("position", now.position());
    json.put("views", now.views().stream().map(SiteRoutes::json).toList());
    context.header("Cache-Control", "no-store");
    Answers.json(context, json);
  }

  private static Map<String, @Nullable Object> json(Health.View view) {
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("name", view.name());
    json.put("ready", view.ready());
    json.put("position", view.position());
    json.put("behind", view.behind());
    return json;
  }
}
