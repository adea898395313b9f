package praya.identity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import praya.domain.Language;
import praya.domain.Role;

/**
 * Somebody who can sign in, and what they may do.
 *
 * @param builtIn whether it is the staff account that the printed link signs in to
 * @param disabledAt since when nobody gets in with it, by any way; null while it is good
 */
public record Account(
    UUID id,
    long version,
    Role role,
    Person person,
    boolean builtIn,
    Instant createdAt,
    @Nullable Instant disabledAt) {

  /**
   * Who is behind an account.
   *
   * @param email in small letters; null for the built-in account and for one that was erased
   * @param name what they want to be called; null when they have not said
   */
  public record Person(@Nullable String email, @Nullable String name, Language language) {}

  public boolean isDisabled() {
    return disabledAt != null;
  }

  /** What the audit calls whoever acts with it. */
  public String actorName() {
    return "account:" + id;
  }
}
