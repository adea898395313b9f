package praya.compute;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
import praya.domain.Viewer;
import praya.domain.Visibility;
import praya.domain.Written;
import praya.http.Page;
import praya.json.Json;
import praya.organisation.OrganisationService;
import praya.store.Database;
import praya.store.Journal;
import praya.store.Subject;
import praya.store.Visible;

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

  public Holding get(String id, Viewer viewer) {
    return store
        .find(id, Visible.atAddress(viewer))
        .orElseThrow(() -> new Problem.NotFound("There is no allocation (" + id + ")."));
  }

  /** The allocations that the viewer may know to be this organisation's. */
  public List<Holding> listOf(UUID organisation, Viewer viewer) {
    return store.listOf(organisation, Visible.atAddress(viewer));
  }

  /** All that the viewer comes across, if perhaps not whose they are. */
  public List<Holding> listAll(Viewer viewer) {
    return store.listAll(Visible.found(viewer));
  }

  public Page<Holding> page(Page.Request request, HoldingFilter filter, Viewer viewer) {
    return store.page(request, filter, Visible.found(viewer));
  }

  /** The reported use of an allocation, oldest week first. */
  public List<Holding.Week> weeks(String id, Viewer viewer) {
    return store.weeks(get(id, viewer).allocation().id());
  }

  /** The use together of all allocations that the viewer comes across, oldest week first. */
  public List<Holding.Week> weeks(Viewer viewer) {
    return store.weeks(Visible.found(viewer));
  }

  public Written<Holding> create(
      Allocation.Content content, @Nullable String wantedId, Actor actor) {
    Permission.require(actor, Action.EDIT_ALLOCATION);
    String id = wantedId == null ? ids.get().toString() : wantedId;
    return database.inTransaction(() -> {
      UUID holder = holder(content, actor);
      store.insert(id, holder, content);
      Holding created = get(id, Viewer.STAFF);
      return new Written<>(
          created, journal.record(actor, target(id, Set.of(holder)), null, text(created)));
    });
  }

  public Written<Holding> replace(
      String id, long version, Allocation.Content content, Actor actor) {
    Permission.require(actor, Action.EDIT_ALLOCATION);
    return database.inTransaction(() -> {
      Holding before = get(id, actor.viewer());
      UUID holder = holder(content, actor);
      if (before.allocation().version() != version
          || !store.update(before.allocation(), holder, content)) {
        throw stale(before.allocation().version(), version);
      }
      Holding after = get(id, Viewer.STAFF);
      var touched = new HashSet<>(List.of(holder));
      touched.add(before.allocation().organisationId());
      return new Written<>(
          after, journal.record(actor, target(id, touched), text(before), text(after)));
    });
  }

  public long delete(String id, long version, Actor actor) {
    Permission.require(actor, Action.EDIT_ALLOCATION);
    return database.inTransaction(() -> {
      Holding before = get(id, actor.viewer());
      if (!store.delete(id, version)) {
        throw stale(before.allocation().version(), version);
      }
      var touched = Set.of(before.allocation().organisationId());
      return journal.record(actor, target(id, touched), text(before), null);
    });
  }

  /**
   * Records the use of a week, or corrects it. No view follows it, so it is in the audit alone.
   *
   * @return whether anything changed
   */
  public boolean putWeek(String allocation, Holding.Week week, Actor actor) {
    return database.inTransaction(() -> {
      boolean changed = store.putWeek(allocation, week);
      if (changed) {
        var event = new Journal.Event("usage", allocation + " " + week.week(), "recorded");
        journal.note(
            actor,
            event,
            null,
            Json.text(
                Map.of(
                    "availableCardHours", week.availableCardHours(),
                    "usedCardHours", week.usedCardHours())));
      }
      return changed;
    });
  }

  /** The organisation whose it is; an anonymous project must not name it. */
  private UUID holder(Allocation.Content content, Actor actor) {
    Organisation holder =
        organisations
            .find(content.organisation(), actor.viewer())
            .orElseThrow(() ->
                new Problem.InvalidInput(
                    "organisation",
                    content.organisation(),
                    "The field organisation ("
                        + content.organisation()
                        + ") names no organisation. Maybe create it first."));
    if (content.visibility() == Visibility.ANONYMOUS
        && holder.profile().isNamedIn(content.project())) {
      throw new Problem.InvalidInput(
          "projectEn",
          holder.slug(),
          "An anonymous project must not name its own organisation ("
              + holder.slug()
              + "). Maybe reword it.");
    }
    return holder.id();
  }

  private static Journal.Target target(String id, Set<UUID> touched) {
    return new Journal.Target(Subject.ALLOCATION, id, touched);
  }

  private static String text(Holding holding) {
    return Json.text(HoldingJson.of(holding, Viewer.STAFF));
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
