package praya.identity.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSKeySelector;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import praya.identity.Secret;

/**
 * One provider, spoken to. Its description is read when it is first needed, so that the program
 * starts without it, and again after an hour; its keys are kept and read anew when a token names
 * one that is not known.
 */
final class ProviderClient {
  /**
   * What tokens may be signed with: key pairs only. {@code none} and shared secrets are not here.
   */
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384);

  private static final Duration DESCRIPTION_LIFE = Duration.ofHours(1);

  /** Clocks of two machines differ; by more than this they are wrong. */
  private static final int SKEW_SECONDS = 60;

  /** A false key id makes us ask for the keys; at most once in so long. */
  private static final Duration KEYS_AGAIN = Duration.ofSeconds(10);

  private final Provider provider;
  private final Outgoing outgoing;
  private final Clock clock;
  private volatile @Nullable Known known;

  private record Known(
      OIDCProviderMetadata metadata, JWKSource<SecurityContext> keys, Instant until) {}

  /** What binds an answer to the question: both follow from a secret of the browser. */
  record Binding(String state, Secret nonce, Secret verifier) {}

  /** Who somebody is at the provider. */
  record Subject(String issuer, String subject, Optional<String> verifiedEmail) {}

  ProviderClient(Provider provider, Clock clock) {
    this.provider = provider;
    this.outgoing = new Outgoing(provider.issuer());
    this.clock = clock;
  }

  Provider provider() {
    return provider;
  }

  /** Where the browser is sent to. */
  URI question(URI back, Binding binding) throws ProviderDown {
    return new AuthenticationRequest.Builder(
            new ResponseType(ResponseType.Value.CODE),
            new Scope("openid", "email"),
            new ClientID(provider.clientId()),
            back)
        .endpointURI(known().metadata().getAuthorizationEndpointURI())
        .state(new State(binding.state()))
        .nonce(new Nonce(binding.nonce().text()))
        .codeChallenge(new CodeVerifier(binding.verifier().text()), CodeChallengeMethod.S256)
        .build()
        .toURI();
  }

  /** Who came back with a code; empty when the code or the token for it is not good. */
  Optional<Subject> answer(String code, URI back, Binding binding) throws ProviderDown {
    OIDCProviderMetadata metadata = known().metadata();
    var grant =
        new AuthorizationCodeGrant(
            new AuthorizationCode(code), back, new CodeVerifier(binding.verifier().text()));
    try {
      TokenResponse response = OIDCTokenResponseParser.parse(send(metadata, grant));
      if (!(response instanceof OIDCTokenResponse good)) {
        return Optional.empty();
      }
      var validator =
          new IDTokenValidator(
              new Issuer(provider.issuer()),
              new ClientID(provider.clientId()),
              keySelector(),
              null);
      validator.setMaxClockSkew(SKEW_SECONDS);
      IDTokenClaimsSet claims =
          validator.validate(good.getOIDCTokens().getIDToken(), new Nonce(binding.nonce().text()));
      boolean verified = Boolean.TRUE.equals(claims.getBooleanClaim("email_verified"));
      return Optional.of(
          new Subject(
              provider.issuer().toString(),
              claims.getSubject().getValue(),
              verified ? Optional.ofNullable(claims.getStringClaim("email")) : Optional.empty()));
    } catch (ParseException | BadJOSEException e) {
      return Optional.empty();
    } catch (IOException | JOSEException e) {
      throw new ProviderDown("The provider " + provider.name() + " gives no token", e);
    }
  }

  private HTTPResponse send(OIDCProviderMetadata metadata, AuthorizationCodeGrant grant)
      throws IOException {
    URI endpoint = metadata.getTokenEndpointURI();
    var client = new ClientID(provider.clientId());
    TokenRequest request =
        provider
            .secret()
            .map(secret ->
                new TokenRequest.Builder(endpoint, authentication(metadata, secret), grant))
            .orElseGet(() -> new TokenRequest.Builder(endpoint, client, grant))
            .build();
    return request.toHTTPRequest().send(outgoing);
  }

  private ClientAuthentication authentication(OIDCProviderMetadata metadata, Secret secret) {
    var client = new ClientID(provider.clientId());
    var shown = new com.nimbusds.oauth2.sdk.auth.Secret(secret.text());
    List<ClientAuthenticationMethod> methods = metadata.getTokenEndpointAuthMethods();
    boolean basic =
        methods == null || methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
    return basic ? new ClientSecretBasic(client, shown) : new ClientSecretPost(client, shown);
  }

  /** Chooses the key that a token must be signed with. */
  JWSKeySelector<SecurityContext> keySelector() throws ProviderDown {
    return new JWSVerificationKeySelector<>(ALGORITHMS, known().keys());
  }

  private Known known() throws ProviderDown {
    Known now = known;
    return now != null && clock.instant().isBefore(now.until()) ? now : readAgain();
  }

  private synchronized Known readAgain() throws ProviderDown {
    Known now = known;
    if (now != null && clock.instant().isBefore(now.until())) {
      return now;
    }
    try {
      Known read = read(now);
      known = read;
      return read;
    } catch (IOException | ParseException e) {
      if (now != null) {
        return now; // an old description is better than none, and its tokens are checked as ever
      }
      throw new ProviderDown("The provider " + provider.name() + " cannot be reached", e);
    }
  }

  private Known read(@Nullable Known before) throws IOException, ParseException {
    String issuer = provider.issuer().toString().replaceFirst("/$", "");
    var metadata =
        OIDCProviderMetadata.parse(
            outgoing.text(URI.create(issuer + "/.well-known/openid-configuration")));
    if (!metadata.getIssuer().getValue().equals(provider.issuer().toString())) {
      throw new IOException("The description is of another issuer");
    }
    URI authorisation = metadata.getAuthorizationEndpointURI();
    if (authorisation == null || metadata.getTokenEndpointURI() == null) {
      throw new IOException("The description lacks an address");
    }
    outgoing.checked(authorisation);
    outgoing.checked(metadata.getTokenEndpointURI());
    URI keys = outgoing.checked(metadata.getJWKSetURI());
    return new Known(
        metadata,
        before != null && keys.equals(before.metadata().getJWKSetURI())
            ? before.keys()
            : keys(keys),
        clock.instant().plus(DESCRIPTION_LIFE));
  }

  private JWKSource<SecurityContext> keys(URI address) throws MalformedURLException {
    return JWKSourceBuilder.create(address.toURL(), outgoing)
        .refreshAheadCache(false)
        .rateLimited(KEYS_AGAIN.toMillis())
        .build();
  }
}
