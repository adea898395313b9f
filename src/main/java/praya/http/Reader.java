package praya.http;

import java.util.Set;
import java.util.UUID;
import praya.domain.Action;
import praya.domain.Permission;
import praya.domain.Role;
import praya.domain.Whose;

/**
 * Who reads a page, as far as the page needs to know.
 *
 * @param theme the colours they chose
 * @param role what they are signed in as
 * @param csrf the token that their forms carry; empty when they are not signed in
 * @param organisations those that they act for
 */
public record Reader(Theme theme, Role role, String csrf, Set<UUID> organisations) {
  public static final Reader ANYBODY = new Reader(Theme.AUTO, Role.ANYONE, "");

  public Reader {
    organisations = Set.copyOf(organisations);
  }

  /** Somebody who acts for nobody. */
  public Reader(Theme theme, Role role, String csrf) {
    this(theme, role, csrf, Set.of());
  }

  /** Whether they may change the record of this organisation. */
  public boolean mayEdit(UUID organisation) {
    Whose whose = organisations.contains(organisation) ? Whose.OWN : Whose.FOREIGN;
    return Permission.may(role, Action.EDIT_ORGANISATION, whose);
  }

  public boolean isSignedIn() {
    return role != Role.ANYONE;
  }

  public boolean isStaff() {
    return role.isAtLeast(Role.STAFF);
  }
}
