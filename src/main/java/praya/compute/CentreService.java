package praya.compute;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import praya.domain.Actor;
import praya.domain.Problem;
import praya.domain.Viewer;
import praya.json.Json;
import praya.store.Database;
import praya.store.Journal;
import praya.store.Subject;

/** What is known of the centre. */
public final class CentreService {
  private final Database database;
  private final Journal journal;
  private final CentreStore store;
  private final AllocationService allocations;
  private final Clock clock;

  public CentreService(
      Database database, Journal journal, AllocationService allocations, Clock clock) {
    this.database = database;
    this.journal = journal;
    this.store = new CentreStore(database);
    this.allocations = allocations;
    this.clock = clock;
  }

  public Optional<Centre> find() {
    return store.find();
  }

  public Centre get() {
    return find()
        .orElseThrow(
            () -> new Problem.NotFound("No centre is described yet. Maybe import centre.json."));
  }

  public LocalDate today() {
    return LocalDate.now(clock);
  }

  /** What the centre has, has granted and sees used today, as far as the viewer may know. */
  public CentreLevels levels(Centre centre, Viewer viewer) {
    return CentreLevels.on(today(), centre, allocations.listAll(viewer), allocations.weeks(viewer));
  }

  /**
   * Makes the centre exactly this.
   *
   * @return whether anything changed
   * @throws Problem.InvalidInput when more is granted already than it would have on some day
   */
  public boolean replace(Centre centre, Actor actor) {
    return database.inTransaction(() -> {
      Optional<Centre> before = store.find();
      if (before.isPresent() && before.get().equals(centre)) {
        return false;
      }
      store.replace(centre);
      journal.record(
          actor,
          new Journal.Target(Subject.CENTRE, "centre", Set.of()),
          before.map(this::text).orElse(null),
          text(centre));
      return true;
    });
  }

  private String text(Centre centre) {
    return Json.text(CentreJson.of(centre, CentreLevels.on(today(), centre, List.of(), List.of())));
  }
}
