package praya.alert;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import praya.alert.FindingStore.Progress;
import praya.alert.SavedSearchStore.Known;
import praya.alert.SavedSearchStore.Watched;
import praya.domain.Audience;
import praya.domain.Exchange;
import praya.exchange.ExchangeService;
import praya.organisation.OrganisationService;
import praya.search.SearchIndexes;
import praya.search.StandingSearch;
import praya.search.StandingSearches;
import praya.store.Change;
import praya.store.ChangeLog;
import praya.store.Database;
import praya.store.Subject;

/**
 * What follows the change feed, behind the search index, and writes down what is new to saved
 * searches.
 *
 * <h2>What is new</h2>
 *
 * An organisation that a search finds now and did not find before, and a need or an offer that has
 * appeared at one that it did find, if it has the words of the search by itself. Each search looks
 * as its owner's audience does, and never at what the owner acts for.
 *
 * <h2>Once</h2>
 *
 * A step reads and searches first and then writes in one short transaction: the findings, what the
 * searches find now, and the place to go on from, which only one of several nodes can move. A step
 * that is cut short has written nothing and is done again.
 */
public final class Watch {
  /** The job that follows. */
  public static final String JOB = "alerts";

  /** The views wake it; this is for what woke nobody, such as a new day. */
  public static final Duration PERIOD = Duration.ofMinutes(1);

  private static final int STEP = 500;

  /** The index takes a new day within a second or so of its beginning. */
  private static final LocalTime DAY_IS_TAKEN = LocalTime.of(0, 5);

  private final Database database;
  private final ChangeLog changes;
  private final SavedSearchStore searches;
  private final FindingStore findings;
  private final Views views;
  private final Supplier<UUID> ids;
  private final Clock clock;

  /**
   * What is watched.
   *
   * @param position below it, the index shows every change
   */
  public record Views(
      SearchIndexes index,
      OrganisationService organisations,
      ExchangeService exchanges,
      LongSupplier position) {}

  public Watch(Database database, ChangeLog changes, Views views, Supplier<UUID> ids, Clock clock) {
    this.database = database;
    this.changes = changes;
    this.searches = new SavedSearchStore(database);
    this.findings = new FindingStore(database);
    this.views = views;
    this.ids = ids;
    this.clock = clock;
  }

  /** Organisations to look at again, and the needs and offers that appeared, by audience. */
  private record Step(
      Set<UUID> organisations, Map<Audience, Set<String>> appeared, Progress until) {}

  /** What a step writes. */
  private record Outcome(List<Finding> findings, Set<Known> known, Set<Known> gone) {}

  /** Follows up to where the index stands; how much was found. */
  public int follow() {
    long position = views.position().getAsLong();
    if (position == 0 || !views.index().ready()) {
      return 0;
    }
    var start = new Progress(new ChangeLog.Place(position, 0), today());
    Progress from = findings.progress().orElse(null);
    if (from == null) {
      return begin(start);
    }
    // After a dump was loaded into another server, places of the old one may lie ahead.
    if (from.place().position() > changes.horizon()) {
      var again = new Progress(start.place(), from.day());
      database.inTransaction(() -> findings.move(from, again));
      return 0;
    }
    return follow(position);
  }

  private int begin(Progress start) {
    return database.inTransaction(() -> {
      findings.begin(start);
      return 0;
    });
  }

  /** The place is read for each step: another node may have moved it. */
  private int follow(long position) {
    int count = 0;
    while (true) {
      Progress from = findings.progress().orElseThrow();
      List<Change> step = changes.readBetween(from.place(), position, STEP);
      if (step.isEmpty()) {
        return count + turnDay(from);
      }
      Progress until = new Progress(ChangeLog.Place.of(step.getLast()), from.day());
      count += take(from, step(step, from.place(), until));
    }
  }

  /** Needs and offers open as a day begins, without an entry in the feed. */
  private int turnDay(Progress from) {
    if (!today().isAfter(from.day()) || LocalTime.now(clock).isBefore(DAY_IS_TAKEN)) {
      return 0;
    }
    Set<UUID> turning = views.exchanges().ownersOfTurning(from.day(), today());
    Map<Audience, Set<String>> appeared = new EnumMap<>(Audience.class);
    for (Audience audience : Audience.values()) {
      appeared.put(
          audience,
          exchanges(turning, audience).stream()
              .filter(each -> each.content().period().from().isAfter(from.day()))
              .map(Watch::key)
              .collect(Collectors.toSet()));
    }
    return take(from, new Step(turning, appeared, new Progress(from.place(), today())));
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }

  private Step step(List<Change> step, ChangeLog.Place after, Progress until) {
    Set<UUID> touched = new HashSet<>();
    step.forEach(change -> touched.addAll(change.organisations()));
    Map<Audience, Set<String>> appeared = new EnumMap<>(Audience.class);
    for (Audience audience : Audience.values()) {
      Set<String> keys =
          changes.list(after, audience, step.size()).stream()
              .filter(change -> isUpTo(change, until.place()))
              .filter(change -> change.action() == Change.Action.CREATED)
              .filter(
                  change -> change.subject() == Subject.NEED || change.subject() == Subject.OFFER)
              .map(change -> News.key(change.subject().code(), change.id()))
              .collect(Collectors.toSet());
      appeared.put(audience, keys);
    }
    return new Step(touched, appeared, until);
  }

  private static boolean isUpTo(Change change, ChangeLog.Place last) {
    return change.position() < last.position()
        || (change.position() == last.position() && change.sequence() <= last.sequence());
  }

