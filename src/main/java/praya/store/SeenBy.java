package praya.store;

import static praya.store.db.Tables.ALLOCATION;
import static praya.store.db.Tables.CHANGE;
import static praya.store.db.Tables.NEED;
import static praya.store.db.Tables.OFFER;
import static praya.store.db.Tables.ORGANISATION;
import static praya.store.db.Tables.RELATION;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import praya.domain.Audience;
import praya.store.db.tables.Organisation;

/**
 * Which is the smallest audience that comes across a subject: what the change feed must know to
 * tell every reader what happened to what they may see.
 */
final class SeenBy {
  /** No audience: the subject does not exist, or is hidden. */
  static final String NONE = "none";

  private static final Organisation FROM = ORGANISATION.as("source_organisation");
  private static final Organisation TO = ORGANISATION.as("target_organisation");

  private final Database database;

  SeenBy(Database database) {
    this.database = database;
  }

  /** The codes that stand for what an audience sees. */
  static List<String> codes(Audience audience) {
    return Arrays.stream(Audience.values())
        .filter(smaller -> smaller.compareTo(audience) <= 0)
        .map(Audience::code)
        .toList();
  }

  /** The smallest audience that comes across the subject as it is now. */
  String now(Subject subject, String id) {
    return switch (subject) {
      case TAXONOMY, CENTRE -> Audience.PUBLIC.code();
      case ORGANISATION ->
          smallest(
              ORGANISATION,
              ORGANISATION.ID.eq(UUID.fromString(id)),
              seen -> seen.organisation(ORGANISATION));
      case NEED ->
          smallest(
              NEED.join(ORGANISATION).on(ORGANISATION.ID.eq(NEED.ORGANISATION_ID)),
              NEED.ID.eq(id),
              seen -> seen.text(NEED.VISIBILITY, ORGANISATION));
      case OFFER ->
          smallest(
              OFFER.join(ORGANISATION).on(ORGANISATION.ID.eq(OFFER.ORGANISATION_ID)),
              OFFER.ID.eq(id),
              seen -> seen.text(OFFER.VISIBILITY, ORGANISATION));
      case ALLOCATION ->
          smallest(
              ALLOCATION.join(ORGANISATION).on(ORGANISATION.ID.eq(ALLOCATION.ORGANISATION_ID)),
              ALLOCATION.ID.eq(id),
              seen -> seen.text(ALLOCATION.VISIBILITY, ORGANISATION));
      case RELATION ->
          smallest(
              RELATION
                  .join(FROM)
                  .on(FROM.ID.eq(RELATION.FROM_ID))
                  .join(TO)
                  .on(TO.ID.eq(RELATION.TO_ID)),
              RELATION.ID.eq(id),
              seen -> seen.relation(RELATION.VISIBILITY, FROM, TO));
    };
  }

  /** What the feed said last of the subject. */
  String before(Subject subject, String id) {
    return database
        .sql()
        .select(CHANGE.SEEN_AFTER)
        .from(CHANGE)
        .where(CHANGE.ENTITY.eq(subject.code()), CHANGE.ENTITY_ID.eq(id))
        .orderBy(CHANGE.SEQUENCE.desc())
        .limit(1)
        .fetchOptional(CHANGE.SEEN_AFTER)
        .orElse(NONE);
  }

  /** Everything that belongs to an organisation and is seen only together with it. */
  List<Journal.Target> belongingsOf(UUID organisation) {
    List<Journal.Target> found = new ArrayList<>();
    add(found, Subject.NEED, ids(NEED.ID, NEED.ORGANISATION_ID.eq(organisation)), organisation);
    add(found, Subject.OFFER, ids(OFFER.ID, OFFER.ORGANISATION_ID.eq(organisation)), organisation);
    add(
        found,
        Subject.ALLOCATION,
        ids(ALLOCATION.ID, ALLOCATION.ORGANISATION_ID.eq(organisation)),
        organisation);
    add(
        found,
        Subject.RELATION,
        ids(RELATION.ID, RELATION.FROM_ID.eq(organisation).or(RELATION.TO_ID.eq(organisation))),
        organisation);
    return found;
  }

  private static void add(
      List<Journal.Target> found, Subject subject, List<String> ids, UUID organisation) {
    ids.forEach(id -> found.add(new Journal.Target(subject, id, Set.of(organisation))));
  }

  private List<String> ids(org.jooq.TableField<?, String> id, Condition condition) {
    Select<? extends Record> rows =
        database
            .sql()
            .select(id)
            .from(java.util.Objects.requireNonNull(id.getTable()))
            .where(condition)
            .orderBy(id);
    return rows.fetch(id);
  }

  private String smallest(Table<?> rows, Condition which, Function<Visible, Condition> seenBy) {
    Field<String> audience = DSL.inline(NONE);
    for (Audience each : List.of(Audience.STAFF, Audience.MEMBERS, Audience.PUBLIC)) {
      audience =
          DSL.when(seenBy.apply(Visible.found(each.viewer())), DSL.inline(each.code()))
              .otherwise(audience);
    }
    return database
        .sql()
        .select(audience)
        .from(rows)
        .where(which)
        .fetchOptional(org.jooq.Record1::value1)
        .orElse(NONE);
  }
}
