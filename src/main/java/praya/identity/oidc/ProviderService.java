package praya.identity.oidc;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import praya.domain.Actor;
import praya.domain.Language;
import praya.domain.Problem;
import praya.http.PublicUrl;
import praya.identity.Account;
import praya.identity.AccountService;
import praya.identity.Secret;
import praya.identity.SessionService;
import praya.store.Database;
import praya.store.Journal;

/**
 * Signing in with a provider: the browser is sent there and comes back, the code it brings is
 * changed for a token, and who the token names is looked up by issuer and subject.
 *
 * <h2>What is trusted</h2>
 *
 * Somebody new whose address the provider has verified gets into the account of that address, once,
 * if it has no other identity of the issuer. So whoever runs a provider that is configured here can
 * get into any account whose address they say is theirs: only providers that are trusted so far
 * belong into the settings. An address that is not verified opens nothing.
 */
public final class ProviderService {
  /** Time to sign in there, with a second factor that has to be looked for. */
  private static final Duration ATTEMPT_LIFE = Duration.ofMinutes(10);

  private final Database database;
  private final IdentityStore store;
  private final AccountService accounts;
  private final SessionService sessions;
  private final Journal journal;
  private final Clock clock;
  private final Map<String, ProviderClient> clients = new LinkedHashMap<>();
  private final Policy policy;

  /**
   * With whom people sign in.
   *
   * @param signUp whether somebody new gets an account
   * @param site where providers send people back to
   */
  public record Policy(List<Provider> providers, boolean signUp, PublicUrl site) {
    public Policy {
      providers = List.copyOf(providers);
    }
  }

  /** The accounts that people sign in to, and what becomes of it. */
  public record People(AccountService accounts, SessionService sessions, Journal journal) {}

  public ProviderService(Database database, People people, Policy policy, Clock clock) {
    this.database = database;
    this.store = new IdentityStore(database);
    this.accounts = people.accounts();
    this.sessions = people.sessions();
    this.journal = people.journal();
    this.policy = policy;
    this.clock = clock;
    policy
        .providers()
        .forEach(provider -> clients.put(provider.name(), new ProviderClient(provider, clock)));
  }

  /** What came back with the browser; null for what is missing. */
  record Return(
      @Nullable String state, @Nullable String code, @Nullable String issuer, Secret browser) {}

  /** How an attempt ended. */
  sealed interface Outcome {
    /** Somebody is signed in. */
    record In(Secret session, Account account, String next) implements Outcome {}

    /** The identity was added to the account that asked for it. */
    record Added() implements Outcome {}

    /** It did not work, for a reason that has a text: {@code signIn.provider.REASON}. */
    record Not(String reason) implements Outcome {}
  }

  public List<Provider> providers() {
    return policy.providers();
  }

  /** The clients of the providers, for their tokens. */
  List<ProviderClient> clients() {
    return List.copyOf(clients.values());
  }

  /**
   * Begins a sign-in; what it is bound to follows from the browser's secret, so that nothing that
   * could be used is stored.
   *
   * @param account to which the identity is to be added; null for a sign-in
   */
  URI begin(String provider, Secret browser, @Nullable UUID account, String next)
      throws ProviderDown {
    ProviderClient client = client(provider);
    String state = Secret.random("").text();
    URI question = client.question(back(provider), binding(browser, state));
    Instant now = clock.instant();
    var attempt = new IdentityStore.Attempt(provider, account, next, now.plus(ATTEMPT_LIFE));
    database.inTransaction(() -> {
      store.deleteOldAttempts(now);
      store.insertAttempt(new Secret(state).hash(), browser.hash(), attempt);
      return attempt;
    });
    return question;
  }

