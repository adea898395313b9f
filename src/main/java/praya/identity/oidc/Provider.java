package praya.identity.oidc;

import java.net.URI;
import java.util.Optional;
import praya.identity.Secret;

/**
 * A place elsewhere that people sign in with.
 *
 * @param name its part of addresses, in small letters
 * @param label what people call it
 * @param issuer what its tokens say they are from; its description is found below it
 * @param secret what this site shows it; empty for a public client, which has PKCE alone
 */
public record Provider(
    String name, String label, URI issuer, String clientId, Optional<Secret> secret) {

  /** Whether an address may be asked at all: encrypted, or on this machine. */
  public static boolean isAskable(URI address) {
    String scheme = String.valueOf(address.getScheme());
    return address.getHost() != null
        && address.getRawUserInfo() == null
        && address.getRawFragment() == null
        && (scheme.equals("https") || (scheme.equals("http") && isLoopback(address)));
  }

  static boolean isLoopback(URI address) {
    return address.getHost().matches("localhost|127(\\.[0-9]{1,3}){3}|\\[::1]");
  }
}
