package praya.identity.passkey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.yubico.webauthn.AssertionRequest;
import com.yubico.webauthn.AssertionResult;
import com.yubico.webauthn.FinishAssertionOptions;
import com.yubico.webauthn.FinishRegistrationOptions;
import com.yubico.webauthn.RegistrationResult;
import com.yubico.webauthn.RelyingParty;
import com.yubico.webauthn.StartAssertionOptions;
import com.yubico.webauthn.StartRegistrationOptions;
import com.yubico.webauthn.data.AuthenticatorSelectionCriteria;
import com.yubico.webauthn.data.ByteArray;
import com.yubico.webauthn.data.PublicKeyCredential;
import com.yubico.webauthn.data.PublicKeyCredentialCreationOptions;
import com.yubico.webauthn.data.RelyingPartyIdentity;
import com.yubico.webauthn.data.ResidentKeyRequirement;
import com.yubico.webauthn.data.UserIdentity;
import com.yubico.webauthn.data.UserVerificationRequirement;
import com.yubico.webauthn.data.exception.Base64UrlException;
import com.yubico.webauthn.exception.AssertionFailedException;
import com.yubico.webauthn.exception.RegistrationFailedException;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import praya.domain.Actor;
import praya.domain.Problem;
import praya.domain.Role;
import praya.http.PublicUrl;
import praya.identity.Account;
import praya.identity.AccountService;
import praya.identity.Secret;
import praya.identity.SessionService;
import praya.store.Database;
import praya.store.Journal;

/**
 * Passkeys: made by somebody who has just signed in, and signed in with. They are bound to the
 * public address of this site, so that a false site can do nothing with them.
 */
public final class PasskeyService {
  /** Time to find the key and to touch it. */
  private static final Duration CHALLENGE_LIFE = Duration.ofMinutes(5);

  /** More than anybody has devices. */
  private static final int MOST = 20;

  private final Database database;
  private final PasskeyStore store;
  private final People people;
  private final Credentials credentials;
  private final RelyingParty site;
  private final boolean usable;
  private final Supplier<UUID> ids;
  private final Clock clock;

  /** The accounts that passkeys belong to, and what becomes of them. */
  public record People(AccountService accounts, SessionService sessions, Journal journal) {}

  public PasskeyService(
      Database database, People people, PublicUrl publicUrl, Supplier<UUID> ids, Clock clock) {
    this.database = database;
    this.store = new PasskeyStore(database);
    this.people = people;
    this.ids = ids;
    this.clock = clock;
    String host = URI.create(publicUrl.origin()).getHost();
    this.credentials = new Credentials(store);
    this.usable = isUsable(publicUrl, host);
    this.site =
        RelyingParty.builder()
            .identity(RelyingPartyIdentity.builder().id(host).name("Praya").build())
            .credentialRepository(credentials)
            .origins(Set.of(publicUrl.origin()))
            .build();
  }

  /** Browsers make passkeys for names only, and only over encrypted connections or at home. */
  private static boolean isUsable(PublicUrl publicUrl, String host) {
    boolean number = host.startsWith("[") || host.matches("[0-9.]+");
    return !number && (publicUrl.secure() || host.equals("localhost"));
  }

  /** Whether passkeys work at the public address of this site. */
  public boolean usable() {
    return usable;
  }

  /** A question for an authenticator, as JSON that browsers read. */
  record Question(UUID id, String options) {}

  /** Asks for a new passkey of an account. */
  Question beginMaking(UUID account, Secret browser) {
    if (store.list(account).size() >= MOST) {
      throw new Problem.Conflict("There are " + MOST + " passkeys already. Remove one first.");
    }
    Account owner = people.accounts().get(account);
    String shown = owner.person().email() == null ? "staff" : owner.person().email();
    PublicKeyCredentialCreationOptions options =
        site
            .startRegistration(
                StartRegistrationOptions.builder()
                    .user(
                        UserIdentity.builder()
                            .name(shown)
                            .displayName(shown)
                            .id(Credentials.handle(account))
                            .build())
                    .authenticatorSelection(
                        AuthenticatorSelectionCriteria.builder()
                            .residentKey(ResidentKeyRequirement.REQUIRED)
                            .userVerification(UserVerificationRequirement.REQUIRED)
                            .build())
                    .timeout(CHALLENGE_LIFE.toMillis())
                    .build())
            .toBuilder()
            .excludeCredentials(credentials.descriptors(account))
            .build();
    try {
      UUID id = keep(account, options.toJson(), browser);
      return new Question(id, options.toCredentialsCreateJson());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The library writes its own questions", e);
    }
  }

  /**
   * What came back for a question.
   *
   * @param credential the answer of the authenticator, as JSON that browsers write
   */
  record Answer(UUID question, String credential, Secret browser) {}

