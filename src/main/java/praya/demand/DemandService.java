package praya.demand;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import praya.demand.TallyStore.Kind;
import praya.domain.Action;
import praya.domain.Actor;
import praya.domain.Audience;
import praya.domain.Language;
import praya.domain.Permission;
import praya.domain.Problem;
import praya.search.SearchIndexes;
import praya.search.Suggestion;
import praya.store.Database;

/**
 * The weekly board of what was searched in vain. What fewer than five searches asked for is not on
 * it, but in a sum; and a sum below five is not told either.
 */
public final class DemandService {
  /** So few that a line could be one person. */
  static final long FEW = 5;

  private static final int WEEKS = 8;
  private static final int DAYS = 7;
  private static final int LINES = 200;
  private static final int NEAREST = 3;
  private static final int MONTH = 5;

  private final TallyStore store;
  private final SearchIndexes index;
  private final Clock clock;

  public DemandService(Database database, SearchIndexes index, Clock clock) {
    this.store = new TallyStore(database);
    this.index = index;
    this.clock = clock;
  }

  /**
   * A week.
   *
   * @param lines the most frequent first
   * @param filters values that emptied lists
   * @param fewer how many further searches in vain there were; null when they are too few to tell
   * @param withheld searches whose texts may be a person's, which are not kept; null for too few
   */
  record Board(
      LocalDate week,
      List<LocalDate> weeks,
      List<Line> lines,
      List<Emptying> filters,
      @Nullable Long fewer,
      @Nullable Long withheld) {}

  /**
   * Something that was searched in vain.
   *
   * @param nearest terms of the taxonomy that look or sound like it
   * @param trend how often in each week up to this one, null for fewer than five
   */
  record Line(
      TallyStore.Key key,
      TallyStore.Counts counts,
      List<Suggestion> nearest,
      List<@Nullable Long> trend) {}

  /** A filter value that emptied lists, and how often. */
  record Emptying(FilterText.Value value, long count) {}

  /** A text with how often it was searched in the last month, and what was found the last time. */
  public record Asked(String text, long count, long lastHits) {}

  /**
   * The board of the week that a day is in; of this week for none.
   *
   * @throws Problem.Malformed for a day that is no Monday
   */
  Board board(@Nullable LocalDate wanted, Language language, Actor actor) {
    Permission.require(actor, Action.READ_DEMAND);
    LocalDate present = SearchTally.weekOf(clock.instant());
    LocalDate week = wanted == null ? present : wanted;
    if (week.getDayOfWeek() != DayOfWeek.MONDAY) {
      throw new Problem.Malformed(
          "week", week.toString(), "The week (" + week + ") must be the day of its Monday.");
    }
    List<LocalDate> weeks = new ArrayList<>();
    for (int i = WEEKS - 1; i >= 0; i--) {
      weeks.add(week.minusDays((long) DAYS * i));
    }
    Map<TallyStore.Key, Long> before = new HashMap<>();
    List<TallyStore.Row> rows = new ArrayList<>();
    long withheld = 0;
    for (TallyStore.Row row : store.list(weeks.getFirst(), week)) {
      if (row.key().kind() == Kind.KEPT) {
        before.put(row.key(), row.counts().unmet());
      }
      if (row.key().week().equals(week)) {
        rows.add(row);
        withheld += row.key().kind() == Kind.WITHHELD ? row.counts().searches() : 0;
      }
    }
    List<TallyStore.Row> shown =
        rows.stream()
            .filter(row -> row.key().kind() == Kind.KEPT && row.counts().unmet() >= FEW)
            .sorted(
                Comparator.comparingLong((TallyStore.Row row) -> row.counts().unmet()).reversed())
            .limit(LINES)
            .toList();
    long told = shown.stream().mapToLong(row -> row.counts().unmet()).sum();
    long all =
        rows.stream()
            .filter(row -> row.key().kind() != Kind.WITHHELD)
            .mapToLong(row -> row.counts().unmet())
            .sum();
    return new Board(
        week,
        weeks,
        shown.stream().map(row -> line(row, weeks, before, language)).toList(),
        emptying(rows),
        orFew(all - told),
        orFew(withheld));
  }

  private static @Nullable Long orFew(long count) {
    return count < FEW ? null : count;
  }

  private Line line(
      TallyStore.Row row,
      List<LocalDate> weeks,
      Map<TallyStore.Key, Long> before,
      Language language) {
    TallyStore.Key key = row.key();
    List<@Nullable Long> trend = new ArrayList<>();
    for (LocalDate week : weeks) {
      var then = new TallyStore.Key(week, key.kind(), key.query(), key.filters(), key.language());
      trend.add(orFew(before.getOrDefault(then, 0L)));
    }
    return new Line(key, row.counts(), nearest(key.query(), language), trend);
  }

  private List<Suggestion> nearest(String query, Language language) {
    var own = index.of(Audience.PUBLIC);
    return query.isEmpty() || !own.ready() ? List.of() : own.nearest(query, NEAREST, language);
  }

  private static List<Emptying> emptying(List<TallyStore.Row> rows) {
    Map<FilterText.Value, Long> counts = new HashMap<>();
    for (TallyStore.Row row : rows) {
      if (row.key().kind() == Kind.KEPT && row.counts().emptied() > 0) {
        FilterText.values(row.key().filters())
            .forEach(value -> counts.merge(value, row.counts().emptied(), Long::sum));
      }
    }
    return counts.entrySet().stream()
        .filter(entry -> entry.getValue() >= FEW)
        .map(entry -> new Emptying(entry.getKey(), entry.getValue()))
        .sorted(
            Comparator.comparingLong(Emptying::count)
                .reversed()
                .thenComparing(each -> each.value().toString()))
        .toList();
  }

  /**
   * What was searched in the last month, with and without an answer, the most frequent first: for
   * staff who want to see what a change of terms would do. Texts that may be a person's are not
   * among them, as they are not kept.
   */
  public List<Asked> askedLately(int most) {
    LocalDate since = SearchTally.weekOf(clock.instant()).minusDays((long) DAYS * (MONTH - 1));
    return store.asked(since, most).stream()
        .map(asked -> new Asked(asked.query(), asked.searches(), asked.lastHits()))
        .toList();
  }
}
