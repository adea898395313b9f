package praya.privacy;

import java.time.Instant;

/** Records that are kept for a number of days only (DPP2: not longer than is necessary). */
public interface Perishable {
  Retention retention();

  /**
   * Deletes what is older than a moment.
   *
   * @return how many records went
   */
  int deleteBefore(Instant moment);
}
