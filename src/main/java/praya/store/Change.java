package praya.store;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * One entry of the change feed.
 *
 * @param position the id of the transaction that wrote it; entries of one transaction share it
 * @param sequence orders the entries of one transaction
 * @param organisations what a view must look at again
 */
public record Change(
    long position,
    long sequence,
    Instant at,
    Subject subject,
    String id,
    Action action,
    Set<UUID> organisations) {

  /** What happened to the subject. */
  public enum Action {
    CREATED,
    CHANGED,
    DELETED;

    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
