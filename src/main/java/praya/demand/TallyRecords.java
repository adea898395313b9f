package praya.demand;

import java.time.Instant;
import praya.privacy.Perishable;
import praya.privacy.Retention;
import praya.store.Database;

/** Counts of searches as records that perish. They are nobody's, so they are in no download. */
public final class TallyRecords implements Perishable {
  private final TallyStore store;

  public TallyRecords(Database database) {
    this.store = new TallyStore(database);
  }

  @Override
  public Retention retention() {
    return Retention.SEARCHES;
  }

  @Override
  public int deleteBefore(Instant moment) {
    return store.deleteBefore(SearchTally.weekOf(moment));
  }
}
