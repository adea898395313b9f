package praya.domain;

import java.util.Set;
import java.util.UUID;

/**
 * Who is looking. The one rule of who may see what is here and in {@link Audience}: a record is
 * seen by the audiences of its visibility and, whatever that is, by the members of its own
 * organisation.
 *
 * @param organisations those whose own records the viewer sees
 */
public record Viewer(Audience audience, Set<UUID> organisations) {
  public static final Viewer ANYONE = new Viewer(Audience.PUBLIC, Set.of());
  public static final Viewer STAFF = new Viewer(Audience.STAFF, Set.of());

  public Viewer {
    organisations = Set.copyOf(organisations);
  }

  /** Whether the viewer may see a record of an organisation, if perhaps not whose it is. */
  public boolean maySee(Visibility visibility, UUID owner) {
    return audience.sees(visibility) || reaches(visibility, owner);
  }

  /** Whether the viewer may learn whose record it is, by any way, counts included. */
  public boolean maySeeOwner(Visibility visibility, UUID owner) {
    return audience.seesOwner(visibility) || reaches(visibility, owner);
  }

  /** Its own members and staff reach a record at its address, even when nobody finds it. */
  private boolean reaches(Visibility visibility, UUID owner) {
    return organisations.contains(owner)
        || (visibility == Visibility.HIDDEN && audience == Audience.STAFF);
  }
}
