package praya.identity;

import static praya.store.db.Tables.API_KEY;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.impl.DSL;
import praya.domain.Role;
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
        .set(API_KEY.HASH, hash)
        .set(API_KEY.CREATED_AT, key.createdAt().atOffset(ZoneOffset.UTC))
        .execute();
  }

  List<ApiKey> list() {
    return database
        .sql()
        .selectFrom(API_KEY)
        .orderBy(API_KEY.CREATED_AT, API_KEY.ID)
        .fetch(ApiKeyStore::key);
  }

  Optional<ApiKey> find(byte[] hash) {
    return database
        .sql()
        .selectFrom(API_KEY)
        .where(API_KEY.HASH.eq(hash), API_KEY.REVOKED_AT.isNull())
        .fetchOptional(ApiKeyStore::key);
  }

  boolean revoke(UUID id, Instant now) {
    return database
            .sql()
            .update(API_KEY)
            .set(API_KEY.REVOKED_AT, DSL.coalesce(API_KEY.REVOKED_AT, now.atOffset(ZoneOffset.UTC)))
            .where(API_KEY.ID.eq(id))
            .execute()
        == 1;
  }

  private static ApiKey key(ApiKeyRecord row) {
    return new ApiKey(
        row.getId(),
        row.getName(),
        Role.valueOf(row.getRole().toUpperCase(Locale.ROOT)),
        row.getCreatedAt().toInstant(),
        row.getRevokedAt() == null ? null : row.getRevokedAt().toInstant());
  }
}
