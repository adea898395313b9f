package praya;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import praya.identity.Secret;
import praya.identity.oidc.Provider;
import praya.identity.oidc.TokenService;

/** Reads the settings of OpenID Connect: {@code PRAYA_OIDC_NAME_ISSUER} and its like. */
final class ProviderSettings {
  private ProviderSettings() {}

  static List<Provider> read(Config.Reading reading) {
    var providers = new ArrayList<Provider>();
    for (String name : reading.namesBetween("PRAYA_OIDC_", "_ISSUER")) {
      String prefix = "oidc-" + name + "-";
      Optional<URI> issuer = issuer(reading, prefix + "issuer");
      String client = reading.find(prefix + "client-id").orElse("");
      if (client.isBlank()) {
        reading.fault(prefix + "client-id", "must not be empty.");
      }
      Optional<Secret> secret =
          reading.findSecret(prefix + "client-secret", text -> "***").map(Secret::new);
      String label = reading.find(prefix + "label").orElse(name);
      if (!name.matches("[a-z0-9]{1,30}")) {
        reading.fault(prefix + "issuer", name, "must have a name of letters and digits only.");
      }
      issuer.ifPresent(found -> providers.add(new Provider(name, label, found, client, secret)));
    }
    return providers;
  }

  /** A token for a client proves to that client who signed in; it must not also open the API. */
  static TokenService.Policy tokens(Config.Reading reading, List<Provider> providers) {
    Optional<URI> issuer =
        reading.find("token-issuer").isPresent()
            ? issuer(reading, "token-issuer")
            : Optional.empty();
    Optional<String> audience = reading.find("token-audience").filter(text -> !text.isBlank());
    if (issuer.isPresent() && audience.isEmpty()) {
      reading.fault("token-audience", "must be given with token-issuer.");
    }
    if (providers.stream()
        .anyMatch(provider -> audience.equals(Optional.of(provider.clientId())))) {
      reading.fault(
          "token-audience",
          audience.orElse(""),
          "must not be the client id of a provider, or its sign-in tokens would open the API.");
    }
    return new TokenService.Policy(issuer, audience);
  }

  private static Optional<URI> issuer(Config.Reading reading, String name) {
    String text = reading.find(name).orElse("");
    try {
      URI uri = new URI(text);
      if (Provider.isAskable(uri) && uri.getRawQuery() == null) {
        return Optional.of(uri);
      }
    } catch (URISyntaxException e) {
      // told below, with every other address that is none
    }
    reading.fault(
        name,
        text.toLowerCase(Locale.ROOT),
        "must be an https:// address without a query, such as https://login.example.");
    return Optional.empty();
  }
}
