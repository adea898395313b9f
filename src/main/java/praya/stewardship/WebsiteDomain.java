package praya.stewardship;

import com.google.common.net.InternetDomainName;
import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * At which mail domains somebody speaks for the organisation of a website: at the website's own
 * host, and at the registrable domain above it, whose holder decides about the host.
 *
 * <ul>
 *   <li>{@code www.example.com.hk}: {@code example.com.hk} and {@code www.example.com.hk}.
 *   <li>{@code lab.uni.edu.hk}: {@code lab.uni.edu.hk} and {@code uni.edu.hk}, but not a domain
 *       between the two or below the host, which may belong to somebody else.
 *   <li>{@code foo.github.io}: only itself. Everybody may have a name below a public suffix, so who
 *       is at {@code github.io} says nothing. The public suffix list is the one that comes with
 *       Guava.
 *   <li>A domain under which another organisation of the directory has its website does not say
 *       which of the two is meant, so it counts for neither; staff decide.
 * </ul>
 */
final class WebsiteDomain {
  /** For examples and tests (RFC 2606, RFC 6761); demonstration records live there. */
  private static final Set<String> RESERVED = Set.of("example", "test", "invalid");

  private WebsiteDomain() {}

  /**
   * The mail domains that count; none where staff must decide.
   *
   * @param others the websites of all other organisations
   */
  static List<String> accepted(@Nullable String website, Collection<String> others) {
    Optional<String> host = host(website);
    Optional<String> registrable = host.flatMap(WebsiteDomain::registrable);
    if (registrable.isEmpty()) {
      return List.of();
    }
    var accepted = new LinkedHashSet<String>();
    boolean shared =
        others.stream()
            .map(WebsiteDomain::host)
            .flatMap(Optional::stream)
            .anyMatch(other -> registrable(other).equals(registrable));
    if (!shared) {
      accepted.add(registrable.get());
    }
    boolean hostShared =
        others.stream().map(WebsiteDomain::host).anyMatch(other -> other.equals(host));
    if (!hostShared && !(shared && isWww(host.get(), registrable.get()))) {
      accepted.add(host.get());
    }
    return List.copyOf(accepted);
  }

  /** The domain above which nobody may simply take a name; empty when the host is none of these. */
  static Optional<String> registrable(String host) {
    if (!InternetDomainName.isValid(host)) {
      return Optional.empty();
    }
    InternetDomainName name = InternetDomainName.from(host);
    List<String> parts = name.parts();
    if (parts.size() >= 2 && RESERVED.contains(parts.getLast())) {
      return Optional.of(String.join(".", parts.subList(parts.size() - 2, parts.size())));
    }
    return name.isUnderPublicSuffix()
        ? Optional.of(name.topPrivateDomain().toString())
        : Optional.empty();
  }

  private static boolean isWww(String host, String registrable) {
    return host.equals("www." + registrable) || host.equals(registrable);
  }

  /** The host of a website in the letters of DNS, without a port or a dot at the end. */
  private static Optional<String> host(@Nullable String website) {
    if (website == null) {
      return Optional.empty();
    }
    try {
      String host = new URI(website).getHost();
      if (host == null || host.isEmpty() || host.endsWith("]")) {
        return Optional.empty();
      }
      String plain = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
      return Optional.of(IDN.toASCII(plain, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT));
    } catch (URISyntaxException | IllegalArgumentException notAHost) {
      return Optional.empty();
    }
  }
}
