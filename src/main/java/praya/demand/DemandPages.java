package praya.demand;

import io.javalin.http.Context;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import praya.csv.CsvText;
import praya.domain.Action;
import praya.domain.Problem;
import praya.domain.Taxonomy;
import praya.http.Address;
import praya.http.Answers;
import praya.http.Caller;
import praya.http.Frame;
import praya.http.PageContext;
import praya.http.Routes;
import praya.search.Facet;
import praya.search.Suggestion;
import praya.taxonomy.TaxonomyService;

/** {@code /demand}: the weekly board for staff, and the same as a table. */
public final class DemandPages {
  private static final String PATH = "/demand";
  private static final int DAYS = 7;

  private final DemandService demand;
  private final TaxonomyService taxonomy;
  private final PageContext pages;

  public DemandPages(DemandService demand, TaxonomyService taxonomy, PageContext pages) {
    this.demand = demand;
    this.taxonomy = taxonomy;
    this.pages = pages;
  }

  public void add(Routes routes) {
    routes
        .get(PATH, Action.READ_DEMAND, this::show)
        .get(PATH + ".csv", Action.READ_DEMAND, this::csv);
  }

  private void show(Context context) {
    Frame frame =
        pages.frame(context, Frame.Head.of(pages.texts(context).say("demand.title"), null));
    var board = demand.board(week(context), frame.language(), Caller.of(context));
    var now = demand.board(null, frame.language(), Caller.of(context));
    String after = board.week().isBefore(now.week()) ? href(board.week().plusDays(DAYS)) : null;
    pages.send(
        context,
        "demand/demand.jte",
        frame,
        new DemandPage(
            new DemandPage.Weeks(
                frame.date(board.week()), href(board.week().minusDays(DAYS)), after),
            board.lines().stream().map(line -> line(line, frame)).toList(),
            board.filters().stream().map(filter -> filter(filter, frame)).toList(),
            new DemandPage.Rest(number(board.fewer(), frame), number(board.withheld(), frame)),
            Address.of(PATH + ".csv").and("week", board.week().toString()).href()));
  }

  private static @Nullable String number(@Nullable Long count, Frame frame) {
    return count == null ? null : frame.number(count);
  }

  private static String href(LocalDate week) {
    return Address.of(PATH).and("week", week.toString()).href();
  }

  private DemandPage.Line line(DemandService.Line line, Frame frame) {
    var key = line.key();
    List<FilterText.Value> values = FilterText.values(key.filters());
    Address page = Address.of("/organisations");
    if (!key.query().isEmpty()) {
      page = page.and("q", key.query());
    }
    for (FilterText.Value value : values) {
      page = page.and(value.facet().jsonName(), value.code());
    }
    return new DemandPage.Line(
        key.query(),
        key.language(),
        values.stream().map(value -> label(value, frame)).toList(),
        new DemandPage.Counts(
            few(line.counts().unanswered(), frame),
            few(line.counts().relaxed(), frame),
            few(line.counts().emptied(), frame)),
        line.nearest().stream().map(DemandPages::near).flatMap(Stream::ofNullable).toList(),
        line.trend().stream()
            .map(count -> count == null ? "<" + DemandService.FEW : frame.number(count))
            .collect(Collectors.joining(" · ")),
        page.href());
  }

  /** A part of a line may be one person, too; none at all is told. */
  private static String few(long count, Frame frame) {
    return count > 0 && count < DemandService.FEW ? "<" + DemandService.FEW : frame.number(count);
  }

  private static DemandPage.@Nullable Near near(Suggestion term) {
    return Facet.find(term.type().code())
        .map(facet ->
            new DemandPage.Near(
                term.label(),
                Address.of("/organisations").and(facet.jsonName(), term.code()).href()))
        .orElse(null);
  }

  private DemandPage.Filter filter(DemandService.Emptying emptying, Frame frame) {
    return new DemandPage.Filter(
        frame.say("facet." + emptying.value().facet().jsonName()),
        label(emptying.value(), frame),
        frame.number(emptying.count()));
  }

  private String label(FilterText.Value value, Frame frame) {
    Taxonomy terms = taxonomy.current();
    return value
        .facet()
        .vocabulary()
        .map(vocabulary -> terms.label(vocabulary, value.code(), frame.language()))
        .orElseGet(() -> frame.say("facet." + value.facet().jsonName()) + ": " + value.code());
  }

  private void csv(Context context) {
    Frame frame = pages.frame(context, Frame.Head.of("CSV", null));
    var board = demand.board(week(context), frame.language(), Caller.of(context));
    var csv =
        new CsvText(
            "week", "query", "filters", "language", "unanswered", "relaxed", "emptied", "nearest");
    for (DemandService.Line line : board.lines()) {
      csv.row(
          board.week(),
          line.key().query(),
          line.key().filters(),
          line.key().language(),
          few(line.counts().unanswered(), frame),
          few(line.counts().relaxed(), frame),
          few(line.counts().emptied(), frame),
          line.nearest().stream().map(Suggestion::label).collect(Collectors.joining(" | ")));
    }
    Answers.keepApart(context)
        .contentType(CsvText.MEDIA_TYPE)
        .header("Content-Disposition", "attachment; filename=\"demand-" + board.week() + ".csv\"")
        .result(csv.toString());
  }

  static @Nullable LocalDate week(Context context) {
    String text = context.queryParam("week");
    if (text == null || text.isEmpty()) {
      return null;
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new Problem.Malformed(
          "week", text, "The week (" + text + ") must be the day of its Monday.");
    }
  }
}
