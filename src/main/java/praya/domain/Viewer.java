package praya.domain;

import java.util.Set;
import java.util.UUID;

/**
 * Who is looking. A viewer comes across what the audience does and, whatever its visibility, what
 * is the own organisation's; staff reach at its address also what nobody comes across.
 *
 * @param organisations those whose own records the viewer sees
 */
public record Viewer(Audience audience, Set<UUID> organisations) {
  public static final Viewer ANYONE = Audience.PUBLIC.viewer();
  public static final Viewer STAFF = Audience.STAFF.viewer();

  public Viewer {
    organisations = Set.copyOf(organisations);
  }

  /** Whether the viewer acts for the organisation. */
  public boolean owns(UUID organisation) {
    return organisations.contains(organisation);
  }

  /** Whether the viewer sees what nobody comes across, at its own address. */
  public boolean reachesHidden() {
    return audience == Audience.STAFF;
  }

  /** Whether the viewer comes across an organisation. */
  public boolean sees(Organisation organisation) {
    return owns(organisation.id()) || audience.sees(organisation.entry().visibility());
  }

  /**
   * Whether the viewer, who sees a record of an organisation, may learn whose it is, by any way,
   * counts included. A record that is not anonymous is not seen at all by those who may not.
   */
  public boolean maySeeOwner(Visibility record, UUID owner) {
    return owns(owner) || audience.sees(record) || reachesHidden();
  }

  /** Tells viewers apart who may see one record differently; empty for anyone. */
  public String mark() {
    String own = organisations.isEmpty() ? "" : Integer.toHexString(organisations.hashCode());
    return audience == Audience.PUBLIC ? own : audience.code() + own;
  }
}
