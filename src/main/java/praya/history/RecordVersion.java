package praya.history;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import praya.domain.Role;

/**
 * What a record was after one of its writes.
 *
 * @param number counts the writes of the record from 1
 * @param organisation whose record it was then
 * @param content the record as JSON; null when the write deleted it
 */
public record RecordVersion(
    long number, UUID organisation, Instant at, By by, @Nullable String content) {

  /**
   * Who wrote it and why.
   *
   * @param actor as the audit calls them; staff see it
   * @param role what they were then; everybody else sees a word for it
   */
  public record By(String actor, Role role, @Nullable String reason) {

    /** The word for who it was: {@code organisation}, {@code staff} or {@code praya}. */
    public String word() {
      if (actor.startsWith("praya:")) {
        return "praya";
      }
      return role == Role.MEMBER ? "organisation" : "staff";
    }
  }
}
