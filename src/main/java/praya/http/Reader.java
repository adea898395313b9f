package praya.http;

import praya.domain.Role;

/**
 * Who reads a page, as far as the page needs to know.
 *
 * @param theme the colours they chose
 * @param role what they are signed in as
 * @param csrf the token that their forms carry; empty when they are not signed in
 */
public record Reader(Theme theme, Role role, String csrf) {
  public static final Reader ANYBODY = new Reader(Theme.AUTO, Role.ANYONE, "");

  public boolean isSignedIn() {
    return role != Role.ANYONE;
  }

  public boolean isStaff() {
    return role.isAtLeast(Role.STAFF);
  }
}
