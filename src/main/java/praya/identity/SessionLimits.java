package praya.identity;

import java.time.Duration;
import java.time.Instant;
import praya.domain.Role;

/**
 * How long a session lasts.
 *
 * @param idle without a request for so long it is over
 * @param absolute after so long it is over whatever happens
 * @param staff the same for staff and admins, who can do more harm
 */
public record SessionLimits(Duration idle, Duration absolute, Duration staff) {
  /** A working day without a request; two weeks in all; for staff a working day in all. */
  public static final SessionLimits USUAL =
      new SessionLimits(Duration.ofHours(12), Duration.ofDays(14), Duration.ofHours(12));

  Duration longest(Role role) {
    return role.isAtLeast(Role.STAFF) ? staff : absolute;
  }

  boolean isOver(Session session, Role role, Instant now) {
    return !now.isBefore(session.lastSeenAt().plus(idle))
        || !now.isBefore(session.createdAt().plus(longest(role)));
  }
}