  /**
   * Ends a sign-in.
   *
   * @param asking who sends the request, for an identity that is to be added
   */
  Outcome end(String provider, Return answer, Actor asking, SessionService.Arrival arrival)
      throws ProviderDown {
    ProviderClient client = client(provider);
    String state = answer.state();
    String code = answer.code();
    if (state == null) {
      return new Outcome.Not("fault");
    }
    Optional<IdentityStore.Attempt> attempt =
        database
            .inTransaction(() ->
                store.takeAttempt(new Secret(state).hash(), answer.browser().hash(), provider))
            .filter(taken -> clock.instant().isBefore(taken.expiresAt()));
    String issuer = client.provider().issuer().toString();
    boolean fromThere = answer.issuer() == null || answer.issuer().equals(issuer);
    if (attempt.isEmpty() || code == null || !fromThere) {
      return new Outcome.Not("fault");
    }
    var subject = client.answer(code, back(provider), binding(answer.browser(), state));
    if (subject.isEmpty()) {
      return new Outcome.Not("fault");
    }
    UUID account = attempt.get().account();
    return database.inTransaction(() ->
        account == null
            ? enter(subject.get(), attempt.get().next(), arrival)
            : add(subject.get(), account, asking));
  }

  private Outcome enter(
      ProviderClient.Subject subject, String next, SessionService.Arrival arrival) {
    Optional<UUID> known = store.findAccount(subject.issuer(), subject.subject());
    Account account;
    if (known.isPresent()) {
      account = accounts.get(known.get());
    } else {
      Optional<Account> byAddress = subject.verifiedEmail().flatMap(accounts::findByEmail);
      if (byAddress.isEmpty() && !policy.signUp()) {
        return new Outcome.Not("unknown");
      }
      account =
          byAddress.orElseGet(
              () -> accounts.signUp(subject.verifiedEmail().orElse(null), Language.EN));
      if (account.isDisabled()) {
        return new Outcome.Not("disabled");
      }
      if (!insert(subject, account.id())) {
        return new Outcome.Not("taken");
      }
    }
    if (account.isDisabled()) {
      return new Outcome.Not("disabled");
    }
    store.touch(subject.issuer(), subject.subject(), clock.instant());
    return new Outcome.In(sessions.open(account, arrival), account, next);
  }

  private Outcome add(ProviderClient.Subject subject, UUID account, Actor asking) {
    if (!account.equals(asking.account())) {
      return new Outcome.Not("fault");
    }
    Optional<UUID> owner = store.findAccount(subject.issuer(), subject.subject());
    boolean done = owner.map(account::equals).orElseGet(() -> insert(subject, account));
    return done ? new Outcome.Added() : new Outcome.Not("taken");
  }

  private boolean insert(ProviderClient.Subject subject, UUID account) {
    boolean done =
        store.insert(
            new IdentityStore.Identity(
                subject.issuer(), subject.subject(), account, clock.instant()));
    if (done) {
      note(account, "identity-added");
    }
    return done;
  }

  /** Says by hand who an account is elsewhere, for programs whose tokens come from there. */
  public void link(UUID account, URI issuer, String subject) {
    var identity = new IdentityStore.Identity(issuer.toString(), subject, account, clock.instant());
    boolean done = database.inTransaction(() -> store.insert(identity));
    if (!done) {
      throw new Problem.Conflict(
          "The subject is an account's already, or the account has one of this issuer.");
    }
    note(account, "identity-added");
  }

  List<IdentityStore.Identity> identities(UUID account) {
    return store.list(account);
  }

  void remove(UUID account, String issuer) {
    database.inTransaction(() -> {
      if (!store.delete(account, issuer)) {
        throw new Problem.NotFound("There is no identity of (" + issuer + ") here.");
      }
      note(account, "identity-removed");
      return account;
    });
  }

  private void note(UUID account, String action) {
    var actor = new Actor("account:" + account, praya.domain.Role.MEMBER);
    database.inTransaction(() -> {
      journal.note(actor, new Journal.Event("account", account.toString(), action), null, null);
      return account;
    });
  }

  private URI back(String provider) {
    return URI.create(policy.site().at("/sign-in/provider/" + provider + "/back"));
  }

  private static ProviderClient.Binding binding(Secret browser, String state) {
    return new ProviderClient.Binding(
        state, browser.derive("nonce " + state), browser.derive("pkce " + state));
  }

  private ProviderClient client(String name) {
    ProviderClient client = clients.get(name);
    if (client == null) {
      throw new Problem.NotFound("There is no provider (" + name + ") here.");
    }
    return client;
  }
}
