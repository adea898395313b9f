package praya.demand;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import praya.demand.TallyStore.Counts;
import praya.search.SearchIndexes;
import praya.search.SearchQuery;
import praya.store.Database;

/**
 * Counts searches by the week, beside the requests that make them: a request puts a note into a
 * queue and goes on, whatever becomes of it. When the queue is full, the database cannot be written
 * or the program is killed, counts are lost and searching is not.
 *
 * <h2>Typing</h2>
 *
 * The directory searches while somebody types. What was searched on the way is not a search: it
 * waits for some seconds, and goes when a text comes that it begins, or that begins it. Nobody
 * needs to be known for that; whoever types the same at the same time is counted once.
 */
public final class SearchTally implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SearchTally.class);

  static final ZoneId HONG_KONG = ZoneId.of("Asia/Hong_Kong");

  /** Some seconds of the fastest that this program can search. */
  private static final int QUEUE = 8192;

  /** Longer than people think between two letters. */
  private static final Duration SETTLED = Duration.ofSeconds(20);

  private static final Duration FLUSH = Duration.ofSeconds(5);
  private static final int MOST_PENDING = 1000;

  private final BlockingQueue<Searched> queue = new ArrayBlockingQueue<>(QUEUE);
  private final Database database;
  private final TallyStore store;
  private final SearchIndexes index;
  private final Clock clock;
  private final Map<TallyStore.Key, Counts> pending = new HashMap<>();
  private final List<Typed> typed = new ArrayList<>();

  /** Whole searches since the last write: to read each once costs little when many are alike. */
  private final Map<Searched, Integer> whole = new HashMap<>();

  /** Notes that are in the queue or on their way out of it. */
  private final AtomicInteger open = new AtomicInteger();

  private final Thread thread;
  private Instant flushedAt;
  private volatile boolean closing;

  private record Typed(Searched searched, String folded, Instant at) {}

  public SearchTally(Database database, SearchIndexes index, Clock clock) {
    this.database = database;
    this.store = new TallyStore(database);
    this.index = index;
    this.clock = clock;
    this.flushedAt = clock.instant();
    this.thread = Thread.ofPlatform().name("search-tally").daemon().unstarted(this::run);
  }

  public SearchTally start() {
    thread.start();
    return this;
  }

  /** Notes a search, or loses it; never waits and never fails. */
  public void count(Searched searched) {
    open.incrementAndGet();
    if (!queue.offer(searched)) {
      open.decrementAndGet();
      LOG.debug("A search was not counted: too many at once");
    }
  }

  private void run() {
    while (!closing) {
      try {
        Searched next = queue.poll(500, TimeUnit.MILLISECONDS);
        if (next != null) {
          take(next);
        }
        tidy();
      } catch (InterruptedException e) {
        closing = true;
      } catch (RuntimeException e) {
        // What the database says of a row may hold what was searched.
        LOG.warn("Searches were not counted: {}", e.getClass().getSimpleName());
        forget();
      }
    }
  }

  private synchronized void forget() {
    whole.clear();
    pending.clear();
  }

  private synchronized void tidy() {
    Instant now = clock.instant();
    settle(now.minus(SETTLED));
    boolean many = whole.size() >= MOST_PENDING || pending.size() >= MOST_PENDING;
    boolean due = queue.isEmpty() && now.isAfter(flushedAt.plus(FLUSH));
    if (due || many) {
      flush();
      flushedAt = now;
    }
  }

  /** Everything that was noted so far is counted and written; for the end, and for tests. */
  void drain() {
    while (open.get() > 0) {
      Searched next = queue.poll();
      if (next != null) {
        take(next);
      }
    }
    settle(Instant.MAX);
    flush();
  }

  private synchronized void take(Searched searched) {
    open.decrementAndGet();
    if (!searched.typing()) {
      whole.merge(searched, 1, Integer::sum);
      return;
    }
    String folded = PersonalText.folded(searched.text());
    typed.removeIf(each -> isOnTheWay(each, searched, folded));
    typed.add(new Typed(searched, folded, clock.instant()));
  }

  private void readWhole() {
    whole.forEach((searched, times) -> {
      String folded = PersonalText.folded(searched.text());
      typed.removeIf(each -> isOnTheWay(each, searched, folded));
      add(searched, folded, times);
    });
    whole.clear();
  }

  private static boolean isOnTheWay(Typed typed, Searched later, String folded) {
    return typed.searched().filters().equals(later.filters())
        && (folded.startsWith(typed.folded()) || typed.folded().startsWith(folded));
  }

  private synchronized void settle(Instant before) {
    Iterator<Typed> each = typed.iterator();
    while (each.hasNext()) {
      Typed next = each.next();
      if (next.at().isBefore(before)) {
        each.remove();
        add(next.searched(), next.folded(), 1);
      }
    }
  }

  private void add(Searched searched, String folded, int times) {
    String filters = FilterText.of(searched.filters());
    if (folded.isEmpty() && filters.isEmpty()) {
      return;
    }
    boolean personal = PersonalText.find(folded).isPresent() || FilterText.isOdd(filters);
    TallyStore.Key key =
        personal
            ? TallyStore.Key.withheld(thisWeek())
            : new TallyStore.Key(
                thisWeek(), TallyStore.Kind.KEPT, folded, filters, searched.language().tag());
    pending.merge(key, counts(searched, folded).times(times), Counts::plus);
  }

  private Counts counts(Searched searched, String folded) {
    long hits = searched.outcome().hits();
    boolean relaxed = searched.outcome().relaxed();
    boolean filtered = !searched.filters().chosen().isEmpty();
    if (hits > 0 || !filtered) {
      return new Counts(1, hits == 0 ? 1 : 0, relaxed && hits > 0 ? 1 : 0, 0, hits);
    }
    boolean emptied = folded.isEmpty() || findsWithoutFilters(searched);
    return new Counts(1, emptied ? 0 : 1, 0, emptied ? 1 : 0, 0);
  }

  private boolean findsWithoutFilters(Searched searched) {
    SearchQuery words =
        SearchQuery.of(searched.text())
            .with(new SearchQuery.Page(1, null))
            .with(SearchQuery.Want.HITS);
    var own = index.of(searched.audience());
    return own.ready() && own.search(words).total() > 0;
  }

  private synchronized void flush() {
    readWhole();
    if (pending.isEmpty()) {
      return;
    }
    Map<TallyStore.Key, Counts> now = Map.copyOf(pending);
    pending.clear();
    database.inTransaction(() -> {
      now.forEach(store::add);
      return now;
    });
  }

  private LocalDate thisWeek() {
    return weekOf(clock.instant());
  }

  /** The Monday of the week in Hong Kong. */
  static LocalDate weekOf(Instant moment) {
    return moment
        .atZone(HONG_KONG)
        .toLocalDate()
        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  @Override
  public void close() {
    closing = true;
    @Nullable InterruptedException stopped = null;
    try {
      thread.join(Duration.ofSeconds(5));
    } catch (InterruptedException e) {
      stopped = e;
    }
    try {
      drain();
    } catch (RuntimeException e) {
      LOG.warn("The last searches were not counted: {}", e.getClass().getSimpleName());
    }
    if (stopped != null) {
      Thread.currentThread().interrupt();
    }
  }
}
