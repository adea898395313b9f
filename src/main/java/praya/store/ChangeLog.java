package praya.store;

import static praya.store.db.Tables.CHANGE;
import static praya.store.db.Tables.INSTALLATION;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import praya.domain.Audience;

/**
 * The change feed: every write adds one entry in its own transaction, and views follow it.
 *
 * <h2>The trap</h2>
 *
 * Numbers of a sequence are given when a statement runs and become visible when its transaction
 * commits. A follower that remembers the highest number it saw loses the entry of a transaction
 * that took a lower number and commits later. So the position of a follower is a transaction id:
 * {@code pg_snapshot_xmin} of a snapshot is the id below which every transaction has ended, and
 * {@link #next} gives entries below it only. What a follower has read is therefore complete.
 *
 * <h2>The price</h2>
 *
 * One long transaction that has written something holds all followers back, in any database of the
 * same server. Reading transactions have no id and hold nobody back.
 */
public final class ChangeLog {
  /** PostgreSQL's channel for waking followers; its payload is empty and losing it is harmless. */
  public static final String CHANNEL = "praya_change";

  /** The payload that asks for a rebuild. */
  public static final String REBUILD = "rebuild";

  private final Database database;
  private final SeenBy seenBy;

  public ChangeLog(Database database) {
    this.database = database;
    this.seenBy = new SeenBy(database);
  }

  /** Adds an entry to the transaction of this thread and wakes followers when it commits. */
  public long append(Journal.Target target, Change.Action action) {
    Subject subject = target.subject();
    String before =
        action == Change.Action.CREATED ? SeenBy.NONE : seenBy.before(subject, target.id());
    String after = action == Change.Action.DELETED ? SeenBy.NONE : seenBy.now(subject, target.id());
    Long position =
        database
            .sql()
            .insertInto(CHANGE)
            .set(CHANGE.ENTITY, subject.code())
            .set(CHANGE.ENTITY_ID, target.id())
            .set(CHANGE.ACTION, action.code())
            .set(CHANGE.ORGANISATION_IDS, target.organisations().toArray(UUID[]::new))
            .set(CHANGE.SEEN_BEFORE, before)
            .set(CHANGE.SEEN_AFTER, after)
            .returningResult(CHANGE.TRANSACTION_ID)
            .fetchSingle()
            .value1();
    database.tell(CHANNEL, "");
    return position;
  }

  /**
   * Adds an entry for everything that belongs to an organisation and is now seen by more or fewer
   * than before, because the organisation is.
   */
  void appendBelongingsOf(UUID organisation) {
    for (Journal.Target target : seenBy.belongingsOf(organisation)) {
      String before = seenBy.before(target.subject(), target.id());
      if (!before.equals(seenBy.now(target.subject(), target.id()))) {
        append(target, Change.Action.CHANGED);
      }
    }
  }

  /** Asks the followers of every node to fill their views anew. */
  public void askForRebuild() {
    database.tell(CHANNEL, REBUILD);
  }

  /** The position below which nothing will ever be added. */
  public long horizon() {
    return database.sql().select(snapshot("pg_snapshot_xmin")).fetchSingle().value1();
  }

  /** Whether a write may have got this position already: all later ones get higher numbers. */
  public boolean isGiven(long position) {
    return position < database.sql().select(snapshot("pg_snapshot_xmax")).fetchSingle().value1();
  }

  /**
   * What a follower has to do, of one moment.
   *
   * @param horizon the position below which nothing will ever be added
   * @param changes the first entries from the follower's position on and below the horizon, in
   *     order
   * @param later whether an entry beyond the horizon is visible already
   */
  public record Step(long horizon, List<Change> changes, boolean later) {
    public Step {
      changes = List.copyOf(changes);
    }
  }

  /**
   * The next step of a follower that has read everything below a position, in one round trip: who
   * waits for a write waits for each.
   */
  public Step next(long from, int limit) {
    Field<Long> edge = DSL.field(DSL.name("edge", "horizon"), SQLDataType.BIGINT);
    List<Change> visible = new ArrayList<>();
    long[] horizon = {0};
    database
        .sql()
        .select(edge)
        .select(fields(CHANGE.ACTION))
        .from(DSL.table("(select {0} as horizon) as edge", snapshot("pg_snapshot_xmin")))
        .leftJoin(CHANGE)
        .on(from(from))
        .orderBy(CHANGE.TRANSACTION_ID, CHANGE.SEQUENCE)
        .limit(limit)
        .forEach(row -> {
          horizon[0] = row.get(edge);
          if (row.get(CHANGE.TRANSACTION_ID) != null) {
            visible.add(change(row, CHANGE.ACTION));
          }
        });
    List<Change> below = visible.stream().filter(change -> change.position() < horizon[0]).toList();
    boolean later = !visible.isEmpty() && visible.getLast().position() >= horizon[0];
    return new Step(horizon[0], below, later);
  }

