package praya.map;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import praya.csv.CsvText;
import praya.domain.Action;
import praya.domain.Organisation;
import praya.domain.Problem;
import praya.domain.Taxonomy;
import praya.domain.Viewer;
import praya.domain.Vocabulary;
import praya.http.Address;
import praya.http.Answers;
import praya.http.Caller;
import praya.http.Frame;
import praya.http.PageContext;
import praya.http.Query;
import praya.http.Routes;
import praya.map.MapService.Ego;
import praya.match.PathService;
import praya.organisation.Names;
import praya.taxonomy.TaxonomyService;

/** {@code /map}, and the same as SVG, GraphML and CSV. */
public final class MapPages {
  static final String PATH = "/map";
  private static final int WAYS = 3;

  private final MapService maps;
  private final PathService paths;
  private final TaxonomyService taxonomy;
  private final PageContext pages;

  public MapPages(MapService maps, PathService paths, TaxonomyService taxonomy, PageContext pages) {
    this.maps = maps;
    this.paths = paths;
    this.taxonomy = taxonomy;
    this.pages = pages;
  }

  public void add(Routes routes) {
    routes
        .get(PATH, Action.READ_DIRECTORY, this::show)
        .get(PATH + ".svg", Action.READ_DIRECTORY, this::svg)
        .get(PATH + ".graphml", Action.READ_DIRECTORY, this::graphMl)
        .get(PATH + ".csv", Action.READ_DIRECTORY, this::csv);
  }

  /**
   * What an address asks for.
   *
   * @param of the slug of the centre; empty for the whole map
   * @param to the slug of whom it looks for a way to; empty for nobody
   */
  private record Question(
      String of, String to, MapService.Filter filter, boolean fictional, Viewer viewer) {}

  private Question question(Context context) {
    Query query =
        Query.of(context, "of", "to", "type", "kind", "steps", "fictional", "lang", "theme");
    var question =
        new Question(
            query.text("of", 80),
            query.text("to", 80),
            MapRoutes.filter(query, taxonomy.current()),
            query.bool("fictional", false),
            Caller.of(context).viewer());
    query.done();
    return question;
  }

  private void show(Context context) {
    Question question = question(context);
    String title = pages.texts(context).say("map.title");
    if (question.of().isEmpty()) {
      Frame frame =
          pages.frame(context, Frame.Head.of(title, pages.texts(context).say("map.lead")));
      var words = new MapWords(frame, taxonomy.current());
      var overview = maps.overview(question.fictional(), question.viewer());
      send(
          context,
          frame,
          new MapPage(
              asked(question, overview, frame), null, words.of(overview, question.fictional())));
      return;
    }
    Seen seen = seen(question);
    Frame frame =
        pages.frame(context, Frame.Head.of(title + " · " + seen.name(frame(context)), null));
    var overview = maps.overview(seen.centre().fictional(), question.viewer());
    send(context, frame, new MapPage(asked(question, overview, frame), around(seen, frame), null));
  }

  private void send(Context context, Frame frame, MapPage page) {
    pages.send(context, "map/map.jte", frame, page);
  }

  private Frame frame(Context context) {
    return pages.frame(context, Frame.Head.of(pages.texts(context).say("map.title"), null));
  }

  /** The graph that is asked for; the goal only where ways are. */
  private record Seen(Organisation centre, Ego ego, Optional<PathService.Ways> ways) {
    String name(Frame frame) {
      return Names.of(centre, frame.language()).main().text();
    }

    Drawing drawing(Frame frame) {
      return ways.isPresent() ? Drawing.ways(ego, frame) : Drawing.around(ego, frame);
    }
  }

  private Seen seen(Question question) {
    if (question.to().isEmpty()) {
      Ego ego = maps.around(question.of(), question.filter(), question.viewer());
      return new Seen(ego.centre(), ego, Optional.empty());
    }
    PathService.Ways ways = paths.between(question.of(), question.to(), WAYS, question.viewer());
    return new Seen(ways.from(), WaysLayout.of(ways), Optional.of(ways));
  }

  private MapPage.Asked asked(Question question, MapService.Overview overview, Frame frame) {
    Taxonomy terms = taxonomy.current();
    List<MapPage.Name> names = new ArrayList<>();
    for (MapService.Community community : overview.communities()) {
      for (Organisation organisation : community.organisations()) {
        names.add(
            new MapPage.Name(
                organisation.slug(), Names.of(organisation, frame.language()).main().text()));
      }
    }
    return new MapPage.Asked(
        question.of(),
        question.to(),
        question.filter().steps(),
        choices(Vocabulary.RELATION_TYPES, question.filter().types(), terms, frame),
        choices(Vocabulary.KINDS, question.filter().kinds(), terms, frame),
        names);
  }

  private static List<Frame.Choice> choices(
      Vocabulary vocabulary, Set<String> chosen, Taxonomy terms, Frame frame) {
    return terms.list(vocabulary).stream()
        .map(term ->
            new Frame.Choice(
                terms.label(vocabulary, term.code(), frame.language()),
                null,
                term.code(),
                chosen.contains(term.code())))
        .toList();
  }

  private MapPage.Around around(Seen seen, Frame frame) {
    Address here = frame.here();
    return new MapPage.Around(
        Names.of(seen.centre(), frame.language()),
        seen.ways().map(ways -> Names.of(ways.to(), frame.language())).orElse(null),
        seen.ways().map(PathService.Ways::tied).orElse(false),
        seen.drawing(frame),
        new MapWords(frame, taxonomy.current()).rows(seen.ego()),
        seen.ego().leftOut(),
        new MapPage.Exports(
            here.at(PATH + ".svg").and("lang", frame.language().tag()).href(),
            here.at(PATH + ".graphml").href(),
            here.at(PATH + ".csv").and("lang", frame.language().tag()).href()));
  }

  private void svg(Context context) {
    Seen seen = seen(named(question(context)));
    Frame frame = frame(context);
    file(context, "image/svg+xml; charset=utf-8", "svg")
        .result(
            pages.fragment(
                "map/drawing.jte",
                Map.of(
                    "page", seen.drawing(frame),
                    "label", seen.name(frame),
                    "base", pages.publicUrl().origin())));
  }

  private void graphMl(Context context) {
    Seen seen = seen(named(question(context)));
    file(context, "application/graphml+xml; charset=utf-8", "graphml")
        .result(GraphMl.of(seen.ego()));
  }

  private void csv(Context context) {
    Seen seen = seen(named(question(context)));
    Frame frame = frame(context);
    var csv = new CsvText("from", "fromName", "to", "toName", "types");
    for (MapService.Line line : seen.ego().lines()) {
      Organisation from = seen.ego().nodes().get(line.from()).organisation();
      Organisation to = seen.ego().nodes().get(line.to()).organisation();
      csv.row(
          from.slug(),
          Names.of(from, frame.language()).main().text(),
          to.slug(),
          Names.of(to, frame.language()).main().text(),
          GraphMl.types(line));
    }
    file(context, CsvText.MEDIA_TYPE, "csv").result(csv.toString());
  }

  private static Context file(Context context, String type, String ending) {
    return Answers.keepApart(context)
        .contentType(type)
        .header("Content-Disposition", "attachment; filename=\"map." + ending + "\"");
  }

  /** A file is of one organisation's surroundings. */
  private static Question named(Question question) {
    if (question.of().isEmpty()) {
      throw new Problem.Malformed(
          "of", "", "The parameter of must name the organisation in the middle, by slug.");
    }
    return question;
  }
}
