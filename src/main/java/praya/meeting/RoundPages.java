package praya.meeting;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import praya.csv.CsvText;
import praya.domain.Action;
import praya.domain.Actor;
import praya.domain.Problem;
import praya.domain.Viewer;
import praya.domain.Vocabulary;
import praya.http.Answers;
import praya.http.Caller;
import praya.http.Frame;
import praya.http.PageContext;
import praya.http.PostedForm;
import praya.http.Query;
import praya.http.Routes;
import praya.organisation.OrganisationService;
import praya.round.CalendarFile;
import praya.round.Pair;
import praya.round.RoundTree;
import praya.round.Timetable;
import praya.taxonomy.TaxonomyService;

/** {@code /staff/rounds} and its rounds: set up, solve, review, publish; pairs and day as files. */
public final class RoundPages {
  private static final String PATH = "/staff/rounds";

  private static final Map<String, String> BLANK =
      Map.of("who", "needs", "slots", "3", "floor", "1", "mostOpen", "10", "seed", "1");

  private final RoundService rounds;
  private final OrganisationService organisations;
  private final TaxonomyService taxonomy;
  private final PageContext pages;

  public RoundPages(
      RoundService rounds,
      OrganisationService organisations,
      TaxonomyService taxonomy,
      PageContext pages) {
    this.rounds = rounds;
    this.organisations = organisations;
    this.taxonomy = taxonomy;
    this.pages = pages;
  }

  public void add(Routes routes) {
    routes
        .get(
            PATH,
            Action.READ_ROUNDS,
            context -> list(context, new RoundsPage.Form(BLANK, List.of())))
        .post(PATH, Action.RUN_ROUNDS, this::create)
        .get(PATH + "/{id}", Action.READ_ROUNDS, context -> show(context, null))
        .post(PATH + "/{id}", Action.RUN_ROUNDS, this::work)
        .get(PATH + "/{id}/pairs.csv", Action.READ_ROUNDS, this::csv)
        .get(PATH + "/{id}/day.ics", Action.READ_ROUNDS, this::day);
  }

  private void list(Context context, RoundsPage.Form form) {
    Frame frame = frame(context, pages.texts(context).say("rounds.title"));
    Actor actor = Caller.of(context);
    RoundService.Spread spread = rounds.spread(actor);
    var page =
        new RoundsPage(
            rounds.list(actor).stream()
                .map(round ->
                    new RoundsPage.Row(
                        PATH + "/" + round.id(),
                        round.setting().name(),
                        round.state().code(),
                        round.made().at()))
                .toList(),
            spread.organisations() == 0 ? null : spread(spread, frame),
            form,
            sectors(frame, form.value("sector")));
    pages.send(context, "meeting/rounds.jte", frame, page);
  }

  private static RoundsPage.Spread spread(RoundService.Spread spread, Frame frame) {
    return new RoundsPage.Spread(
        frame.number((long) spread.organisations()),
        String.format(Locale.ROOT, "%.1f %%", 100.0 * spread.never() / spread.organisations()),
        String.format(Locale.ROOT, "%.3f", spread.gini()));
  }

  private List<Frame.Choice> sectors(Frame frame, String chosen) {
    return taxonomy.current().list(Vocabulary.SECTORS).stream()
        .map(term ->
            new Frame.Choice(
                taxonomy.current().label(Vocabulary.SECTORS, term.code(), frame.language()),
                null,
                term.code(),
                term.code().equals(chosen)))
        .toList();
  }

  private void create(Context context) {
    PostedForm form = PostedForm.of(context);
    Map<String, String> values = new LinkedHashMap<>();
    RoundForm.FIELDS.forEach(field -> values.put(field, form.text(field)));
    try {
      Round round = rounds.create(values, form.actor());
      context.redirect(PATH + "/" + round.id(), HttpStatus.SEE_OTHER);
    } catch (Problem.InvalidInput refused) {
      context.status(422);
      list(context, new RoundsPage.Form(values, refused.faults()));
    }
  }

