package praya.privacy;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import praya.domain.Actor;
import praya.domain.Language;
import praya.domain.Problem;
import praya.store.Database;
import praya.store.Journal;

/** Consent of accounts to the versions of the notice. */
public final class ConsentService implements PersonalRecords {
  private final Database database;
  private final Journal journal;
  private final ConsentStore store;
  private final Clock clock;

  public ConsentService(Database database, Journal journal, Clock clock) {
    this.database = database;
    this.journal = journal;
    this.store = new ConsentStore(database);
    this.clock = clock;
  }

  /** Whether the account agreed to the notice that holds. */
  public boolean isGiven(UUID account) {
    return store.list(account).stream()
        .anyMatch(consent -> consent.version() == Notice.current().version());
  }

  /**
   * Keeps that the actor agreed.
   *
   * @param version the one that was read
   * @throws Problem.InvalidInput when another version holds by now
   */
  public void give(Actor actor, UUID account, int version, Language language) {
    int current = Notice.current().version();
    if (version != current) {
      throw new Problem.InvalidInput(
          "version",
          Integer.toString(version),
          "The notice (version %d) is not the present one (version %d). Read it again."
              .formatted(version, current));
    }
    database.inTransaction(() -> {
      boolean first = store.insert(account, new Consent(version, language, clock.instant()));
      if (first) {
        journal.note(
            actor,
            new Journal.Event("account", account.toString(), "consented"),
            null,
            "{\"notice\": \"" + Notice.CODE + "\", \"version\": " + version + "}");
      }
      return first;
    });
  }

  @Override
  public String name() {
    return "consents";
  }

  @Override
  public List<Map<String, Object>> of(UUID account) {
    return store.list(account).stream()
        .map(consent ->
            Map.<String, Object>of(
                "notice",
                Notice.CODE,
                "version",
                consent.version(),
                "language",
                consent.language().tag(),
                "givenAt",
                consent.givenAt().toString()))
        .toList();
  }

  @Override
  public void erase(UUID account) {
    store.delete(account);
  }
}
