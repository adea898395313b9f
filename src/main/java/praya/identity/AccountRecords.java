package praya.identity;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import praya.privacy.Perishable;
import praya.privacy.PersonalRecords;
import praya.privacy.Retention;
import praya.store.Database;

/** The personal records of accounts: who they are, how they sign in, whom they act for. */
public final class AccountRecords implements PersonalRecords, Perishable {
  private final AccountRecordsStore store;
  private final Clock clock;

  public AccountRecords(Database database, Clock clock) {
    this.store = new AccountRecordsStore(database);
    this.clock = clock;
  }

  @Override
  public String name() {
    return "person";
  }

  @Override
  public Map<String, Object> of(UUID account) {
    var all = new LinkedHashMap<String, Object>();
    all.put("account", store.account(account));
    all.put("memberships", store.memberships(account));
    all.put("sessions", store.sessions(account));
    all.put("keys", store.keys(account));
    all.put("passkeys", store.passkeys(account));
    all.put("identities", store.identities(account));
    return all;
  }

  @Override
  public void erase(UUID account) {
    store.erase(account, clock.instant());
  }

  @Override
  public Retention retention() {
    return Retention.SESSIONS;
  }

  @Override
  public int deleteBefore(Instant moment) {
    return store.deleteEnded(moment);
  }

  /** Accounts that nobody used since a moment, the built-in one apart. */
  public List<UUID> idleSince(Instant moment) {
    return store.idleSince(moment);
  }
}
