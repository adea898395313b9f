package praya.store;

import java.time.Instant;

/**
 * One entry of the change feed.
 *
 * @param position the id of the transaction that wrote it; entries of one transaction share it
 * @param sequence orders the entries of one transaction
 */
public record Change(
    long position, long sequence, Instant at, Subject subject, String id, Action action) {

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
