package praya.identity.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Date;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import praya.domain.Actor;
import praya.domain.Scope;
import praya.identity.Account;
import praya.identity.AccountService;
import praya.identity.RequestAuthentication;
import praya.identity.SessionService;
import praya.store.Database;

/**
 * Bearer tokens (RFC 9068) that issuers give to programs. A token must be signed by a key of its
 * issuer, be meant for this site by its audience, and be in time. Who acts is the account that has
 * its issuer and subject; what it may do is that account's role, within the token's scopes.
 */
public final class TokenService implements RequestAuthentication.Tokens {
  private static final Logger LOG = LoggerFactory.getLogger(TokenService.class);

  /** Clocks of two machines differ; by more than this they are wrong. */
  private static final int SKEW_SECONDS = 30;

  private final Map<String, ProviderClient> issuers = new LinkedHashMap<>();
  private final Optional<String> audience;
  private final IdentityStore store;
  private final AccountService accounts;
  private final SessionService sessions;
  private final Clock clock;

  /**
   * Which tokens are good here.
   *
   * @param issuer who gives them; empty for the providers
   * @param audience what they must be for; without it there are none
   */
  public record Policy(Optional<URI> issuer, Optional<String> audience) {
    public static final Policy NONE = new Policy(Optional.empty(), Optional.empty());
  }

  public TokenService(
      Database database,
      ProviderService providers,
      ProviderService.People people,
      Policy policy,
      Clock clock) {
    this.store = new IdentityStore(database);
    this.accounts = people.accounts();
    this.sessions = people.sessions();
    this.audience = policy.audience();
    this.clock = clock;
    List<ProviderClient> clients =
        policy
            .issuer()
            .map(issuer -> new Provider("token", "", issuer, "", Optional.empty()))
            .map(provider -> List.of(new ProviderClient(provider, clock)))
            .orElseGet(providers::clients);
    clients.forEach(client -> issuers.put(client.provider().issuer().toString(), client));
  }

  @Override
  public Optional<Actor> find(String token) {
    if (audience.isEmpty()) {
      return Optional.empty();
    }
    try {
      // The issuer only says whose keys to look for; nothing is believed before it is checked.
      if (!(JWTParser.parse(token) instanceof SignedJWT signed)) {
        return Optional.empty();
      }
      String named = signed.getJWTClaimsSet().getIssuer();
      ProviderClient client = named == null ? null : issuers.get(named);
      return client == null ? Optional.empty() : actor(check(signed, named, client));
    } catch (ParseException | BadJOSEException e) {
      return Optional.empty();
    } catch (JOSEException | ProviderDown e) {
      LOG.warn("A bearer token cannot be checked: {}", e.getMessage());
      return Optional.empty();
    }
  }

  private JWTClaimsSet check(SignedJWT token, String issuer, ProviderClient client)
      throws BadJOSEException, JOSEException, ProviderDown {
    var processor = new DefaultJWTProcessor<SecurityContext>();
    processor.setJWSTypeVerifier(
        new DefaultJOSEObjectTypeVerifier<>(
            new JOSEObjectType("at+jwt"), JOSEObjectType.JWT, null));
    processor.setJWSKeySelector(client.keySelector());
    var wanted = new JWTClaimsSet.Builder().issuer(issuer).build();
    var verifier =
        new DefaultJWTClaimsVerifier<SecurityContext>(
            Set.of(audience.orElseThrow()), wanted, Set.of("sub", "exp"), null) {
          @Override
          protected Date currentTime() {
            return Date.from(clock.instant());
          }
        };
    verifier.setMaxClockSkew(SKEW_SECONDS);
    processor.setJWTClaimsSetVerifier(verifier);
    return processor.process(token, null);
  }

  private Optional<Actor> actor(JWTClaimsSet claims) throws ParseException {
    Set<Scope> scopes = scopes(claims.getStringClaim("scope"));
    return store
        .findAccount(claims.getIssuer(), claims.getSubject())
        .flatMap(accounts::find)
        .filter(account -> !account.isDisabled())
        .map(account -> within(account, scopes));
  }

  private Actor within(Account account, Set<Scope> scopes) {
    Actor whole = sessions.actor(account);
    return new Actor(
        whole.name(), whole.role(), whole.account(), whole.organisations(), scopes, null);
  }

  /** The scopes that mean something here; a token without any is good for nothing. */
  private static Set<Scope> scopes(@Nullable String text) {
    List<String> codes = text == null ? List.of() : Arrays.asList(text.split(" ", -1));
    Set<Scope> found = EnumSet.noneOf(Scope.class);
    for (Scope scope : Scope.values()) {
      if (codes.contains(scope.code())) {
        found.add(scope);
      }
    }
    return found;
  }
}