  /** Keeps a passkey that was made; false when the answer is not good. */
  boolean make(UUID account, String name, Answer answer) {
    String clean = name(name);
    Optional<PasskeyStore.Challenge> asked =
        take(answer).filter(challenge -> account.equals(challenge.account()));
    if (asked.isEmpty()) {
      return false;
    }
    try {
      RegistrationResult made =
          site.finishRegistration(
              FinishRegistrationOptions.builder()
                  .request(PublicKeyCredentialCreationOptions.fromJson(asked.get().request()))
                  .response(PublicKeyCredential.parseRegistrationResponseJson(answer.credential()))
                  .build());
      var passkey =
          new Passkey(
              made.getKeyId().getId(),
              account,
              clean,
              made.getPublicKeyCose(),
              made.getSignatureCount(),
              clock.instant(),
              null);
      database.inTransaction(() -> {
        store.insert(passkey);
        note(account, "passkey-added");
        return passkey;
      });
      return true;
    } catch (RegistrationFailedException | IOException | IllegalArgumentException e) {
      return false;
    }
  }

  /** Asks whoever is there to sign in; the authenticator knows for which account it has a key. */
  Question beginSigningIn(Secret browser) {
    AssertionRequest request =
        site.startAssertion(
            StartAssertionOptions.builder()
                .userVerification(UserVerificationRequirement.REQUIRED)
                .timeout(CHALLENGE_LIFE.toMillis())
                .build());
    try {
      return new Question(keep(null, request.toJson(), browser), request.toCredentialsGetJson());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The library writes its own questions", e);
    }
  }

  /** A session that was opened. */
  record Arrived(Secret session, Account account) {}

  /** Signs somebody in; empty when the answer is not good or the account is disabled. */
  Optional<Arrived> signIn(Answer answer, SessionService.Arrival arrival) {
    Optional<PasskeyStore.Challenge> asked =
        take(answer).filter(challenge -> challenge.account() == null);
    if (asked.isEmpty()) {
      return Optional.empty();
    }
    try {
      AssertionResult result =
          site.finishAssertion(
              FinishAssertionOptions.builder()
                  .request(AssertionRequest.fromJson(asked.get().request()))
                  .response(PublicKeyCredential.parseAssertionResponseJson(answer.credential()))
                  .build());
      Account account = people.accounts().get(UUID.fromString(result.getUsername()));
      if (!result.isSuccess() || account.isDisabled()) {
        return Optional.empty();
      }
      return database.inTransaction(() ->
          store.use(
                  result.getCredential().getCredentialId(),
                  result.getSignatureCount(),
                  clock.instant())
              ? Optional.of(new Arrived(people.sessions().open(account, arrival), account))
              : Optional.empty());
    } catch (AssertionFailedException | IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  List<Passkey> list(UUID account) {
    return store.list(account);
  }

  void rename(UUID account, String id, String name) {
    String clean = name(name);
    if (!database.inTransaction(() -> store.rename(account, credential(id), clean))) {
      throw nobody();
    }
  }

  void remove(UUID account, String id) {
    database.inTransaction(() -> {
      if (!store.delete(account, credential(id))) {
        throw nobody();
      }
      note(account, "passkey-removed");
      return id;
    });
  }

  private static Problem.NotFound nobody() {
    return new Problem.NotFound("There is no such passkey of yours.");
  }

  private static ByteArray credential(String id) {
    try {
      return ByteArray.fromBase64Url(id);
    } catch (Base64UrlException e) {
      throw nobody();
    }
  }

  private static String name(String name) {
    String clean = name.strip();
    if (clean.isEmpty() || clean.length() > 60 || clean.chars().anyMatch(Character::isISOControl)) {
      throw new Problem.InvalidInput(
          "name", name, "The name (" + name + ") must have 1 to 60 characters.");
    }
    return clean;
  }

  private UUID keep(
      @org.jspecify.annotations.Nullable UUID account, String request, Secret browser) {
    Instant now = clock.instant();
    UUID id = ids.get();
    var challenge = new PasskeyStore.Challenge(account, request, now.plus(CHALLENGE_LIFE));
    return database.inTransaction(() -> {
      store.deleteOldChallenges(now);
      store.insertChallenge(id, browser.hash(), challenge);
      return id;
    });
  }

  /** A question is answered once, whether well or not. */
  private Optional<PasskeyStore.Challenge> take(Answer answer) {
    return database
        .inTransaction(() -> store.takeChallenge(answer.question(), answer.browser().hash()))
        .filter(challenge -> clock.instant().isBefore(challenge.expiresAt()));
  }

  private void note(UUID account, String action) {
    people
        .journal()
        .note(
            new Actor("account:" + account, Role.MEMBER),
            new Journal.Event("account", account.toString(), action),
            null,
            null);
  }
}
