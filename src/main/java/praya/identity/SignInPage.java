package praya.identity;

import org.jspecify.annotations.Nullable;

/**
 * Where staff sign in with a one-time code.
 *
 * @param next where to go afterwards, a path of this site
 * @param faultKey the key of what went wrong with the last try; null for none
 * @param csrf the token of the form
 * @param token the code of the link that led here; empty for none
 */
public record SignInPage(String next, @Nullable String faultKey, String csrf, String token) {}