  /** A place in the feed: behind the entry of this position and sequence. */
  public record Place(long position, long sequence) {
    public static Place of(Change change) {
      return new Place(change.position(), change.sequence());
    }
  }

  /** Entries behind a place and below the horizon, in order. */
  public List<Change> readBetween(Place from, long horizon, int limit) {
    return select(behind(from).and(below(horizon)), limit);
  }

  /**
   * The next entries behind a place that nothing can come before any more, as the audience may know
   * of them: what appears for it is created, what disappears for it is deleted, and of what it
   * never saw it reads nothing.
   */
  public List<Change> list(Place from, Audience audience, int limit) {
    List<String> seen = SeenBy.codes(audience);
    Field<Boolean> before = DSL.field(CHANGE.SEEN_BEFORE.in(seen));
    Field<Boolean> after = DSL.field(CHANGE.SEEN_AFTER.in(seen));
    return fetch(
        behind(from).and(below(horizon())).and(DSL.condition(before).or(DSL.condition(after))),
        DSL.when(DSL.not(before), Change.Action.CREATED.code())
            .when(DSL.not(after), Change.Action.DELETED.code())
            .otherwise(Change.Action.CHANGED.code()),
        limit);
  }

  /** How many entries a follower that has read up to the position has not seen yet. */
  public long countFrom(long position) {
    return database.sql().selectCount().from(CHANGE).where(from(position)).fetchSingle().value1();
  }

  /** The identity of the database that this feed belongs to. */
  public UUID installation() {
    return database.sql().select(INSTALLATION.ID).from(INSTALLATION).fetchSingle().value1();
  }

  /**
   * Makes entries from a former server readable: after a dump is loaded into a new one, their
   * transaction ids may lie ahead of its counter although those transactions ended long ago.
   */
  public int adoptForeignEntries() {
    return database
        .sql()
        .update(CHANGE)
        .set(CHANGE.TRANSACTION_ID, 0L)
        .where(CHANGE.TRANSACTION_ID.ge(snapshot("pg_snapshot_xmax")))
        .execute();
  }

  private List<Change> select(Condition condition, int limit) {
    return fetch(condition, CHANGE.ACTION, limit);
  }

  private List<Change> fetch(Condition condition, Field<String> action, int limit) {
    return database
        .sql()
        .select(fields(action))
        .from(CHANGE)
        .where(condition)
        .orderBy(CHANGE.TRANSACTION_ID, CHANGE.SEQUENCE)
        .limit(limit)
        .fetch(row -> change(row, action));
  }

  private static List<Field<?>> fields(Field<String> action) {
    return List.of(
        CHANGE.TRANSACTION_ID,
        CHANGE.SEQUENCE,
        CHANGE.AT,
        CHANGE.ENTITY,
        CHANGE.ENTITY_ID,
        action,
        CHANGE.ORGANISATION_IDS);
  }

  private static Change change(Record row, Field<String> action) {
    return new Change(
        row.get(CHANGE.TRANSACTION_ID),
        row.get(CHANGE.SEQUENCE),
        row.get(CHANGE.AT).toInstant(),
        Subject.valueOf(row.get(CHANGE.ENTITY).toUpperCase(Locale.ROOT)),
        row.get(CHANGE.ENTITY_ID),
        Change.Action.valueOf(row.get(action).toUpperCase(Locale.ROOT)),
        Set.of(row.get(CHANGE.ORGANISATION_IDS)));
  }

  private static Condition behind(Place place) {
    return DSL.row(CHANGE.TRANSACTION_ID, CHANGE.SEQUENCE).gt(place.position(), place.sequence());
  }

  private static Condition from(long position) {
    return CHANGE.TRANSACTION_ID.ge(position);
  }

  private static Condition below(long horizon) {
    return CHANGE.TRANSACTION_ID.lt(horizon);
  }

  private static Field<Long> snapshot(String edge) {
    return DSL.field(edge + "(pg_current_snapshot())::text::bigint", SQLDataType.BIGINT);
  }
}
