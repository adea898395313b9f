package praya.jobs;

import static praya.store.db.Tables.JOB;

import java.time.Instant;
import java.time.ZoneOffset;
import praya.store.Database;

/** The one thing about jobs that Praya writes itself; all else in their table is db-scheduler's. */
final class JobStore {
  private final Database database;

  JobStore(Database database) {
    this.database = database;
  }

  /** Makes a job due that waits for a later time; whether it did wait. */
  boolean makeDue(String name, Instant now) {
    var at = now.atOffset(ZoneOffset.UTC);
    return database
            .sql()
            .update(JOB)
            .set(JOB.EXECUTION_TIME, at)
            .where(JOB.TASK_NAME.eq(name), JOB.PICKED.isFalse(), JOB.EXECUTION_TIME.gt(at))
            .execute()
        > 0;
  }
}