  private int take(Progress from, Step step) {
    Outcome outcome = look(step);
    return database.inTransaction(() -> {
      if (!findings.move(from, step.until())) {
        return 0;
      }
      Set<UUID> there =
          searches.keep(
              Stream.concat(
                      outcome.findings().stream().map(Finding::search),
                      outcome.known().stream().map(Known::search))
                  .collect(Collectors.toSet()));
      searches.forget(outcome.gone());
      searches.know(outcome.known().stream().filter(k -> there.contains(k.search())).toList());
      return findings.insert(
          outcome.findings().stream().filter(f -> there.contains(f.search())).toList());
    });
  }

  private Outcome look(Step step) {
    var outcome = new Outcome(new ArrayList<>(), new HashSet<>(), new HashSet<>());
    Map<Audience, List<Watched>> byAudience =
        step.organisations().isEmpty()
            ? Map.of()
            : searches.watched().stream().collect(Collectors.groupingBy(Watched::audience));
    if (byAudience.isEmpty()) {
      return outcome;
    }
    Set<Known> known = searches.known(step.organisations());
    Set<Known> told = findings.found(step.organisations());
    byAudience.forEach(
        (audience, watched) -> new Looking(step, audience, known, told).at(watched, outcome));
    return outcome;
  }

  private Set<Exchange> exchanges(Set<UUID> owners, Audience audience) {
    var viewer = audience.viewer();
    return views.exchanges().sheets(views.organisations().list(owners, viewer), viewer).stream()
        .flatMap(sheet -> Stream.concat(sheet.needs().stream(), sheet.offers().stream()))
        .filter(each -> each.isOpen(views.exchanges().today()))
        .collect(Collectors.toSet());
  }

  private static String key(Exchange exchange) {
    return News.key(News.subject(exchange).code(), exchange.id());
  }

  /** A look at a step with the eyes of an audience. */
  private final class Looking {
    private final Step step;
    private final Audience audience;
    private final Set<Known> known;
    private final Set<Known> told;
    private final Instant now = clock.instant();

    Looking(Step step, Audience audience, Set<Known> known, Set<Known> told) {
      this.step = step;
      this.audience = audience;
      this.known = known;
      this.told = told;
    }

    void at(List<Watched> watched, Outcome outcome) {
      List<StandingSearch> standing =
          watched.stream().map(each -> each.search().state().standing()).toList();
      List<Set<UUID>> found =
          StandingSearches.among(views.index().of(audience), standing, step.organisations());
      Map<UUID, Set<Exchange>> appeared = appeared();
      Map<String, Set<Exchange>> withWords = withWords(standing, found, appeared);
      for (int i = 0; i < watched.size(); i++) {
        Watched each = watched.get(i);
        SavedSearch search = each.search();
        for (UUID organisation : step.organisations()) {
          var pair = new Known(search.id(), organisation);
          if (!found.get(i).contains(organisation)) {
            if (known.contains(pair)) {
              outcome.gone().add(pair);
            }
            continue;
          }
          boolean mine = each.own().contains(organisation);
          if (isNew(search, pair)) {
            if (!search.memory().wide()) {
              outcome.known().add(pair);
            }
            if (!mine) {
              outcome.findings().add(finding(pair, Finding.Subject.ORGANISATION, organisation));
            }
          } else if (!mine) {
            Set<Exchange> having = withWords.getOrDefault(search.state().text(), Set.of());
            for (Exchange exchange : appeared.getOrDefault(organisation, Set.of())) {
              if (search.state().text().isEmpty() || having.contains(exchange)) {
                outcome.findings().add(finding(pair, News.subject(exchange), exchange.id()));
              }
            }
          }
        }
      }
    }

    /** A wide search remembers nothing but the day on which it was saved. */
    private boolean isNew(SavedSearch search, Known pair) {
      if (!search.memory().wide()) {
        return !known.contains(pair);
      }
      long created = com.fasterxml.uuid.impl.UUIDUtil.extractTimestamp(pair.organisation());
      return Instant.ofEpochMilli(created).isAfter(search.memory().since()) && !told.contains(pair);
    }

    private Map<UUID, Set<Exchange>> appeared() {
      Set<String> keys = step.appeared().getOrDefault(audience, Set.of());
      return keys.isEmpty()
          ? Map.of()
          : exchanges(step.organisations(), audience).stream()
              .filter(each -> keys.contains(key(each)))
              .collect(Collectors.groupingBy(Exchange::organisationId, Collectors.toSet()));
    }

    /** Of the texts of searches that find an owner at all, which of the new records have them. */
    private Map<String, Set<Exchange>> withWords(
        List<StandingSearch> standing, List<Set<UUID>> found, Map<UUID, Set<Exchange>> appeared) {
      Set<String> texts = new HashSet<>();
      for (int i = 0; i < standing.size(); i++) {
        if (!standing.get(i).text().isEmpty()
            && found.get(i).stream().anyMatch(appeared::containsKey)) {
          texts.add(standing.get(i).text());
        }
      }
      return texts.isEmpty()
          ? new HashMap<>()
          : views
              .index()
              .withWords(texts, appeared.values().stream().flatMap(Set::stream).toList());
    }

    private Finding finding(Known pair, Finding.Subject subject, Object id) {
      var about = new Finding.About(subject, id.toString(), step.until().place().position());
      return new Finding(ids.get(), pair.search(), pair.organisation(), about, now, null);
    }
  }
}
