package praya.alert;

import static praya.store.db.Tables.ACCOUNT;
import static praya.store.db.Tables.MEMBERSHIP;
import static praya.store.db.Tables.SAVED_SEARCH;
import static praya.store.db.Tables.SAVED_SEARCH_KNOWN;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import praya.domain.Audience;
import praya.domain.Language;
import praya.domain.Role;
import praya.store.Database;
import praya.store.RowJson;
import praya.store.db.tables.records.SavedSearchKnownRecord;

/** Saved searches, and what each of them finds already. */
final class SavedSearchStore {
  private final Database database;

  SavedSearchStore(Database database) {
    this.database = database;
  }

  /** A saved search with who may see what it finds, and whose changes are no news to them. */
  record Watched(SavedSearch search, Audience audience, Set<UUID> own) {}

  /** An organisation that a saved search finds. */
  record Known(UUID search, UUID organisation) {}

  /** A feed's secret, as it is kept. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Feed(byte[] hash, byte[] sealed) {}

  List<SavedSearch> list(UUID account) {
    return database
        .sql()
        .selectFrom(SAVED_SEARCH)
        .where(SAVED_SEARCH.ACCOUNT_ID.eq(account))
        .orderBy(SAVED_SEARCH.ID.desc())
        .fetch(SavedSearchStore::read);
  }

  int count(UUID account) {
    return database.sql().fetchCount(SAVED_SEARCH, SAVED_SEARCH.ACCOUNT_ID.eq(account));
  }

  /** Makes others wait who save for the same account, so that nobody gets one too many. */
  void lock(UUID account) {
    database
        .sql()
        .select(ACCOUNT.ID)
        .from(ACCOUNT)
        .where(ACCOUNT.ID.eq(account))
        .forUpdate()
        .fetch();
  }

  Optional<SavedSearch> find(UUID id, UUID account) {
    return database
        .sql()
        .selectFrom(SAVED_SEARCH)
        .where(SAVED_SEARCH.ID.eq(id), SAVED_SEARCH.ACCOUNT_ID.eq(account))
        .fetchOptional(SavedSearchStore::read);
  }

  /** The saved search of a feed, as long as its owner's account is good. */
  Optional<SavedSearch> findByFeed(byte[] hash) {
    return database
        .sql()
        .select(SAVED_SEARCH.fields())
        .from(SAVED_SEARCH)
        .join(ACCOUNT)
        .on(ACCOUNT.ID.eq(SAVED_SEARCH.ACCOUNT_ID))
        .where(SAVED_SEARCH.FEED_HASH.eq(hash), ACCOUNT.DISABLED_AT.isNull())
        .fetchOptional(SavedSearchStore::read);
  }

  void insert(SavedSearch search) {
    database
        .sql()
        .insertInto(SAVED_SEARCH)
        .set(SAVED_SEARCH.ID, search.id())
        .set(SAVED_SEARCH.ACCOUNT_ID, search.account())
        .set(SAVED_SEARCH.NAME, search.name())
        .set(SAVED_SEARCH.QUERY, search.state().text())
        .set(SAVED_SEARCH.FILTERS, search.state().filterText())
        .set(SAVED_SEARCH.LANGUAGE, search.language().tag())
        .set(SAVED_SEARCH.WIDE, search.memory().wide())
        .set(SAVED_SEARCH.MADE_AT, search.memory().since().atOffset(ZoneOffset.UTC))
        .execute();
  }

  void rename(UUID id, String name) {
    database
        .sql()
        .update(SAVED_SEARCH)
        .set(SAVED_SEARCH.NAME, name)
        .where(SAVED_SEARCH.ID.eq(id))
        .execute();
  }

  void delete(UUID id) {
    database.sql().deleteFrom(SAVED_SEARCH).where(SAVED_SEARCH.ID.eq(id)).execute();
  }

  int deleteOf(UUID account) {
    return database
        .sql()
        .deleteFrom(SAVED_SEARCH)
        .where(SAVED_SEARCH.ACCOUNT_ID.eq(account))
        .execute();
  }

  void feed(UUID id, @Nullable Feed feed) {
    database
        .sql()
        .update(SAVED_SEARCH)
        .set(SAVED_SEARCH.FEED_HASH, feed == null ? null : feed.hash())
        .set(SAVED_SEARCH.FEED_SEALED, feed == null ? null : feed.sealed())
        .where(SAVED_SEARCH.ID.eq(id))
        .execute();
  }

  byte @Nullable [] sealedFeed(UUID id) {
    return database
        .sql()
        .select(SAVED_SEARCH.FEED_SEALED)
        .from(SAVED_SEARCH)
        .where(SAVED_SEARCH.ID.eq(id))
        .fetchOne(SAVED_SEARCH.FEED_SEALED);
  }

