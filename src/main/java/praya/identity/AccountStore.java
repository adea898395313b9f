package praya.identity;

import static praya.store.db.Tables.ACCOUNT;
import static praya.store.db.Tables.MEMBERSHIP;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import praya.domain.Language;
import praya.domain.Role;
import praya.store.Database;
import praya.store.db.tables.records.AccountRecord;

/** Accounts in PostgreSQL. */
final class AccountStore {
  private final Database database;

  AccountStore(Database database) {
    this.database = database;
  }

  /** Adds an account; false when its address has one already. */
  boolean insert(Account account) {
    return database
            .sql()
            .insertInto(ACCOUNT)
            .set(ACCOUNT.ID, account.id())
            .set(ACCOUNT.VERSION, account.version())
            .set(ACCOUNT.ROLE, account.role().code())
            .set(ACCOUNT.EMAIL, account.person().email())
            .set(ACCOUNT.NAME, account.person().name())
            .set(ACCOUNT.LANGUAGE, account.person().language().tag())
            .set(ACCOUNT.CREATED_AT, account.createdAt().atOffset(ZoneOffset.UTC))
            .onConflict(ACCOUNT.EMAIL)
            .doNothing()
            .execute()
        == 1;
  }

  Optional<Account> find(UUID id) {
    return database
        .sql()
        .selectFrom(ACCOUNT)
        .where(ACCOUNT.ID.eq(id))
        .fetchOptional(AccountStore::account);
  }

  /** The account, locked until the transaction ends, so that changes come one by one. */
  Optional<Account> lock(UUID id) {
    return database
        .sql()
        .selectFrom(ACCOUNT)
        .where(ACCOUNT.ID.eq(id))
        .forUpdate()
        .fetchOptional(AccountStore::account);
  }

  Optional<Account> findByEmail(String email) {
    return database
        .sql()
        .selectFrom(ACCOUNT)
        .where(ACCOUNT.EMAIL.eq(email))
        .fetchOptional(AccountStore::account);
  }

  Account builtIn() {
    return account(database.sql().selectFrom(ACCOUNT).where(ACCOUNT.BUILT_IN).fetchSingle());
  }

  /** Accounts behind an id, in the order in which they were made. */
  List<Account> list(@Nullable UUID after, int limit) {
    return database
        .sql()
        .selectFrom(ACCOUNT)
        .where(after == null ? DSL.noCondition() : ACCOUNT.ID.gt(after))
        .orderBy(ACCOUNT.ID)
        .limit(limit)
        .fetch(AccountStore::account);
  }

  int count() {
    return database.sql().fetchCount(ACCOUNT);
  }

  void update(Account account) {
    Instant disabled = account.disabledAt();
    database
        .sql()
        .update(ACCOUNT)
        .set(ACCOUNT.VERSION, ACCOUNT.VERSION.plus(1))
        .set(ACCOUNT.ROLE, account.role().code())
        .set(ACCOUNT.NAME, account.person().name())
        .set(ACCOUNT.LANGUAGE, account.person().language().tag())
        .set(ACCOUNT.DISABLED_AT, disabled == null ? null : disabled.atOffset(ZoneOffset.UTC))
        .where(ACCOUNT.ID.eq(account.id()))
        .execute();
  }

  Set<UUID> organisations(UUID account) {
    return database
        .sql()
        .select(MEMBERSHIP.ORGANISATION_ID)
        .from(MEMBERSHIP)
        .where(MEMBERSHIP.ACCOUNT_ID.eq(account))
        .fetchSet(MEMBERSHIP.ORGANISATION_ID);
  }

  static Account account(AccountRecord row) {
    return new Account(
        row.getId(),
        row.getVersion(),
        Role.of(row.getRole()),
        new Account.Person(
            row.getEmail(), row.getName(), Language.find(row.getLanguage()).orElse(Language.EN)),
        row.getBuiltIn(),
        row.getCreatedAt().toInstant(),
        row.getDisabledAt() == null ? null : row.getDisabledAt().toInstant());
  }
}
