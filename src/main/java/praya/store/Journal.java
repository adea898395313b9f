package praya.store;

import static praya.store.db.Tables.AUDIT;

import java.util.Set;
import java.util.UUID;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import praya.domain.Actor;

/**
 * What every write leaves beside its rows, in the same transaction: an entry in the change feed and
 * one in the audit, which says who did it and what it was before and after.
 */
public final class Journal {
  private final Database database;
  private final ChangeLog changes;

  public Journal(Database database, ChangeLog changes) {
    this.database = database;
    this.changes = changes;
  }

  /**
   * A thing that a write is about.
   *
   * @param organisations whose views the write touches
   */
  public record Target(Subject subject, String id, Set<UUID> organisations) {
    public Target {
      organisations = Set.copyOf(organisations);
    }
  }

  /**
   * Records a write.
   *
   * @param before the JSON of the record before; null when it is new
   * @param after the JSON of the record after; null when it is gone
   * @return the position of the write in the change feed
   */
  public long record(Actor actor, Target target, @Nullable String before, @Nullable String after) {
    Change.Action action =
        before == null
            ? Change.Action.CREATED
            : after == null ? Change.Action.DELETED : Change.Action.CHANGED;
    var event = new Event(target.subject().code(), target.id(), action.code());
    note(actor, event, before, after);
    return changes.append(target, action);
  }

  /**
   * Something that happened to a thing that no view follows.
   *
   * @param entity what kind of thing, in one word, such as {@code account}
   * @param id of the thing; never a name or an address of a person
   * @param action what happened, as a past participle such as {@code disabled}
   */
  public record Event(String entity, String id, String action) {}

  /**
   * Notes in the audit alone what no view follows: accounts, keys, letters, decisions. The JSON
   * must hold no personal data, since rows of the audit are never erased.
   */
  public void note(Actor actor, Event event, @Nullable String before, @Nullable String after) {
    database
        .sql()
        .insertInto(AUDIT)
        .set(AUDIT.ACTOR, actor.name())
        .set(AUDIT.ACTION, event.action())
        .set(AUDIT.ENTITY, event.entity())
        .set(AUDIT.ENTITY_ID, event.id())
        .set(AUDIT.REASON, actor.reason())
        .set(AUDIT.BEFORE, JSONB.jsonbOrNull(before))
        .set(AUDIT.AFTER, JSONB.jsonbOrNull(after))
        .execute();
  }
}
