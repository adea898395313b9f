package praya.domain;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who acts: a person, a program by its key, or Praya itself.
 *
 * @param name what the audit calls them, never a person's name: {@code account:ID}, {@code
 *     key:NAME} for programs, {@code praya:VERB} for commands
 * @param account the account that acts, or whose key it is; null for commands and keys of nobody
 * @param organisations those that the account acts for
 * @param scopes what a key is good for
 * @param reason why staff act in somebody else's place; kept by the audit
 */
public record Actor(
    String name,
    Role role,
    @Nullable UUID account,
    Set<UUID> organisations,
    Set<Scope> scopes,
    @Nullable String reason) {
  public static final Actor ANYONE = new Actor("anyone", Role.ANYONE);

  public Actor {
    organisations = Set.copyOf(organisations);
    scopes = Set.copyOf(scopes);
  }

  /** Somebody without an account. */
  public Actor(String name, Role role) {
    this(name, role, null, Set.of(), Scope.ALL, null);
  }

  /** A command that somebody with access to the data folder runs. */
  public static Actor command(String verb) {
    return new Actor("praya:" + verb, Role.ADMIN).because("command " + verb);
  }

  /** The same, acting for this reason. */
  public Actor because(@Nullable String given) {
    return new Actor(name, role, account, organisations, scopes, given);
  }

  public boolean isKnown() {
    return role != Role.ANYONE;
  }

  public boolean isStaff() {
    return role.isAtLeast(Role.STAFF);
  }

  public boolean actsFor(UUID organisation) {
    return organisations.contains(organisation);
  }

  public Viewer viewer() {
    return new Viewer(Audience.of(role), organisations);
  }
}
