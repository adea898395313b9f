package praya.alert;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import praya.domain.Action;
import praya.domain.Actor;
import praya.domain.Language;
import praya.domain.Permission;
import praya.domain.Problem;
import praya.identity.Secret;
import praya.search.SearchIndexes;
import praya.search.StandingSearches;
import praya.store.Database;
import praya.store.Vault;

/** Saved searches: kept, named, given a feed, and thrown away, each by its owner alone. */
public final class SavedSearchService {
  /** More than anybody reads about, and few enough that all are watched in a moment. */
  static final int MOST = 50;

  /**
   * What a search may find to be remembered one by one. An alert for more than this is news about
   * the directory, not about a topic.
   */
  private static final int MEMORY = 1000;

  private static final int MAX_NAME = 100;

  private final Database database;
  private final SavedSearchStore store;
  private final FindingStore findings;
  private final ChoiceStore choices;
  private final SearchIndexes index;
  private final Supplier<Vault> vault;
  private final Stamps stamps;

  /** What identifies and dates searches. */
  public record Stamps(Supplier<UUID> ids, Clock clock) {}

  public SavedSearchService(
      Database database, SearchIndexes index, Supplier<Vault> vault, Stamps stamps) {
    this.database = database;
    this.store = new SavedSearchStore(database);
    this.findings = new FindingStore(database);
    this.choices = new ChoiceStore(database);
    this.index = index;
    this.vault = vault;
    this.stamps = stamps;
  }

  /**
   * The account that acts.
   *
   * @throws Problem.Forbidden when a key acts that belongs to no account
   */
  static UUID account(Actor actor) {
    UUID account = actor.account();
    if (account == null) {
      throw new Problem.Forbidden("The key belongs to no account, so it keeps no searches.");
    }
    return account;
  }

  /** The newest first. */
  List<SavedSearch> list(Actor actor) {
    Permission.require(actor, Action.READ_OWN_ACCOUNT);
    return store.list(account(actor));
  }

  /**
   * Keeps a search. What it finds now is no news.
   *
   * @param name empty for its words
   */
  SavedSearch save(String name, SearchState state, Language language, Actor actor) {
    Permission.require(actor, Action.SAVE_SEARCHES);
    UUID account = account(actor);
    Set<UUID> found =
        StandingSearches.first(index.of(actor.viewer().audience()), state.standing(), MEMORY + 1);
    boolean wide = found.size() > MEMORY;
    var search =
        new SavedSearch(
            stamps.ids().get(),
            account,
            named(name.isBlank() ? state.words() : name, name.isBlank()),
            state,
            language,
            new SavedSearch.Memory(stamps.clock().instant().truncatedTo(ChronoUnit.MICROS), wide),
            false);
    return database.inTransaction(() -> {
      store.lock(account);
      if (store.count(account) >= MOST) {
        throw new Problem.Conflict(
            "There are " + MOST + " saved searches already. Throw one away first.");
      }
      store.insert(search);
      if (!wide && !found.isEmpty()) {
        store.know(
            found.stream()
                .map(organisation -> new SavedSearchStore.Known(search.id(), organisation))
                .collect(Collectors.toSet()));
      }
      return search;
    });
  }

  SavedSearch get(UUID id, Actor actor) {
    return require(id, actor);
  }

  SavedSearch rename(UUID id, String name, Actor actor) {
    require(id, actor);
    String clean = named(name, false);
    return database.inTransaction(() -> {
      store.rename(id, clean);
      return require(id, actor);
    });
  }

  void delete(UUID id, Actor actor) {
    require(id, actor);
    database.inTransaction(() -> {
      store.delete(id);
      return id;
    });
  }

  /** Gives a search a new feed address; the one before works no more. */
  SavedSearch openFeed(UUID id, Actor actor) {
    require(id, actor);
    Secret secret = Secret.random("");
    return database.inTransaction(() -> {
      store.feed(
          id, new SavedSearchStore.Feed(secret.hash(), vault.get().seal(place(id), secret.text())));
      return require(id, actor);
    });
  }

  SavedSearch closeFeed(UUID id, Actor actor) {
    require(id, actor);
    return database.inTransaction(() -> {
      store.feed(id, null);
      return require(id, actor);
    });
  }

  /** The secret in the address of a search's feed; empty when it has none. */
  Optional<String> feedSecret(SavedSearch search) {
    byte[] sealed = search.fed() ? store.sealedFeed(search.id()) : null;
    return Optional.ofNullable(sealed).map(bytes -> vault.get().open(place(search.id()), bytes));
  }

  private static String place(UUID id) {
    return "saved_search.feed/" + id;
  }

  /** The search of a feed and its newest findings; empty when the address is not one of ours. */
  Optional<SavedSearch> findByFeed(String secret) {
    return isSecret(secret) ? store.findByFeed(new Secret(secret).hash()) : Optional.empty();
  }

  List<Finding> findings(SavedSearch search, int limit) {
    return findings.ofSearch(search.id(), limit);
  }

  List<Finding> findings(Actor actor, int limit) {
    return findings.ofAccount(account(actor), limit);
  }

  void markRead(Actor actor) {
    Permission.require(actor, Action.SAVE_SEARCHES);
    database.inTransaction(() -> {
      findings.markRead(account(actor), stamps.clock().instant());
      return actor;
    });
  }

  LetterChoice letters(Actor actor) {
    return choices.of(account(actor));
  }

  /** What nobody was told of while letters were off stays untold. */
  void choose(LetterChoice choice, Actor actor) {
    Permission.require(actor, Action.SAVE_SEARCHES);
    UUID account = account(actor);
    database.inTransaction(() -> {
      if (choices.of(account) == LetterChoice.OFF) {
        findings.markTold(account, stamps.clock().instant());
      }
      choices.choose(account, choice);
      return choice;
    });
  }

  /** Whether a link in a letter is one that ends letters. */
  boolean isStop(String secret) {
    return isSecret(secret) && choices.findByStop(new Secret(secret).hash()).isPresent();
  }

  /**
   * Ends the letters of whoever got the link. Doing it again changes nothing.
   *
   * @return false when the link is not one of ours
   */
  boolean stop(String secret) {
    Optional<UUID> account =
        isSecret(secret) ? choices.findByStop(new Secret(secret).hash()) : Optional.empty();
    account.ifPresent(id ->
        database.inTransaction(() -> {
          choices.choose(id, LetterChoice.OFF);
          return id;
        }));
    return account.isPresent();
  }

  private static boolean isSecret(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length == 43 && text.matches("[A-Za-z0-9_-]{43}");
  }

  private SavedSearch require(UUID id, Actor actor) {
    Permission.require(actor, Action.SAVE_SEARCHES);
    return store
        .find(id, account(actor))
        .orElseThrow(() -> new Problem.NotFound("There is no saved search (" + id + ")."));
  }

  private static String named(@Nullable String name, boolean cut) {
    String clean = name == null ? "" : name.strip();
    if (cut && clean.length() > MAX_NAME) {
      int end = Character.isHighSurrogate(clean.charAt(MAX_NAME - 2)) ? MAX_NAME - 2 : MAX_NAME - 1;
      return clean.substring(0, end) + "…";
    }
    if (clean.isEmpty()
        || clean.length() > MAX_NAME
        || clean.chars().anyMatch(Character::isISOControl)) {
      throw new Problem.InvalidInput(
          "name", clean, "The name (" + clean + ") must have 1 to " + MAX_NAME + " characters.");
    }
    return clean;
  }
}
