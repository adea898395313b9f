package praya.identity.passkey;

import static praya.store.db.Tables.PASSKEY;
import static praya.store.db.Tables.PASSKEY_CHALLENGE;

import com.yubico.webauthn.data.ByteArray;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import praya.store.Database;
import praya.store.db.tables.records.PasskeyRecord;

/** Passkeys, and questions that were asked of authenticators, in PostgreSQL. */
final class PasskeyStore {
  private final Database database;

  PasskeyStore(Database database) {
    this.database = database;
  }

  /**
   * A question that an authenticator is to sign.
   *
   * @param account for which a passkey is to be made; null for a sign-in
   */
  record Challenge(@Nullable UUID account, String request, Instant expiresAt) {}

  void insertChallenge(UUID id, byte[] browser, Challenge challenge) {
    database
        .sql()
        .insertInto(PASSKEY_CHALLENGE)
        .set(PASSKEY_CHALLENGE.ID, id)
        .set(PASSKEY_CHALLENGE.BROWSER_HASH, browser)
        .set(PASSKEY_CHALLENGE.ACCOUNT_ID, challenge.account())
        .set(PASSKEY_CHALLENGE.REQUEST, challenge.request())
        .set(PASSKEY_CHALLENGE.EXPIRES_AT, challenge.expiresAt().atOffset(ZoneOffset.UTC))
        .execute();
  }

  /** Takes a question out, once, for the browser that it was asked of. */
  Optional<Challenge> takeChallenge(UUID id, byte[] browser) {
    return database
        .sql()
        .deleteFrom(PASSKEY_CHALLENGE)
        .where(PASSKEY_CHALLENGE.ID.eq(id), PASSKEY_CHALLENGE.BROWSER_HASH.eq(browser))
        .returning()
        .fetchOptional(row ->
            new Challenge(row.getAccountId(), row.getRequest(), row.getExpiresAt().toInstant()));
  }

  void deleteOldChallenges(Instant now) {
    database
        .sql()
        .deleteFrom(PASSKEY_CHALLENGE)
        .where(PASSKEY_CHALLENGE.EXPIRES_AT.le(now.atOffset(ZoneOffset.UTC)))
        .execute();
  }

  void insert(Passkey passkey) {
    database
        .sql()
        .insertInto(PASSKEY)
        .set(PASSKEY.CREDENTIAL_ID, passkey.id().getBytes())
        .set(PASSKEY.ACCOUNT_ID, passkey.account())
        .set(PASSKEY.NAME, passkey.name())
        .set(PASSKEY.PUBLIC_KEY, passkey.publicKey().getBytes())
        .set(PASSKEY.COUNTER, passkey.counter())
        .set(PASSKEY.CREATED_AT, passkey.createdAt().atOffset(ZoneOffset.UTC))
        .execute();
  }

  List<Passkey> list(UUID account) {
    return database
        .sql()
        .selectFrom(PASSKEY)
        .where(PASSKEY.ACCOUNT_ID.eq(account))
        .orderBy(PASSKEY.CREATED_AT)
        .fetch(PasskeyStore::passkey);
  }

  Optional<Passkey> find(ByteArray id) {
    return database
        .sql()
        .selectFrom(PASSKEY)
        .where(PASSKEY.CREDENTIAL_ID.eq(id.getBytes()))
        .fetchOptional(PasskeyStore::passkey);
  }

  /**
   * Notes a use; false when another use came between with a counter that is as high, which only a
   * copy can do.
   */
  boolean use(ByteArray id, long counter, Instant now) {
    return database
            .sql()
            .update(PASSKEY)
            .set(PASSKEY.COUNTER, counter)
            .set(PASSKEY.LAST_USED_AT, now.atOffset(ZoneOffset.UTC))
            .where(
                PASSKEY.CREDENTIAL_ID.eq(id.getBytes()),
                PASSKEY.COUNTER.lt(counter).or(PASSKEY.COUNTER.eq(0L)))
            .execute()
        == 1;
  }

  boolean rename(UUID account, ByteArray id, String name) {
    return database
            .sql()
            .update(PASSKEY)
            .set(PASSKEY.NAME, name)
            .where(PASSKEY.CREDENTIAL_ID.eq(id.getBytes()), PASSKEY.ACCOUNT_ID.eq(account))
            .execute()
        == 1;
  }

  boolean delete(UUID account, ByteArray id) {
    return database
            .sql()
            .deleteFrom(PASSKEY)
            .where(PASSKEY.CREDENTIAL_ID.eq(id.getBytes()), PASSKEY.ACCOUNT_ID.eq(account))
            .execute()
        == 1;
  }

  private static Passkey passkey(PasskeyRecord row) {
    return new Passkey(
        new ByteArray(row.getCredentialId()),
        row.getAccountId(),
        row.getName(),
        new ByteArray(row.getPublicKey()),
        row.getCounter(),
        row.getCreatedAt().toInstant(),
        row.getLastUsedAt() == null ? null : row.getLastUsedAt().toInstant());
  }
}