  /** All that are watched: those of accounts that are good. */
  List<Watched> watched() {
    Map<UUID, Set<UUID>> own =
        database
            .sql()
            .select(MEMBERSHIP.ACCOUNT_ID, MEMBERSHIP.ORGANISATION_ID)
            .from(MEMBERSHIP)
            .where(
                MEMBERSHIP.ACCOUNT_ID.in(
                    database.sql().select(SAVED_SEARCH.ACCOUNT_ID).from(SAVED_SEARCH)))
            .fetchGroups(MEMBERSHIP.ACCOUNT_ID, MEMBERSHIP.ORGANISATION_ID)
            .entrySet()
            .stream()
            .collect(
                java.util.stream.Collectors.toMap(
                    Map.Entry::getKey, entry -> Set.copyOf(entry.getValue())));
    return database
        .sql()
        .select(SAVED_SEARCH.fields())
        .select(ACCOUNT.ROLE)
        .from(SAVED_SEARCH)
        .join(ACCOUNT)
        .on(ACCOUNT.ID.eq(SAVED_SEARCH.ACCOUNT_ID))
        .where(ACCOUNT.DISABLED_AT.isNull())
        .orderBy(SAVED_SEARCH.ID)
        .fetch(row -> {
          SavedSearch search = read(row);
          return new Watched(
              search,
              Audience.of(Role.of(row.get(ACCOUNT.ROLE))),
              own.getOrDefault(search.account(), Set.of()));
        });
  }

  /** Those that are still there, which stay until the transaction ends. */
  Set<UUID> keep(Collection<UUID> ids) {
    return new HashSet<>(
        database
            .sql()
            .select(SAVED_SEARCH.ID)
            .from(SAVED_SEARCH)
            .where(SAVED_SEARCH.ID.in(ids))
            .orderBy(SAVED_SEARCH.ID)
            .forKeyShare()
            .fetch(SAVED_SEARCH.ID));
  }

  Set<Known> known(Collection<UUID> organisations) {
    return new HashSet<>(
        database
            .sql()
            .selectFrom(SAVED_SEARCH_KNOWN)
            .where(SAVED_SEARCH_KNOWN.ORGANISATION_ID.in(organisations))
            .fetch(row -> new Known(row.getSavedSearchId(), row.getOrganisationId())));
  }

  void know(Collection<Known> all) {
    List<SavedSearchKnownRecord> rows = new ArrayList<>();
    all.forEach(
        known -> rows.add(new SavedSearchKnownRecord(known.search(), known.organisation())));
    database.sql().insertInto(SAVED_SEARCH_KNOWN).set(rows).onConflictDoNothing().execute();
  }

  void forget(Collection<Known> all) {
    for (Known known : all) {
      database
          .sql()
          .deleteFrom(SAVED_SEARCH_KNOWN)
          .where(
              SAVED_SEARCH_KNOWN.SAVED_SEARCH_ID.eq(known.search()),
              SAVED_SEARCH_KNOWN.ORGANISATION_ID.eq(known.organisation()))
          .execute();
    }
  }

  /** What is kept of an account's searches, as JSON values. */
  List<Map<String, @Nullable Object>> json(UUID account) {
    return RowJson.list(
        database
            .sql()
            .select(
                SAVED_SEARCH.NAME.as("name"),
                SAVED_SEARCH.QUERY.as("q"),
                SAVED_SEARCH.FILTERS.as("filters"),
                SAVED_SEARCH.LANGUAGE.as("language"),
                SAVED_SEARCH.MADE_AT.as("createdAt"),
                SAVED_SEARCH.FEED_HASH.isNotNull().as("feed"))
            .from(SAVED_SEARCH)
            .where(SAVED_SEARCH.ACCOUNT_ID.eq(account))
            .orderBy(SAVED_SEARCH.ID));
  }

  private static SavedSearch read(Record row) {
    return new SavedSearch(
        row.get(SAVED_SEARCH.ID),
        row.get(SAVED_SEARCH.ACCOUNT_ID),
        row.get(SAVED_SEARCH.NAME),
        SearchState.stored(row.get(SAVED_SEARCH.QUERY), row.get(SAVED_SEARCH.FILTERS)),
        Language.find(row.get(SAVED_SEARCH.LANGUAGE)).orElse(Language.EN),
        new SavedSearch.Memory(
            row.get(SAVED_SEARCH.MADE_AT).toInstant(), row.get(SAVED_SEARCH.WIDE)),
        row.get(SAVED_SEARCH.FEED_HASH) != null);
  }
}
