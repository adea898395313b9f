package praya.site;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import praya.domain.Action;
import praya.domain.Viewer;
import praya.http.Caller;
import praya.http.Frame;
import praya.http.PageContext;
import praya.http.Phrase;
import praya.http.Routes;
import praya.http.Source;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The pages {@code /about} and {@code /api}. */
public final class AboutPages {
  private final StatisticsService statistics;
  private final FigureService figures;
  private final PageContext pages;
  private @Nullable ApiPage api;

  public AboutPages(StatisticsService statistics, FigureService figures, PageContext pages) {
    this.statistics = statistics;
    this.figures = figures;
    this.pages = pages;
  }

  public void add(Routes routes) {
    routes.get("/about", Action.READ_DIRECTORY, this::about);
    routes.get("/api", Action.READ_DIRECTORY, this::api);
  }

  private void about(Context context) {
    var texts = pages.texts(context);
    Frame frame =
        pages.frame(
            context, Frame.Head.of(texts.say("about.title"), texts.say("about.description")));
    pages.send(
        context,
        "site/about.jte",
        frame,
        new AboutPage(figures(frame), holdings(frame, Caller.of(context).viewer())));
  }

  private void api(Context context) {
    var texts = pages.texts(context);
    Frame frame =
        pages.frame(context, Frame.Head.of(texts.say("api.title"), texts.say("api.description")));
    pages.send(context, "site/api.jte", frame, description());
  }

  /** Read on the first call: parsing the description would be a tenth of the time of a start. */
  private synchronized ApiPage description() {
    if (api == null) {
      api = new ApiDocument(new YAMLMapper().readTree(SiteRoutes.openApi())).page();
    }
    return api;
  }

  private List<AboutPage.Figure> figures(Frame frame) {
    Map<String, List<Figure>> byCode = new LinkedHashMap<>();
    figures.list().forEach(f -> byCode.computeIfAbsent(f.code(), c -> new ArrayList<>()).add(f));
    List<AboutPage.Figure> shown = new ArrayList<>();
    byCode.forEach((code, readings) ->
        shown.add(
            new AboutPage.Figure(
                Phrase.of(readings.get(readings.size() - 1).label(), frame.language(), code),
                readings.reversed().stream().map(figure -> reading(figure, frame)).toList())));
    return shown;
  }

  private static AboutPage.Reading reading(Figure figure, Frame frame) {
    String words =
        AboutPage.Reading.words(frame, (double) figure.value(), figure.unit(), figure.qualifier());
    return new AboutPage.Reading(words, figure.asOf(), Source.of(figure.source()));
  }

  private AboutPage.Holdings holdings(Frame frame, Viewer viewer) {
    Statistics today = statistics.today(viewer);
    Statistics.Records records = today.records();
    return new AboutPage.Holdings(
        Objects.requireNonNull(today.organisations().real().value()),
        Objects.requireNonNull(today.organisations().fictional().value()),
        List.of(
            count(frame, "organisations", today.organisations()),
            count(frame, "needs", records.needs()),
            count(frame, "offers", records.offers()),
            count(frame, "relations", records.relations()),
            count(frame, "allocations", records.allocations())));
  }

  private static AboutPage.Count count(Frame frame, String record, Statistics.Split split) {
    return new AboutPage.Count(
        frame.say("about.record." + record),
        HomeFigures.words(split.real(), frame),
        HomeFigures.words(split.fictional(), frame));
  }
}
