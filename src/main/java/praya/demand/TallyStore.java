package praya.demand;

import static praya.store.db.Tables.SEARCH_COUNT;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import praya.store.Database;

/** How often what was searched, by the week. */
final class TallyStore {
  /** Some hundred kilobytes a week; what comes beyond is counted in one row. */
  private static final int MOST_A_WEEK = 5000;

  private final Database database;

  TallyStore(Database database) {
    this.database = database;
  }

  /** What a row counts. */
  enum Kind {
    KEPT,
    /** Texts that may be a person's, all in one row without any text. */
    WITHHELD,
    /** What came when the week was full. */
    BEYOND;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What is counted together. */
  record Key(LocalDate week, Kind kind, String query, String filters, String language) {
    static Key withheld(LocalDate week) {
      return new Key(week, Kind.WITHHELD, "", "", "en");
    }

    private Key beyond() {
      return new Key(week, Kind.BEYOND, "", "", "en");
    }
  }

  /**
   * How often.
   *
   * @param unanswered nothing was found, with or without filters
   * @param relaxed only what has some of the words
   * @param emptied nothing was found, and without the filters something would have been
   * @param lastHits how much was found the last time
   */
  record Counts(long searches, long unanswered, long relaxed, long emptied, long lastHits) {
    Counts plus(Counts later) {
      return new Counts(
          searches + later.searches,
          unanswered + later.unanswered,
          relaxed + later.relaxed,
          emptied + later.emptied,
          later.lastHits);
    }

    Counts times(int times) {
      return new Counts(
          searches * times, unanswered * times, relaxed * times, emptied * times, lastHits);
    }

    long unmet() {
      return unanswered + relaxed + emptied;
    }
  }

  /** A row. */
  record Row(Key key, Counts counts) {}

  /** A text with how often it was searched and what was found last. */
  record Asked(String query, long searches, long lastHits) {}

  void add(Key key, Counts counts) {
    if (update(key, counts)) {
      return;
    }
    boolean full =
        key.kind() == Kind.KEPT
            && database.sql().fetchCount(SEARCH_COUNT, SEARCH_COUNT.WEEK.eq(key.week()))
                >= MOST_A_WEEK;
    Key wanted = full ? key.beyond() : key;
    if (full && update(wanted, counts)) {
      return;
    }
    database
        .sql()
        .insertInto(SEARCH_COUNT)
        .set(SEARCH_COUNT.WEEK, wanted.week())
        .set(SEARCH_COUNT.KIND, wanted.kind().code())
        .set(SEARCH_COUNT.QUERY, wanted.query())
        .set(SEARCH_COUNT.FILTERS, wanted.filters())
        .set(SEARCH_COUNT.LANGUAGE, wanted.language())
        .set(SEARCH_COUNT.SEARCHES, counts.searches())
        .set(SEARCH_COUNT.UNANSWERED, counts.unanswered())
        .set(SEARCH_COUNT.RELAXED, counts.relaxed())
        .set(SEARCH_COUNT.EMPTIED, counts.emptied())
        .set(SEARCH_COUNT.LAST_HITS, counts.lastHits())
        .onConflict(
            SEARCH_COUNT.WEEK,
            SEARCH_COUNT.KIND,
            SEARCH_COUNT.QUERY,
            SEARCH_COUNT.FILTERS,
            SEARCH_COUNT.LANGUAGE)
        .doUpdate()
        .set(SEARCH_COUNT.SEARCHES, SEARCH_COUNT.SEARCHES.plus(counts.searches()))
        .set(SEARCH_COUNT.UNANSWERED, SEARCH_COUNT.UNANSWERED.plus(counts.unanswered()))
        .set(SEARCH_COUNT.RELAXED, SEARCH_COUNT.RELAXED.plus(counts.relaxed()))
        .set(SEARCH_COUNT.EMPTIED, SEARCH_COUNT.EMPTIED.plus(counts.emptied()))
        .set(SEARCH_COUNT.LAST_HITS, counts.lastHits())
        .execute();
  }

  private boolean update(Key key, Counts counts) {
    return database
            .sql()
            .update(SEARCH_COUNT)
            .set(SEARCH_COUNT.SEARCHES, SEARCH_COUNT.SEARCHES.plus(counts.searches()))
            .set(SEARCH_COUNT.UNANSWERED, SEARCH_COUNT.UNANSWERED.plus(counts.unanswered()))
            .set(SEARCH_COUNT.RELAXED, SEARCH_COUNT.RELAXED.plus(counts.relaxed()))
            .set(SEARCH_COUNT.EMPTIED, SEARCH_COUNT.EMPTIED.plus(counts.emptied()))
            .set(SEARCH_COUNT.LAST_HITS, counts.lastHits())
            .where(is(key))
            .execute()
        > 0;
  }

  private static Condition is(Key key) {
    return DSL.and(
        SEARCH_COUNT.WEEK.eq(key.week()),
        SEARCH_COUNT.KIND.eq(key.kind().code()),
        SEARCH_COUNT.QUERY.eq(key.query()),
        SEARCH_COUNT.FILTERS.eq(key.filters()),
        SEARCH_COUNT.LANGUAGE.eq(key.language()));
  }

  /** The rows of the weeks from one to another, both included. */
  List<Row> list(LocalDate from, LocalDate to) {
    return database
        .sql()
        .selectFrom(SEARCH_COUNT)
        .where(SEARCH_COUNT.WEEK.between(from, to))
        .orderBy(SEARCH_COUNT.WEEK, SEARCH_COUNT.QUERY, SEARCH_COUNT.FILTERS, SEARCH_COUNT.LANGUAGE)
        .fetch(row ->
            new Row(
                new Key(
                    row.getWeek(),
                    Kind.valueOf(row.getKind().toUpperCase(Locale.ROOT)),
                    row.getQuery(),
                    row.getFilters(),
                    row.getLanguage()),
                new Counts(
                    row.getSearches(),
                    row.getUnanswered(),
                    row.getRelaxed(),
                    row.getEmptied(),
                    row.getLastHits())));
  }

  /** The texts that were searched since a week, the most frequent first. */
  List<Asked> asked(LocalDate since, int most) {
    var searches = DSL.sum(SEARCH_COUNT.SEARCHES);
    var last = DSL.max(SEARCH_COUNT.LAST_HITS);
    return database
        .sql()
        .select(SEARCH_COUNT.QUERY, searches, last)
        .from(SEARCH_COUNT)
        .where(
            SEARCH_COUNT.WEEK.ge(since),
            SEARCH_COUNT.KIND.eq(Kind.KEPT.code()),
            SEARCH_COUNT.QUERY.ne(""))
        .groupBy(SEARCH_COUNT.QUERY)
        .orderBy(searches.desc(), SEARCH_COUNT.QUERY)
        .limit(most)
        .fetch(row -> new Asked(row.value1(), row.value2().longValue(), row.value3()));
  }

  int deleteBefore(LocalDate week) {
    return database.sql().deleteFrom(SEARCH_COUNT).where(SEARCH_COUNT.WEEK.lt(week)).execute();
  }
}
