package praya.organisation;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import praya.domain.Action;
import praya.domain.Actor;
import praya.domain.Entry;
import praya.domain.Organisation;
import praya.domain.Origin;
import praya.domain.Permission;
import praya.domain.Problem;
import praya.domain.Viewer;
import praya.domain.Visibility;
import praya.domain.Written;
import praya.json.Json;
import praya.store.Database;
import praya.store.Journal;
import praya.store.Subject;
import praya.store.Visible;

/**
 * What can be done with organisations. A write keeps its history: audit, change and provenance.
 * What a viewer may not see does not exist for them, whatever they ask or try.
 */
public final class OrganisationService {
  private final Database database;
  private final Journal journal;
  private final OrganisationStore store;
  private final StatementStore statements;
  private final Supplier<UUID> ids;
  private final Clock clock;

  public OrganisationService(Database database, Journal journal, Supplier<UUID> ids, Clock clock) {
    this.database = database;
    this.journal = journal;
    this.store = new OrganisationStore(database);
    this.statements = new StatementStore(database);
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * The organisation of an id or slug, if the viewer may see it.
   *
   * @throws Problem.Moved for a former slug
   */
  public Organisation get(String idOrSlug, Viewer viewer) {
    return find(idOrSlug, viewer)
        .orElseThrow(() ->
            movedTo(idOrSlug, viewer)
                .<Problem>map(present -> new Problem.Moved(idOrSlug, present))
                .orElseGet(() ->
                    new Problem.NotFound(
                        "There is no organisation ("
                            + idOrSlug
                            + "). Maybe search for its name.")));
  }

  public Optional<Organisation> find(String idOrSlug, Viewer viewer) {
    return store.find(idOrSlug, Visible.atAddress(viewer));
  }

  /** Those of the ids that exist for the viewer, by slug. */
  public List<Organisation> list(Collection<UUID> ids, Viewer viewer) {
    return store.list(ids, Visible.atAddress(viewer));
  }

  /** Organisations with an id after this one, in order: for reading all of them in steps. */
  public List<Organisation> listAfter(UUID id, int limit, Viewer viewer) {
    return store.listAfter(id, limit, Visible.found(viewer));
  }

  /** All organisations, whoever may see them: for making views, never for an answer. */
  public WholeOrganisations whole() {
    return new WholeOrganisations(store);
  }

  /**
   * Organisations that public reports name as users of the centre, by slug. A report is not a
   * grant, and amounts are not public.
   */
  public List<Organisation> reportedComputeUsers(Viewer viewer) {
    return store.reportedComputeUsers(Visible.found(viewer));
  }

  /** The newest by year of foundation or intake. */
  public List<Organisation> listNewest(int limit, Viewer viewer) {
    return store.listNewest(limit, Visible.found(viewer));
  }

  public int count(Viewer viewer) {
    return store.count(Visible.found(viewer));
  }

  /** How many real ones, or fictional ones, the viewer comes across. */
  public int count(boolean fictional, Viewer viewer) {
    return store.count(fictional, Visible.found(viewer));
  }

  /** The slug of the organisation that had this one before. */
  public Optional<String> movedTo(String formerSlug, Viewer viewer) {
    return store.presentSlug(formerSlug, Visible.atAddress(viewer));
  }

  public List<Statement> statements(UUID id) {
    return statements.list(id);
  }

  public Written<Organisation> create(Entry entry, Actor actor) {
    Permission.require(actor, Action.CREATE_ORGANISATION);
    return database.inTransaction(() -> {
      UUID id = ids.get();
      Instant now = clock.instant();
      store.insert(id, entry, now);
      Organisation created = get(id.toString(), Viewer.STAFF);
      statements.insert(
          id,
          entry.origin().sources().stream()
              .map(source ->
                  new Statement(
                      Statement.WHOLE,
                      null,
                      source,
                      now,
                      actor.name(),
                      entry.origin().confirmedAt()))
              .toList());
      return new Written<>(created, journal.record(actor, target(id), null, text(created)));
    });
  }

  /**
   * Writes an entry anew.
   *
   * @throws Problem.Stale when the version is no longer the current one
   */
  public Written<Organisation> replace(String idOrSlug, long version, Entry entry, Actor actor) {
    return database.inTransaction(() -> {
      Organisation before = reach(idOrSlug, actor);
      Permission.require(actor, Action.EDIT_ORGANISATION, before);
      requireVisibility(actor, before, entry.visibility());
      if (before.version() != version || !store.update(before, version, entry)) {
        throw stale(before.version(), version);
      }
      Organisation after = get(before.id().toString(), Viewer.STAFF);
      FieldRule.require(actor, before, after);
      statements.insert(before.id(), changedFields(before, after, actor));
      long position = journal.record(actor, target(before.id()), text(before), text(after));
      if (before.entry().visibility() != entry.visibility()) {
        journal.belongingsOf(before.id());
      }
      return new Written<>(get(before.id().toString(), actor.viewer()), position);
    });
  }

  /**
   * Deletes an organisation that nothing names any more.
   *
   * @throws Problem.Conflict while needs, offers, relations or allocations name it
   */
  public long delete(String idOrSlug, long version, Actor actor) {
    return database.inTransaction(() -> {
      Organisation before = reach(idOrSlug, actor);
      Permission.require(actor, Action.DELETE_ORGANISATION, before);
      if (!store.delete(before.id(), version)) {
        throw stale(before.version(), version);
      }
      return journal.record(actor, target(before.id()), text(before), null);
    });
  }

  /**
   * Ends an organisation that has become a part of another one: all its addresses lead there.
   *
   * @throws Problem.Conflict while needs, offers, relations or allocations name it
   */
  public long leadTo(Organisation goes, UUID stays, Actor actor) {
    Permission.require(actor, Action.DELETE_ORGANISATION, goes);
    return database.inTransaction(() -> {
      if (!store.leadTo(goes, stays)) {
        throw new Problem.Stale(
            "The organisation (" + goes.slug() + ") was changed meanwhile. Look at it again.");
      }
      return journal.record(actor, target(goes.id()), text(goes), null);
    });
  }

  /** The organisation in full, as the audit keeps it, if the actor may see it at all. */
  private Organisation reach(String idOrSlug, Actor actor) {
    return get(get(idOrSlug, actor.viewer()).id().toString(), Viewer.STAFF);
  }

  /** Members choose who sees their organisation, but what staff have decided stays so. */
  private static void requireVisibility(Actor actor, Organisation before, Visibility wanted) {
    Visibility present = before.entry().visibility();
    if (present != wanted && (present.isDecidedByStaff() || wanted.isDecidedByStaff())) {
      Permission.require(actor, Action.DELIST_ORGANISATION, before);
    }
  }

  private List<Statement> changedFields(Organisation before, Organisation after, Actor actor) {
    Map<String, @Nullable Object> old = OrganisationJson.of(before);
    var changed = new ArrayList<Statement>();
    // What the source of a change is can only be what the record newly cites; else who wrote it.
    List<String> newSources =
        after.entry().origin().sources().stream()
            .filter(source -> !before.entry().origin().sources().contains(source))
            .toList();
    boolean itself = saysItself(actor, after);
    String own = itself ? Statement.ITSELF : actor.name();
    String source = newSources.isEmpty() ? own : String.join("; ", newSources);
    Instant now = clock.instant();
    Instant confirmed = itself ? now : after.entry().origin().confirmedAt();
    OrganisationJson.of(after)
        .forEach((field, value) -> {
          boolean content = !field.equals("version") && !field.equals("sources");
          if (content && !Objects.equals(value, old.get(field))) {
            changed.add(
                new Statement(field, Json.text(value), source, now, actor.name(), confirmed));
          }
        });
    return changed;
  }

  /**
   * Notes that facts are still true, as the organisation itself says, or staff in its place.
   *
   * @param fields as in the API; those of {@link FieldRule#confirmable}
   */
  public void confirm(String idOrSlug, Collection<String> fields, Actor actor) {
    database.inTransaction(() -> {
      Organisation organisation = reach(idOrSlug, actor);
      Permission.require(actor, Action.CONFIRM_FACTS, organisation);
      Map<String, @Nullable Object> json = OrganisationJson.of(organisation);
      String source = saysItself(actor, organisation) ? Statement.ITSELF : actor.name();
      Instant now = clock.instant();
      for (String field : fields) {
        Object value = json.get(field);
        if (!FieldRule.confirmable(field) || value == null) {
          throw new Problem.InvalidInput(
              "field", field, "The field (" + field + ") has nothing that could be confirmed.");
        }
        statements.confirm(
            organisation.id(),
            new Statement(field, Json.text(value), source, now, actor.name(), now));
      }
      return organisation;
    });
  }

  /** Notes that all facts are still true; from then on the record counts as confirmed. */
  public Written<Organisation> confirmAll(String idOrSlug, Actor actor) {
    return database.inTransaction(() -> {
      Organisation before = reach(idOrSlug, actor);
      List<String> stated =
          OrganisationJson.of(before).entrySet().stream()
              .filter(field -> FieldRule.confirmable(field.getKey()) && field.getValue() != null)
              .map(Map.Entry::getKey)
              .toList();
      confirm(idOrSlug, stated, actor);
      Origin origin = before.entry().origin();
      Instant now = clock.instant().truncatedTo(java.time.temporal.ChronoUnit.MICROS);
      Entry entry = before.entry().with(new Origin(origin.fictional(), origin.sources(), now));
      if (!store.update(before, before.version(), entry)) {
        throw stale(before.version() + 1, before.version());
      }
      Organisation after = get(before.id().toString(), Viewer.STAFF);
      long position = journal.record(actor, target(before.id()), text(before), text(after));
      return new Written<>(after, position);
    });
  }

  private static boolean saysItself(Actor actor, Organisation organisation) {
    return actor.actsFor(organisation.id()) && !actor.isStaff();
  }

  private static Journal.Target target(UUID id) {
    return new Journal.Target(Subject.ORGANISATION, id.toString(), id, Set.of(id));
  }

  private static String text(Organisation organisation) {
    return Json.text(OrganisationJson.of(organisation));
  }

  private static Problem.Stale stale(long current, long given) {
    return new Problem.Stale(
        "The organisation is at version ("
            + current
            + "), the change is for version ("
            + given
            + "). Read it again and repeat the change.");
  }
}
