package praya.alert;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import praya.privacy.Perishable;
import praya.privacy.PersonalRecords;
import praya.privacy.Retention;
import praya.store.Database;

/** The searches that an account keeps and what was new for them, as personal records. */
public final class AlertRecords implements PersonalRecords, Perishable {
  /** More findings than are kept of anybody. */
  private static final int ALL = 100_000;

  private final SavedSearchStore searches;
  private final FindingStore findings;
  private final ChoiceStore choices;

  public AlertRecords(Database database) {
    this.searches = new SavedSearchStore(database);
    this.findings = new FindingStore(database);
    this.choices = new ChoiceStore(database);
  }

  @Override
  public String name() {
    return "savedSearches";
  }

  @Override
  public Map<String, Object> of(UUID account) {
    return Map.of(
        "searches",
        searches.json(account),
        "letters",
        choices.of(account).code(),
        "findings",
        findings.ofAccount(account, ALL).stream()
            .map(finding ->
                Map.of(
                    "subject", finding.about().subject().code(),
                    "id", finding.about().id(),
                    "foundAt", finding.foundAt().toString()))
            .toList());
  }

  /** With a search goes what was found for it. */
  @Override
  public void erase(UUID account) {
    searches.deleteOf(account);
    choices.erase(account);
  }

  @Override
  public Retention retention() {
    return Retention.FINDINGS;
  }

  @Override
  public int deleteBefore(Instant moment) {
    return findings.deleteBefore(moment);
  }
}
