package praya.identity;

import static praya.store.db.Tables.API_KEY;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import praya.domain.Role;
import praya.domain.Scope;
import praya.store.Database;
import praya.store.db.tables.records.ApiKeyRecord;

/** API keys in PostgreSQL. */
final class ApiKeyStore {
  private final Database database;

  ApiKeyStore(Database database) {
    this.database = database;
  }

  void insert(ApiKey key, byte[] hash) {
    database
        .sql()
        .insertInto(API_KEY)
        .set(API_KEY.ID, key.id())
        .set(API_KEY.NAME, key.name())
        .set(API_KEY.ROLE, key.role().code())
        .set(API_KEY.ACCOUNT_ID, key.grant().account())
        .set(
            API_KEY.SCOPES,
            key.grant().scopes().stream().sorted().map(Scope::code).toArray(String[]::new))
        .set(API_KEY.HASH, hash)
        .set(API_KEY.CREATED_AT, utc(key.createdAt()))
        .set(API_KEY.EXPIRES_AT, utc(key.expiresAt()))
        .execute();
  }

  List<ApiKey> list() {
    return list(DSL.noCondition());
  }

  List<ApiKey> list(UUID account) {
    return list(API_KEY.ACCOUNT_ID.eq(account));
  }

  private List<ApiKey> list(Condition condition) {
    return database
        .sql()
        .selectFrom(API_KEY)
        .where(condition)
        .orderBy(API_KEY.CREATED_AT, API_KEY.ID)
        .fetch(ApiKeyStore::key);
  }

  Optional<ApiKey> find(UUID id) {
    return database
        .sql()
        .selectFrom(API_KEY)
        .where(API_KEY.ID.eq(id))
        .fetchOptional(ApiKeyStore::key);
  }

  /** The key of a secret that works now, the former one included while it may. */
  Optional<ApiKey> find(byte[] hash, Instant now) {
    return database
        .sql()
        .selectFrom(API_KEY)
        .where(
            API_KEY
                .HASH
                .eq(hash)
                .or(API_KEY.FORMER_HASH.eq(hash).and(API_KEY.FORMER_UNTIL.gt(utc(now)))),
            works(now))
        .fetchOptional(ApiKeyStore::key);
  }

  void touch(UUID id, Instant now) {
    database
        .sql()
        .update(API_KEY)
        .set(API_KEY.LAST_USED_AT, utc(now))
        .where(API_KEY.ID.eq(id))
        .execute();
  }

  /** Gives a key another secret; false when the key works no more. */
  boolean rotate(UUID id, byte[] hash, Instant now, Instant formerUntil) {
    return database
            .sql()
            .update(API_KEY)
            .set(API_KEY.FORMER_HASH, API_KEY.HASH)
            .set(API_KEY.FORMER_UNTIL, utc(formerUntil))
            .set(API_KEY.HASH, hash)
            .where(API_KEY.ID.eq(id), works(now))
            .execute()
        == 1;
  }

  void revoke(UUID id, Instant now) {
    database
        .sql()
        .update(API_KEY)
        .set(API_KEY.REVOKED_AT, DSL.coalesce(API_KEY.REVOKED_AT, utc(now)))
        .where(API_KEY.ID.eq(id))
        .execute();
  }

  private static Condition works(Instant now) {
    return API_KEY
        .REVOKED_AT
        .isNull()
        .and(API_KEY.EXPIRES_AT.isNull().or(API_KEY.EXPIRES_AT.gt(utc(now))));
  }

  private static ApiKey key(ApiKeyRecord row) {
    var grant =
        new ApiKey.Grant(
            row.getAccountId(),
            Role.of(row.getRole()),
            Arrays.stream(row.getScopes()).map(Scope::of).collect(Collectors.toSet()));
    return new ApiKey(
        row.getId(),
        row.getName(),
        grant,
        row.getCreatedAt().toInstant(),
        instant(row.getExpiresAt()),
        instant(row.getLastUsedAt()),
        instant(row.getRevokedAt()));
  }

  private static @Nullable OffsetDateTime utc(@Nullable Instant moment) {
    return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime moment) {
    return moment == null ? null : moment.toInstant();
  }
}
