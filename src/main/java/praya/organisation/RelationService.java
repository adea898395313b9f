package praya.organisation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import praya.domain.Action;
import praya.domain.Actor;
import praya.domain.Organisation;
import praya.domain.Permission;
import praya.domain.Problem;
import praya.domain.Relation;
import praya.domain.Tie;
import praya.domain.Viewer;
import praya.domain.Written;
import praya.http.Page;
import praya.json.Json;
import praya.store.Database;
import praya.store.Journal;
import praya.store.Subject;
import praya.store.Visible;

/** What can be done with relations. */
public final class RelationService {
  /** The types that are one tie whichever side tells it, as the database has them. */
  private static final Set<String> BOTH_WAYS = Set.of("partner", "mou", "project");

  private final Database database;
  private final Journal journal;
  private final RelationStore store;
  private final OrganisationService organisations;
  private final Supplier<UUID> ids;

  public RelationService(
      Database database, Journal journal, OrganisationService organisations, Supplier<UUID> ids) {
    this.database = database;
    this.journal = journal;
    this.store = new RelationStore(database);
    this.organisations = organisations;
    this.ids = ids;
  }

  public Relation get(String id, Viewer viewer) {
    return store
        .find(id, Visible.atAddress(viewer))
        .orElseThrow(() -> new Problem.NotFound("There is no relation (" + id + ")."));
  }

  /** Relations on either side of an organisation, by id. */
  public List<Relation> listOf(UUID organisation, Viewer viewer) {
    return store.listOf(organisation, Visible.atAddress(viewer));
  }

  public List<Relation> listAll(Viewer viewer) {
    return store.listAll(Visible.found(viewer));
  }

  public Page<Relation> page(Page.Request request, RelationFilter filter, Viewer viewer) {
    return store.page(request, filter, Visible.found(viewer));
  }

  /** All relations, whoever may see them: for making views, never for an answer. */
  public List<Tie> whole() {
    return store.ties();
  }

  /** The relation that already tells this tie, from this side. */
  public Optional<Relation> findTie(Relation.Content content, Viewer viewer) {
    UUID from = party("from", content.from(), viewer);
    UUID to = party("to", content.to(), viewer);
    return store.findTie(from, to, content.type(), Visible.atAddress(viewer));
  }

  /** Whether this tie is told already, from whichever side where it reads both ways. */
  public boolean isTold(Relation.Content content) {
    return findTie(content, Viewer.STAFF).isPresent()
        || (BOTH_WAYS.contains(content.type())
            && findTie(content.between(content.to(), content.from()), Viewer.STAFF).isPresent());
  }

  public Written<Relation> create(
      Relation.Content content, @Nullable String wantedId, Actor actor) {
    Permission.require(actor, Action.EDIT_RELATION);
    String id = wantedId == null ? ids.get().toString() : wantedId;
    return database.inTransaction(() -> {
      UUID from = party("from", content.from(), actor.viewer());
      UUID to = party("to", content.to(), actor.viewer());
      store.insert(id, from, to, content);
      Relation created = get(id, Viewer.STAFF);
      return new Written<>(
          created, journal.record(actor, target(id, Set.of(from, to)), null, text(created)));
    });
  }

  public Written<Relation> replace(String id, long version, Relation.Content content, Actor actor) {
    Permission.require(actor, Action.EDIT_RELATION);
    return database.inTransaction(() -> {
      Relation before = get(id, actor.viewer());
      UUID from = party("from", content.from(), actor.viewer());
      UUID to = party("to", content.to(), actor.viewer());
      if (before.version() != version || !store.update(before, from, to, content)) {
        throw stale(before.version(), version);
      }
      Relation after = get(id, Viewer.STAFF);
      var touched = new java.util.HashSet<>(List.of(from, to));
      touched.addAll(List.of(before.fromId(), before.toId()));
      return new Written<>(
          after, journal.record(actor, target(id, touched), text(before), text(after)));
    });
  }

  public long delete(String id, long version, Actor actor) {
    Permission.require(actor, Action.EDIT_RELATION);
    return database.inTransaction(() -> {
      Relation before = get(id, actor.viewer());
      if (!store.delete(id, version)) {
        throw stale(before.version(), version);
      }
      var touched = Set.of(before.fromId(), before.toId());
      return journal.record(actor, target(id, touched), text(before), null);
    });
  }

  private UUID party(String field, String slug, Viewer viewer) {
    return organisations
        .find(slug, viewer)
        .map(Organisation::id)
        .orElseThrow(() ->
            new Problem.InvalidInput(
                field,
                slug,
                "The field "
                    + field
                    + " ("
                    + slug
                    + ") names no organisation. Maybe create it first."));
  }

  private static Journal.Target target(String id, Set<UUID> touched) {
    return new Journal.Target(Subject.RELATION, id, touched);
  }

  private static String text(Relation relation) {
    return Json.text(RelationJson.of(relation));
  }

  private static Problem.Stale stale(long current, long given) {
    return new Problem.Stale(
        "The relation is at version ("
            + current
            + "), the change is for version ("
            + given
            + "). Read it again and repeat the change.");
  }
}
