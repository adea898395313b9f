package praya.identity.oidc;

import static praya.store.db.Tables.EXTERNAL_IDENTITY;
import static praya.store.db.Tables.PROVIDER_ATTEMPT;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import praya.store.Database;

/** Who accounts are elsewhere, and sign-ins that are under way, in PostgreSQL. */
final class IdentityStore {
  private final Database database;

  IdentityStore(Database database) {
    this.database = database;
  }

  /**
   * A sign-in that was begun.
   *
   * @param account to which the identity is to be added; null for a sign-in
   */
  record Attempt(String provider, @Nullable UUID account, String next, Instant expiresAt) {}

  /** Who an account is elsewhere. */
  record Identity(String issuer, String subject, UUID account, Instant createdAt) {}

  void insertAttempt(byte[] state, byte[] browser, Attempt attempt) {
    database
        .sql()
        .insertInto(PROVIDER_ATTEMPT)
        .set(PROVIDER_ATTEMPT.STATE_HASH, state)
        .set(PROVIDER_ATTEMPT.BROWSER_HASH, browser)
        .set(PROVIDER_ATTEMPT.PROVIDER, attempt.provider())
        .set(PROVIDER_ATTEMPT.ACCOUNT_ID, attempt.account())
        .set(PROVIDER_ATTEMPT.NEXT, attempt.next())
        .set(PROVIDER_ATTEMPT.EXPIRES_AT, attempt.expiresAt().atOffset(ZoneOffset.UTC))
        .execute();
  }

  /** Takes an attempt out, once, for the browser that began it with this provider. */
  Optional<Attempt> takeAttempt(byte[] state, byte[] browser, String provider) {
    return database
        .sql()
        .deleteFrom(PROVIDER_ATTEMPT)
        .where(
            PROVIDER_ATTEMPT.STATE_HASH.eq(state),
            PROVIDER_ATTEMPT.BROWSER_HASH.eq(browser),
            PROVIDER_ATTEMPT.PROVIDER.eq(provider))
        .returning()
        .fetchOptional(row ->
            new Attempt(
                row.getProvider(),
                row.getAccountId(),
                row.getNext(),
                row.getExpiresAt().toInstant()));
  }

  void deleteOldAttempts(Instant now) {
    database
        .sql()
        .deleteFrom(PROVIDER_ATTEMPT)
        .where(PROVIDER_ATTEMPT.EXPIRES_AT.le(now.atOffset(ZoneOffset.UTC)))
        .execute();
  }

  Optional<UUID> findAccount(String issuer, String subject) {
    return database
        .sql()
        .select(EXTERNAL_IDENTITY.ACCOUNT_ID)
        .from(EXTERNAL_IDENTITY)
        .where(EXTERNAL_IDENTITY.ISSUER.eq(issuer), EXTERNAL_IDENTITY.SUBJECT.eq(subject))
        .fetchOptional(EXTERNAL_IDENTITY.ACCOUNT_ID);
  }

  List<Identity> list(UUID account) {
    return database
        .sql()
        .selectFrom(EXTERNAL_IDENTITY)
        .where(EXTERNAL_IDENTITY.ACCOUNT_ID.eq(account))
        .orderBy(EXTERNAL_IDENTITY.CREATED_AT)
        .fetch(row ->
            new Identity(
                row.getIssuer(),
                row.getSubject(),
                row.getAccountId(),
                row.getCreatedAt().toInstant()));
  }

  /** Adds an identity; false when it is somebody's, or the account has one of the issuer. */
  boolean insert(Identity identity) {
    var at = identity.createdAt().atOffset(ZoneOffset.UTC);
    return database
            .sql()
            .insertInto(EXTERNAL_IDENTITY)
            .set(EXTERNAL_IDENTITY.ISSUER, identity.issuer())
            .set(EXTERNAL_IDENTITY.SUBJECT, identity.subject())
            .set(EXTERNAL_IDENTITY.ACCOUNT_ID, identity.account())
            .set(EXTERNAL_IDENTITY.CREATED_AT, at)
            .set(EXTERNAL_IDENTITY.LAST_USED_AT, at)
            .onConflictDoNothing()
            .execute()
        == 1;
  }

  void touch(String issuer, String subject, Instant now) {
    database
        .sql()
        .update(EXTERNAL_IDENTITY)
        .set(EXTERNAL_IDENTITY.LAST_USED_AT, now.atOffset(ZoneOffset.UTC))
        .where(EXTERNAL_IDENTITY.ISSUER.eq(issuer), EXTERNAL_IDENTITY.SUBJECT.eq(subject))
        .execute();
  }

  boolean delete(UUID account, String issuer) {
    return database
            .sql()
            .deleteFrom(EXTERNAL_IDENTITY)
            .where(EXTERNAL_IDENTITY.ACCOUNT_ID.eq(account), EXTERNAL_IDENTITY.ISSUER.eq(issuer))
            .execute()
        == 1;
  }
}
