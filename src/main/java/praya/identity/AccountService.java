package praya.identity;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import praya.domain.Action;
import praya.domain.Actor;
import praya.domain.Fault;
import praya.domain.Language;
import praya.domain.Permission;
import praya.domain.Problem;
import praya.domain.Role;
import praya.json.Json;
import praya.store.Database;
import praya.store.Journal;

/**
 * Accounts: made, listed, given a role, disabled. The audit says what was done to which account;
 * who is behind it stays out.
 */
public final class AccountService {
  private static final int MAX_NAME = 100;

  private final Database database;
  private final AccountStore store;
  private final SessionStore sessions;
  private final Journal journal;
  private final Supplier<UUID> ids;
  private final Clock clock;

  public AccountService(Database database, Journal journal, Supplier<UUID> ids, Clock clock) {
    this.database = database;
    this.store = new AccountStore(database);
    this.sessions = new SessionStore(database);
    this.journal = journal;
    this.ids = ids;
    this.clock = clock;
  }

  /** What is written about a new account. */
  public record Invitation(String email, Role role, Language language) {}

  /**
   * Makes an account for an address; its owner signs in by mail.
   *
   * @throws Problem.InvalidInput for an address that cannot be one
   * @throws Problem.Conflict when the address has an account
   */
  public Account create(Invitation invitation, Actor actor) {
    Permission.require(actor, Action.MANAGE_ACCOUNTS);
    String email = invitation.email();
    var faults = new ArrayList<Fault>();
    Optional<String> address = EmailAddress.read(email);
    if (address.isEmpty()) {
      String message = "The address (" + email + ") must look like name@place.example.";
      faults.add(new Fault("email", email, message));
    }
    if (invitation.role() == Role.ANYONE) {
      faults.add(new Fault("role", "anyone", "The role must be member, staff or admin."));
    }
    if (!faults.isEmpty()) {
      throw new Problem.InvalidInput(faults);
    }
    var person = new Account.Person(address.orElseThrow(), null, invitation.language());
    return database.inTransaction(() ->
        insert(person, invitation.role(), actor)
            .orElseThrow(() ->
                new Problem.Conflict(
                    "There is an account with this address already. Maybe change that one.")));
  }

  /**
   * The account of an address, which is made when there is none.
   *
   * @param email which its owner has proved; null for a new account without one
   */
  public Account signUp(@Nullable String email, Language language) {
    return database.inTransaction(() -> {
      String address = email == null ? null : EmailAddress.read(email).orElse(null);
      var person = new Account.Person(address, null, language);
      return insert(person, Role.MEMBER, new Actor("praya:sign-up", Role.ADMIN))
          .or(() -> address == null ? Optional.empty() : store.findByEmail(address))
          .orElseThrow();
    });
  }

  private Optional<Account> insert(Account.Person person, Role role, Actor actor) {
    var account =
        new Account(
            ids.get(),
            1,
            role,
            person,
            false,
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            null);
    if (!store.insert(account)) {
      return Optional.empty();
    }
    note(actor, "created", null, account);
    return Optional.of(account);
  }

  public Account get(UUID id) {
    return store
        .find(id)
        .orElseThrow(() -> new Problem.NotFound("There is no account (" + id + ")."));
  }

  public Optional<Account> find(UUID id) {
    return store.find(id);
  }

  public Optional<Account> findByEmail(String email) {
    return EmailAddress.read(email).flatMap(store::findByEmail);
  }

  /** The account that the printed link signs in to. */
  public Account builtIn() {
    return store.builtIn();
  }

  public List<Account> list(@Nullable UUID after, int limit, Actor actor) {
    Permission.require(actor, Action.MANAGE_ACCOUNTS);
    return store.list(after, limit);
  }

  public int count() {
    return store.count();
  }

  /** Gives another role; it holds from the next request on. */
  public Account changeRole(UUID id, Role role, Actor actor) {
    if (role == Role.ANYONE) {
      throw new Problem.InvalidInput(
          "role", role.code(), "The role must be member, staff or admin.");
    }
    return decide(id, actor, "role", account -> with(account, role, account.disabledAt()));
  }

  /** Shuts an account: it is out at once, with all its sessions, keys and tokens. */
  public Account disable(UUID id, Actor actor) {
    return decide(
        id,
        actor,
        "disabled",
        account -> account.isDisabled() ? account : with(account, account.role(), clock.instant()));
  }

  /** Opens an account again; whoever it is must sign in anew. */
  public Account enable(UUID id, Actor actor) {
    return decide(id, actor, "enabled", account -> with(account, account.role(), null));
  }

  /** Sets both at once; what is as it was leaves no trace. */
  Account change(UUID id, Role role, boolean disabled, Actor actor) {
    return database.inTransaction(() -> {
      if (get(id).role() != role) {
        changeRole(id, role, actor);
      }
      if (get(id).isDisabled() != disabled) {
        return disabled ? disable(id, actor) : enable(id, actor);
      }
      return get(id);
    });
  }

  /** Nobody decides about themselves: the last admin cannot lock everybody out by a slip. */
  private Account decide(UUID id, Actor actor, String action, UnaryOperator<Account> change) {
    Permission.require(actor, Action.MANAGE_ACCOUNTS);
    requireReason(actor);
    return database.inTransaction(() -> {
      Account before =
          store
              .lock(id)
              .orElseThrow(() -> new Problem.NotFound("There is no account (" + id + ")."));
      if (id.equals(actor.account())) {
        throw new Problem.Conflict(
            "This is your own account. Another admin can change it, or the command bin/praya"
                + " account.");
      }
      Account after = change.apply(before);
      if (before.builtIn() && after.role() != Role.STAFF) {
        throw new Problem.Conflict("The built-in account stays staff. Disable it instead.");
      }
      store.update(after);
      if (after.isDisabled()) {
        sessions.deleteAll(id);
      }
      note(actor, action, before, after);
      return get(id);
    });
  }

  private static void requireReason(Actor actor) {
    if (actor.reason() == null || actor.reason().isBlank()) {
      throw new Problem.InvalidInput(
          "reason",
          "",
          "Say why, for the audit: by the header Praya-Reason, or in the field reason of a form.");
    }
  }

  /** What somebody says about themselves. */
  public void describe(UUID id, String name, Language language) {
    String clean = name.strip();
    if (clean.length() > MAX_NAME || clean.chars().anyMatch(Character::isISOControl)) {
      throw new Problem.InvalidInput(
          "name", name, "The name (" + name + ") must have at most 100 characters.");
    }
    database.inTransaction(() -> {
      Account account = store.lock(id).orElseThrow();
      var person =
          new Account.Person(account.person().email(), clean.isEmpty() ? null : clean, language);
      store.update(
          new Account(
              id,
              account.version(),
              account.role(),
              person,
              account.builtIn(),
              account.createdAt(),
              account.disabledAt()));
      return id;
    });
  }

  private void note(Actor actor, String action, @Nullable Account before, Account after) {
    journal.note(
        actor,
        new Journal.Event("account", after.id().toString(), action),
        before == null ? null : audited(before),
        audited(after));
  }

  private static String audited(Account account) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("role", account.role().code());
    json.put("disabled", account.isDisabled());
    return Json.text(json);
  }

  private static Account with(Account account, Role role, java.time.@Nullable Instant disabledAt) {
    return new Account(
        account.id(),
        account.version(),
        role,
        account.person(),
        account.builtIn(),
        account.createdAt(),
        disabledAt);
  }
}
