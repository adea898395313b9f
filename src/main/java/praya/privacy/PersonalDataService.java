package praya.privacy;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import praya.domain.Actor;
import praya.domain.Problem;
import praya.store.Database;
import praya.store.Journal;

/**
 * All that Praya keeps about an account, from every part that keeps something: to take away (DPP6),
 * and to erase (DPP2). An erased account stays as an id, so that the audit keeps its meaning.
 */
public final class PersonalDataService {
  private final Database database;
  private final Journal journal;
  private final List<PersonalRecords> parts;
  private final Clock clock;

  /**
   * The service over these parts.
   *
   * @param parts in the order in which they are erased: the account itself comes last
   */
  public PersonalDataService(
      Database database, Journal journal, List<PersonalRecords> parts, Clock clock) {
    this.database = database;
    this.journal = journal;
    this.parts = List.copyOf(parts);
    this.clock = clock;
  }

  /**
   * The account that acts.
   *
   * @throws Problem.Forbidden when a key acts that belongs to no account
   */
  static UUID account(Actor actor) {
    UUID account = actor.account();
    if (account == null) {
      throw new Problem.Forbidden("The key belongs to no account, so nothing personal is kept.");
    }
    return account;
  }

  /** The parts by name, with what each keeps, as one JSON object. */
  public Map<String, Object> of(UUID account) {
    var all = new LinkedHashMap<String, Object>();
    all.put("account", account.toString());
    all.put("takenAt", clock.instant().toString());
    all.put("notice", Notice.current().version());
    parts.forEach(part -> all.put(part.name(), part.of(account)));
    return all;
  }

  /** Erases everything at once, or nothing. The account is out from that moment. */
  public void erase(Actor actor, UUID account) {
    database.inTransaction(() -> {
      parts.forEach(part -> part.erase(account));
      journal.note(actor, new Journal.Event("account", account.toString(), "erased"), null, null);
      return account;
    });
  }
}