  private void show(Context context, @Nullable String trouble) {
    Review review = rounds.get(RoundRoutes.id(context), Caller.of(context));
    Frame frame = frame(context, review.round().setting().name());
    pages.send(context, "meeting/round.jte", frame, words(review, frame).page(review, trouble));
  }

  private RoundWords words(Review review, Frame frame) {
    return new RoundWords(
        frame, organisations.list(review.guests().stream().map(Guest::id).toList(), Viewer.STAFF));
  }

  /** Solves, publishes or discards. */
  private void work(Context context) {
    PostedForm form = PostedForm.of(context);
    UUID id = RoundRoutes.id(context);
    long version = form.number("version");
    try {
      switch (form.text("intent")) {
        case "publish" -> publish(id, version, form);
        case "discard" -> {
          rounds.discard(id, version, form.actor());
          context.redirect(PATH, HttpStatus.SEE_OTHER);
          return;
        }
        default -> rounds.solve(id, order(form, version), form.actor());
      }
      context.redirect(PATH + "/" + id, HttpStatus.SEE_OTHER);
    } catch (Problem.InvalidInput refused) {
      context.status(422);
      show(context, refused.getMessage());
    } catch (Problem.Conflict stale) {
      context.status(409);
      show(context, stale.getMessage());
    }
  }

  private void publish(UUID id, long version, PostedForm form) {
    if (!form.has("sure")) {
      throw new Problem.InvalidInput(
          "sure", "", "Tick that the round may be published: nobody can change it afterwards.");
    }
    rounds.publish(id, version, form.actor());
  }

  private static RoundService.Order order(PostedForm form, long version) {
    String cap = form.text("cap");
    if (!cap.isEmpty() && !cap.matches("[1-9]|[1-4][0-9]|50")) {
      throw new Problem.InvalidInput(
          "cap", cap, "The field cap (" + cap + ") must be empty or a number from 1 to 50.");
    }
    return new RoundService.Order(
        version,
        new Round.How(
            Round.Variant.of(form.text("variant")), cap.isEmpty() ? 0 : Integer.parseInt(cap)),
        RoundWords.read(form.texts("lock")),
        RoundWords.read(form.texts("remove")),
        form.has("anew"));
  }

  private void csv(Context context) {
    Review review = rounds.get(RoundRoutes.id(context), Caller.of(context));
    RoundWords words = words(review, frame(context, review.round().setting().name()));
    var csv = new CsvText("from", "fromName", "to", "toName", "score", "locked");
    for (Considered each : review.chosen()) {
      if (words.knows(each.pair())) {
        csv.row(
            words.slug(each.pair().first()),
            words.name(each.pair().first()),
            words.slug(each.pair().second()),
            words.name(each.pair().second()),
            RoundTree.score(each.score()).toPlainString(),
            each.locked());
      }
    }
    file(context, CsvText.MEDIA_TYPE, "pairs.csv").result(csv.toString());
  }

  /** The meetings of a day in as few slots as possible, by name. */
  private void day(Context context) {
    Query query = Query.of(context, "starts", "minutes", "pause", "rooms");
    DayForm day = DayForm.of(query);
    query.done();
    Review review = rounds.get(RoundRoutes.id(context), Caller.of(context));
    RoundWords words = words(review, frame(context, review.round().setting().name()));
    Set<Pair> pairs =
        review.chosen().stream()
            .map(Considered::pair)
            .filter(words::knows)
            .map(pair -> new Pair(words.slug(pair.first()), words.slug(pair.second())))
            .collect(Collectors.toSet());
    Round.Solution solution = review.round().solution();
    if (solution == null || pairs.isEmpty()) {
      throw new Problem.NotFound("The round has no pairs yet. Solve it first.");
    }
    var plan = Timetable.plan(pairs, Objects.requireNonNull(day.day()));
    file(context, "text/calendar; charset=utf-8", "day.ics")
        .result(CalendarFile.whole(plan, solution.basis().snapshot()));
  }

  private static Context file(Context context, String type, String name) {
    return Answers.keepApart(context)
        .contentType(type)
        .header("Content-Disposition", "attachment; filename=\"" + name + "\"");
  }

  private Frame frame(Context context, String title) {
    return pages.frame(context, Frame.Head.of(title, null));
  }
}
