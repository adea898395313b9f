package praya.compute;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import praya.domain.Action;
import praya.domain.Actor;
import praya.domain.Allocation;
import praya.domain.Organisation;
import praya.domain.Permission;
import praya.domain.Problem;
import praya.domain.Written;
import praya.http.Page;
import praya.json.Json;
import praya.organisation.OrganisationService;
import praya.store.Database;
import praya.store.Journal;
import praya.store.Subject;

/**
 * What can be done with allocations and their use. The database refuses to grant more than the
 * centre has on any day, whoever writes at the same time.
 */
public final class AllocationService {
  private final Database database;
  private final Journal journal;
  private final AllocationStore store;
  private final OrganisationService organisations;
  private final Supplier<UUID> ids;

  public AllocationService(
      Database database, Journal journal, OrganisationService organisations, Supplier<UUID> ids) {
    this.database = database;
    this.journal = journal;
    this.store = new AllocationStore(database);
    this.organisations = organisations;
    this.ids = ids;
  }

  public Holding get(String id) {
    return store
        .find(id)
        .orElseThrow(() -> new Problem.NotFound("There is no allocation (" + id + ")."));
  }

  public List<Holding> listOf(UUID organisation) {
    return store.listOf(organisation);
  }

  public List<Holding> listAll() {
    return store.listAll();
  }

  public Page<Holding> page(Page.Request request, HoldingFilter filter) {
    return store.page(request, filter);
  }

  /** The reported use of an allocation, oldest week first. */
  public List<Holding.Week> weeks(String id) {
    return store.weeks(get(id).allocation().id());
  }

  /** The use of all allocations together, oldest week first. */
  public List<Holding.Week> weeks() {
    return store.weeks();
  }

  public Written<Holding> create(
      Allocation.Content content, @Nullable String wantedId, Actor actor) {
    Permission.require(actor, Action.EDIT_ALLOCATION);
    String id = wantedId == null ? ids.get().toString() : wantedId;
    return database.inTransaction(() -> {
      UUID holder = holder(content);
      store.insert(id, holder, content);
      Holding created = get(id);
      return new Written<>(
          created, journal.record(actor, target(id, Set.of(holder)), null, text(created)));
    });
  }

  public Written<Holding> replace(
      String id, long version, Allocation.Content content, Actor actor) {
    Permission.require(actor, Action.EDIT_ALLOCATION);
    return database.inTransaction(() -> {
      Holding before = get(id);
      UUID holder = holder(content);
      if (before.allocation().version() != version
          || !store.update(before.allocation(), holder, content)) {
        throw stale(before.allocation().version(), version);
      }
      Holding after = get(id);
      var touched = new HashSet<>(List.of(holder));
      touched.add(before.allocation().organisationId());
      return new Written<>(
          after, journal.record(actor, target(id, touched), text(before), text(after)));
    });
  }

  public long delete(String id, long version, Actor actor) {
    Permission.require(actor, Action.EDIT_ALLOCATION);
    return database.inTransaction(() -> {
      Holding before = get(id);
      if (!store.delete(id, version)) {
        throw stale(before.allocation().version(), version);
      }
      var touched = Set.of(before.allocation().organisationId());
      return journal.record(actor, target(id, touched), text(before), null);
    });
  }

  /**
   * Records the use of a week, or corrects it.
   *
   * @return whether anything changed
   */
  public boolean putWeek(String allocation, Holding.Week week) {
    return database.inTransaction(() -> store.putWeek(allocation, week));
  }

  private UUID holder(Allocation.Content content) {
    return organisations
        .find(content.organisation())
        .map(Organisation::id)
        .orElseThrow(() ->
            new Problem.InvalidInput(
                "organisation",
                content.organisation(),
                "The field organisation ("
                    + content.organisation()
                    + ") names no organisation. Maybe create it first."));
  }

  private static Journal.Target target(String id, Set<UUID> touched) {
    return new Journal.Target(Subject.ALLOCATION, id, touched);
  }

  private static String text(Holding holding) {
    return Json.text(HoldingJson.of(holding));
  }

  private static Problem.Stale stale(long current, long given) {
    return new Problem.Stale(
        "The allocation is at version ("
            + current
            + "), the change is for version ("
            + given
            + "). Read it again and repeat the change.");
  }
}
