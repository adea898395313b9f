package praya.privacy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import praya.domain.Actor;

/** Accounts that nobody uses any more: they are erased as if their owners had asked for it. */
public final class IdleAccounts implements Perishable {
  private final Function<Instant, List<UUID>> idleSince;
  private final PersonalDataService data;

  public IdleAccounts(Function<Instant, List<UUID>> idleSince, PersonalDataService data) {
    this.idleSince = idleSince;
    this.data = data;
  }

  @Override
  public Retention retention() {
    return Retention.IDLE_ACCOUNTS;
  }

  @Override
  public int deleteBefore(Instant moment) {
    List<UUID> idle = idleSince.apply(moment);
    idle.forEach(account -> data.erase(Actor.command("retention"), account));
    return idle.size();
  }
}
