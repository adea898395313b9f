package praya.privacy;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import praya.domain.Actor;
import praya.store.Database;
import praya.store.Journal;

/**
 * The daily work of forgetting: every kind of record that perishes loses what is older than its
 * retention. The audit keeps how many went, not whose they were.
 */
public final class RetentionJob {
  private static final Logger LOG = LoggerFactory.getLogger(RetentionJob.class);

  private final Database database;
  private final Journal journal;
  private final List<Perishable> perishables;
  private final Map<Retention, Integer> days;
  private final Clock clock;

  /**
   * The work for these settings.
   *
   * @param days for each kind, at least 1
   */
  public RetentionJob(
      Database database,
      Journal journal,
      List<Perishable> perishables,
      Map<Retention, Integer> days,
      Clock clock) {
    this.database = database;
    this.journal = journal;
    this.perishables = List.copyOf(perishables);
    this.days = Map.copyOf(days);
    this.clock = clock;
  }

  /** Each kind is a transaction of its own: one that fails keeps no other from being done. */
  public Map<Retention, Integer> run() {
    Map<Retention, Integer> gone = new EnumMap<>(Retention.class);
    RuntimeException failed = null;
    for (Perishable perishable : perishables) {
      try {
        gone.merge(perishable.retention(), delete(perishable), Integer::sum);
      } catch (RuntimeException e) {
        LOG.error("Records of {} could not be deleted", perishable.retention().code(), e);
        failed = e;
      }
    }
    if (failed != null) {
      throw failed;
    }
    return gone;
  }

  private int delete(Perishable perishable) {
    Retention retention = perishable.retention();
    int kept = days.getOrDefault(retention, retention.defaultDays());
    return database.inTransaction(() -> {
      int gone = perishable.deleteBefore(clock.instant().minus(Duration.ofDays(kept)));
      if (gone > 0) {
        journal.note(
            Actor.command("retention"),
            new Journal.Event("retention", retention.code(), "expired"),
            null,
            "{\"records\": " + gone + ", \"days\": " + kept + "}");
      }
      return gone;
    });
  }
}
