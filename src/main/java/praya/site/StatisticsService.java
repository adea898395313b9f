package praya.site;

import java.time.Clock;
import java.time.LocalDate;
import praya.domain.Viewer;
import praya.store.Database;

/** The directory in numbers. */
public final class StatisticsService {
  private final StatisticsStore store;
  private final Clock clock;

  public StatisticsService(Database database, Clock clock) {
    this.store = new StatisticsStore(database);
    this.clock = clock;
  }

  /** As far as the viewer may know. */
  public Statistics today(Viewer viewer) {
    return store.read(LocalDate.now(clock), viewer);
  }
}
