package praya.organisation;

import static praya.store.db.Tables.ORGANISATION;
import static praya.store.db.Tables.RELATION;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.impl.DSL;
import praya.domain.LocalText;
import praya.domain.Relation;
import praya.domain.Tie;
import praya.domain.Visibility;
import praya.http.Page;
import praya.store.Database;
import praya.store.Visible;
import praya.store.db.tables.Organisation;
import praya.store.db.tables.records.RelationRecord;

/** Relations in PostgreSQL. */
final class RelationStore {
  private static final Organisation FROM = ORGANISATION.as("source_organisation");
  private static final Organisation TO = ORGANISATION.as("target_organisation");

  private final Database database;

  RelationStore(Database database) {
    this.database = database;
  }

  Optional<Relation> find(String id, Visible visible) {
    return list(RELATION.ID.eq(id), visible).stream().findFirst();
  }

  /** Relations on either side of an organisation. */
  List<Relation> listOf(UUID organisation, Visible visible) {
    return list(RELATION.FROM_ID.eq(organisation).or(RELATION.TO_ID.eq(organisation)), visible);
  }

  List<Relation> listAll(Visible visible) {
    return list(DSL.noCondition(), visible);
  }

  /** All relations with the visibilities of their ends, whoever may see them. */
  List<Tie> ties() {
    return select(DSL.noCondition(), Integer.MAX_VALUE)
        .fetch(row ->
            new Tie(
                relation(row),
                Visibility.of(row.get(FROM.VISIBILITY)),
                Visibility.of(row.get(TO.VISIBILITY))));
  }

  Optional<Relation> findTie(UUID from, UUID to, String type, Visible visible) {
    Condition tie =
        RELATION.FROM_ID.eq(from).and(RELATION.TO_ID.eq(to)).and(RELATION.TYPE.eq(type));
    return list(tie, visible).stream().findFirst();
  }

  Page<Relation> page(Page.Request request, RelationFilter filter, Visible visible) {
    Condition chosen = condition(filter).and(visible.relation(RELATION.VISIBILITY, FROM, TO));
    Condition after = request.after() == null ? DSL.noCondition() : RELATION.ID.gt(request.after());
    return Page.of(
        select(chosen.and(after), request.limit() + 1).fetch(RelationStore::relation),
        request,
        database.sql().fetchCount(select(chosen, Integer.MAX_VALUE)),
        Relation::id);
  }

  private static Condition condition(RelationFilter filter) {
    Condition sides =
        filter.organisations().isEmpty()
            ? DSL.noCondition()
            : FROM.SLUG.in(filter.organisations()).or(TO.SLUG.in(filter.organisations()));
    return sides
        .and(filter.types().isEmpty() ? DSL.noCondition() : RELATION.TYPE.in(filter.types()))
        .and(
            filter.fictional().isEmpty()
                ? DSL.noCondition()
                : RELATION.FICTIONAL.in(filter.fictional()));
  }

  void insert(String id, UUID from, UUID to, Relation.Content content) {
    RelationRecord row = row(from, to, content);
    row.setId(id);
    database.sql().insertInto(RELATION).set(row).execute();
  }

  boolean update(Relation before, UUID from, UUID to, Relation.Content content) {
    RelationRecord row = row(from, to, content);
    row.setVersion(before.version() + 1);
    return database
            .sql()
            .update(RELATION)
            .set(row)
            .where(RELATION.ID.eq(before.id()), RELATION.VERSION.eq(before.version()))
            .execute()
        == 1;
  }

  boolean delete(String id, long version) {
    return database
            .sql()
            .deleteFrom(RELATION)
            .where(RELATION.ID.eq(id), RELATION.VERSION.eq(version))
            .execute()
        == 1;
  }

  private List<Relation> list(Condition condition, Visible visible) {
    Condition seen = condition.and(visible.relation(RELATION.VISIBILITY, FROM, TO));
    return select(seen, Integer.MAX_VALUE).fetch(RelationStore::relation);
  }

  private Select<? extends Record> select(Condition condition, int limit) {
    return database
        .sql()
        .select(RELATION.asterisk(), FROM.SLUG, FROM.VISIBILITY, TO.SLUG, TO.VISIBILITY)
        .from(RELATION)
        .join(FROM)
        .on(FROM.ID.eq(RELATION.FROM_ID))
        .join(TO)
        .on(TO.ID.eq(RELATION.TO_ID))
        .where(condition)
        .orderBy(RELATION.ID)
        .limit(limit);
  }

  private static RelationRecord row(UUID from, UUID to, Relation.Content content) {
    var row = new RelationRecord();
    row.setFromId(from);
    row.setToId(to);
    row.setType(content.type());
    row.setFactEn(content.fact().en());
    row.setFactZhHant(content.fact().zhHant());
    row.setFactZhHans(content.fact().zhHans());
    row.setSince(content.since());
    row.setSource(content.source());
    row.setFictional(content.fictional());
    row.setVisibility(content.visibility().code());
    return row;
  }

  private static Relation relation(Record fetched) {
    RelationRecord row = fetched.into(RELATION);
    return new Relation(
        row.getId(),
        row.getVersion(),
        row.getFromId(),
        row.getToId(),
        new Relation.Content(
            new Relation.Ends(fetched.get(FROM.SLUG), fetched.get(TO.SLUG)),
            row.getType(),
            new LocalText(row.getFactEn(), row.getFactZhHant(), row.getFactZhHans()),
            row.getSince(),
            row.getSource(),
            row.getFictional(),
            Visibility.of(row.getVisibility())));
  }
}
