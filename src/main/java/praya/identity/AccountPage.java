package praya.identity;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import praya.domain.Language;

/**
 * One's own account: who one is, where one is signed in, by what one signs in.
 *
 * @param fresh whether the sign-in is recent enough to change by what one signs in
 */
public record AccountPage(
    Who who,
    List<Device> devices,
    List<Key> passkeys,
    List<Identity> identities,
    Offered offered,
    boolean fresh) {
  public AccountPage {
    devices = List.copyOf(devices);
    passkeys = List.copyOf(passkeys);
    identities = List.copyOf(identities);
  }

  /** Who one is. */
  public record Who(
      @Nullable String email, @Nullable String name, Language language, String role) {}

  /** A browser that is signed in. */
  public record Device(
      String id, String name, String wayKey, Instant createdAt, Instant lastSeenAt, boolean here) {}

  /** A passkey. */
  public record Key(String id, String name, Instant createdAt, @Nullable Instant lastUsedAt) {}

  /** Who one is at a provider, which is named by its label or, when it is gone, by its issuer. */
  public record Identity(String issuer, String label, Instant createdAt) {}

  /** What could be added: providers where one is not known yet, and passkeys where they work. */
  public record Offered(List<SignInPage.Provider> providers, boolean passkeys) {
    public Offered {
      providers = List.copyOf(providers);
    }
  }
}
