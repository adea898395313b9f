package praya.stewardship;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import praya.privacy.Perishable;
import praya.privacy.PersonalRecords;
import praya.privacy.Retention;
import praya.store.Database;

/** What an account asked for its organisations, as personal records. */
public final class StewardRecords implements PersonalRecords, Perishable {
  private final StewardRecordsStore store;

  public StewardRecords(Database database) {
    this.store = new StewardRecordsStore(database);
  }

  @Override
  public String name() {
    return "requests";
  }

  @Override
  public Map<String, List<Map<String, @Nullable Object>>> of(UUID account) {
    return Map.of(
        "claims",
        store.claims(account),
        "proposals",
        store.proposals(account),
        "delistings",
        store.delistings(account));
  }

  @Override
  public void erase(UUID account) {
    store.erase(account);
  }

  @Override
  public Retention retention() {
    return Retention.DECISIONS;
  }

  @Override
  public int deleteBefore(Instant moment) {
    return store.deleteDecided(moment);
  }
}
