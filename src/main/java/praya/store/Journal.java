package praya.store;

import static praya.store.db.Tables.AUDIT;
import static praya.store.db.Tables.RECORD_VERSION;

import java.util.Set;
import java.util.UUID;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import praya.domain.Actor;

/**
 * What every write leaves beside its rows, in the same transaction: an entry in the change feed,
 * one in the audit, which says who did it and what it was before and after, and, for records that
 * belong to an organisation, a version in their history.
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
   * @param owner the organisation in whose history it stands; null for what has no history
   * @param organisations whose views the write touches
   */
  public record Target(Subject subject, String id, @Nullable UUID owner, Set<UUID> organisations) {
    public Target {
      organisations = Set.copyOf(organisations);
    }

    /** A thing without a history. */
    public Target(Subject subject, String id, Set<UUID> organisations) {
      this(subject, id, null, organisations);
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
    if (target.owner() != null) {
      keep(actor, target, target.owner(), after);
    }
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

  /** Two writers of one record wait for each other at its row, so numbers have no gaps. */
  private void keep(Actor actor, Target target, UUID owner, @Nullable String after) {
    var last =
        DSL.select(DSL.coalesce(DSL.max(RECORD_VERSION.NUMBER), 0L).plus(1L))
            .from(RECORD_VERSION)
            .where(
                RECORD_VERSION.ENTITY.eq(target.subject().code()),
                RECORD_VERSION.ENTITY_ID.eq(target.id()));
    database
        .sql()
        .insertInto(RECORD_VERSION)
        .set(RECORD_VERSION.ENTITY, target.subject().code())
        .set(RECORD_VERSION.ENTITY_ID, target.id())
        .set(RECORD_VERSION.NUMBER, DSL.field(last))
        .set(RECORD_VERSION.ORGANISATION_ID, owner)
        .set(RECORD_VERSION.ACTOR, actor.name())
        .set(RECORD_VERSION.ROLE, actor.role().code())
        .set(RECORD_VERSION.REASON, actor.reason())
        .set(RECORD_VERSION.CONTENT, JSONB.jsonbOrNull(after))
        .execute();
  }

  /** Tells readers of the feed what appeared or disappeared together with an organisation. */
  public void belongingsOf(UUID organisation) {
    changes.appendBelongingsOf(organisation);
  }
}
