package praya.projection;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import praya.domain.Problem;
import praya.search.Position;
import praya.search.SearchIndexes;
import praya.store.Change;
import praya.store.ChangeLog;
import praya.store.Subject;
import praya.taxonomy.TaxonomyService;

/**
 * Follows the change feed and keeps the views: the search indexes, the graphs and the taxonomy.
 *
 * <h2>How it follows</h2>
 *
 * A step takes the feed's horizon, reads the entries from its own position up to there, and makes
 * the views show the organisations that they name as they are <em>now</em>. Reading the present row
 * instead of applying the change makes every step idempotent: a step that is cut short is simply
 * done again, and a rebuilt view equals one that followed step by step.
 *
 * <h2>How it survives</h2>
 *
 * The index is made visible after each step and made durable less often; a commit carries the
 * position. After a crash the index is at an older position, and the entries from there are
 * followed again. An index without a position, or with the position of another database, is filled
 * anew while the rest of Praya answers.
 */
public final class Projector implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Projector.class);

  /** Bounds what a crash makes us repeat; oftener, the disk is busy when PostgreSQL needs it. */
  private static final Duration COMMIT_EVERY = Duration.ofSeconds(5);

  /** A notification that gets lost is made up for by a look. */
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  /** How long to wait after an error of ours, so that a broken database is not hammered. */
  private static final long PAUSE_MILLIS = 500;

  /** While an older transaction of somebody else is open, the horizon is asked for again soon. */
  private static final int RETRY_MILLIS = 2;

  private static final int STEP = 1000;

  private final ChangeLog changes;
  private final TaxonomyService taxonomy;
  private final SearchIndexes index;
  private final SearchView search;
  private final GraphView graph;
  private final WakeUp wakeUp;
  private final Clock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition moved = lock.newCondition();
  private final Commits commits;
  private final Thread thread;
  private volatile State state = new State(0, 0, null, null);
  private volatile boolean closing;
  private volatile boolean rebuildWanted;
  private Instant committedAt = Instant.EPOCH;
  private long committed;
  private UUID installation = new UUID(0, 0);

  /** Up to which day the views know what is open. An index of before may be as old as a year. */
  private LocalDate day;

  private boolean filling;
  private Announcement changed = new Announcement(() -> {});

  /**
   * Where the views stand.
   *
   * @param position every change below it is visible in the views; 0 before the first fill
   * @param revision counts the steps that changed what the views show
   * @param filledAt when the index was last filled anew; null when it never was since the start
   * @param error the last error, until a step succeeds again
   */
  public record State(
      long position, long revision, @Nullable Instant filledAt, @Nullable String error) {

    State at(long nextPosition, long nextRevision) {
      return new State(nextPosition, nextRevision, filledAt, null);
    }
  }

  public Projector(
      ChangeLog changes,
      TaxonomyService taxonomy,
      SearchIndexes index,
      Views views,
      WakeUp wakeUp,
      Clock clock) {
    this.changes = changes;
    this.taxonomy = taxonomy;
    this.index = index;
    this.search = new SearchView(index, views.organisations(), views.exchanges());
    this.graph = views.graph();
    this.wakeUp = wakeUp;
    this.clock = clock;
    this.day = LocalDate.now(clock).minusYears(1);
    this.commits = new Commits(index);
    this.thread = Thread.ofPlatform().name("projector").daemon().unstarted(this::run);
  }

  /** What the views are filled from, and the graph that is filled. */
  public record Views(
      praya.organisation.OrganisationService organisations,
      praya.exchange.ExchangeService exchanges,
      GraphView graph) {}

  /**
   * Runs this soon after a step that changed what the views show, once for steps that follow each
   * other quickly. To be told before the start.
   */
  public Projector whenChanged(Runnable listener) {
    changed = new Announcement(listener);
    return this;
  }

  /** Starts following; views get ready in the background. */
  public Projector start() {
    changed.start();
    thread.start();
    return this;
  }

  public State state() {
    return state;
  }

  /** How many entries of the feed the views have not seen yet. */
  public long behind() {
    return changes.countFrom(state.position());
  }

  /** Fills the index anew, while readers see the old one. */
  public void rebuild() {
    rebuildWanted = true;
    wakeUp.now();
  }

  /**
   * Waits until the views show the write at this position.
   *
   * @throws Problem.NotReady when that takes longer than the patience
   */
  public void await(long position, Duration patience) {
    long left = patience.toNanos();
    lock.lock();
    try {
      while (state.position() <= position) {
        if (left <= 0) {
          throw new Problem.NotReady(
              "The views have not reached the position (" + position + ") yet. Try again shortly.");
        }
        left = moved.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Problem.NotReady("The server is stopping.");
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    closing = true;
    wakeUp.now();
    try {
      thread.join(Duration.ofSeconds(10));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    changed.close();
    wakeUp.close();
    commits.close();
  }

  private void run() {
    boolean opened = false;
    while (!closing) {
      try {
        if (!opened) {
          open();
          opened = true;
        }
        // A fill that broke off is begun again: until it is done the index holds a part only.
        if (wakeUp.rebuildAsked() || rebuildWanted || filling) {
          rebuildWanted = false;
          fill(changes.horizon());
        }
        boolean complete = follow();
        turnDay();
        commitWhenDue();
        wakeUp.await(complete ? LOOK_EVERY : Duration.ofMillis(RETRY_MILLIS));
      } catch (RuntimeException e) {
        LOG.error("The views could not follow the changes; trying again", e);
        State last = state;
        move(
            new State(
                last.position(), last.revision(), last.filledAt(), String.valueOf(e.getMessage())));
        pause();
      }
    }
    commit();
  }

  private void open() {
    // Adopted entries stand at the beginning of the feed, where an index that has followed it for a
    // while no longer looks.
    boolean restored = changes.adoptForeignEntries() > 0;
    long horizon = changes.horizon();
    graph.fill(horizon);
    taxonomy.reload();
    index.taxonomy(taxonomy.current());
    installation = changes.installation();
    Optional<Position> known =
        index
            .position()
            .filter(position -> position.installation().equals(installation))
            .filter(position -> !restored && position.horizon() <= horizon);
    if (known.isPresent()) {
      committed = known.get().horizon();
      move(state.at(committed, 0));
      follow();
      index.ready(true);
    } else {
      fill(horizon);
    }
  }

  private void fill(long horizon) {
    LOG.info("Filling the search index");
    commits.finish();
    filling = true;
    graph.fill(horizon);
    int count = search.fill();
    filling = false;
    index.refresh();
    index.ready(true);
    move(new State(horizon, state.revision() + 1, clock.instant(), null));
    commit();
    LOG.info("Filled the search index with {} organisations", count);
  }

  /**
   * @return false when an entry is visible beyond the horizon, which will move soon
   */
  private boolean follow() {
    ChangeLog.Step next = changes.next(state.position(), STEP);
    long horizon = next.horizon();
    if (horizon > state.position()) {
      List<Change> step = next.changes();
      long revision = state.revision() + (step.isEmpty() ? 0 : 1);
      while (!step.isEmpty()) {
        apply(step, horizon);
        Change last = step.getLast();
        step =
            step.size() < STEP
                ? List.of()
                : changes.readBetween(ChangeLog.Place.of(last), horizon, STEP);
      }
      graph.reach(horizon);
      boolean differs = revision > state.revision();
      move(state.at(horizon, revision));
      if (differs) {
        changed.due();
      }
    }
    return !next.later();
  }

  private void apply(List<Change> step, long horizon) {
    Set<UUID> touched = new HashSet<>();
    boolean terms = false;
    boolean ties = false;
    for (Change change : step) {
      touched.addAll(change.organisations());
      terms |= change.subject() == Subject.TAXONOMY;
      // Relations name both ends by their slugs, and are seen by those who see both ends.
      ties |=
          change.subject() == Subject.RELATION
              || (change.subject() == Subject.ORGANISATION && graph.ties(change.organisations()));
    }
    if (terms) {
      index.taxonomy(taxonomy.reload());
      search.putAll();
    }
    search.renew(touched);
    if (ties) {
      graph.fill(horizon);
    }
    index.refresh();
  }

  /** Needs and offers open and close as a day begins, without an entry in the feed. */
  private void turnDay() {
    LocalDate today = LocalDate.now(clock);
    if (today.isAfter(day)) {
      search.turn(day, today);
      index.refresh();
      day = today;
    }
  }

  private void commitWhenDue() {
    boolean due = Duration.between(committedAt, clock.instant()).compareTo(COMMIT_EVERY) >= 0;
    if (due && state.position() > committed && !commits.busy()) {
      commits.finish();
      index.tidy();
      commits.begin(reached());
    }
  }

  private Position reached() {
    committed = state.position();
    committedAt = clock.instant();
    return new Position(installation, committed);
  }

  private void commit() {
    // An index that is half filled must not become durable: after a crash it would seem complete.
    if (state.position() > 0 && !filling) {
      commits.finish();
      index.commit(reached());
      index.tidy();
    }
  }

  private void move(State next) {
    lock.lock();
    try {
      state = next;
      moved.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closing = true;
    }
  }
}
