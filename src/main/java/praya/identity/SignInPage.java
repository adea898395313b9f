package praya.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where people sign in, by any of the ways that are offered.
 *
 * @param next where to go afterwards, a path of this site; empty for the usual place
 * @param faultKey the key of what went wrong with the last try; null for none
 * @param csrf the token of the form
 * @param token the code of the printed link that led here; empty for none
 * @param providers places elsewhere that people sign in with
 * @param passkeys whether passkeys work at the address of this site
 */
public record SignInPage(
    String next,
    @Nullable String faultKey,
    String csrf,
    String token,
    List<Provider> providers,
    boolean passkeys) {
  public SignInPage {
    providers = List.copyOf(providers);
  }

  /** A provider: its name in addresses, and what people call it. */
  public record Provider(String name, String label) {}
}
