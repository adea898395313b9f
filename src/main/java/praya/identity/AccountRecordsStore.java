package praya.identity;

import static praya.store.db.Tables.ACCOUNT;
import static praya.store.db.Tables.API_KEY;
import static praya.store.db.Tables.EXTERNAL_IDENTITY;
import static praya.store.db.Tables.MAIL_LINK;
import static praya.store.db.Tables.MEMBERSHIP;
import static praya.store.db.Tables.ORGANISATION;
import static praya.store.db.Tables.PASSKEY;
import static praya.store.db.Tables.PASSKEY_CHALLENGE;
import static praya.store.db.Tables.PRINTED_LINK;
import static praya.store.db.Tables.PROVIDER_ATTEMPT;
import static praya.store.db.Tables.SESSION;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import praya.store.Database;
import praya.store.RowJson;

/** What the tables of this package hold about an account, read as JSON values, and erased. */
final class AccountRecordsStore {
  private final Database database;

  AccountRecordsStore(Database database) {
    this.database = database;
  }

  List<Map<String, @Nullable Object>> account(UUID account) {
    return RowJson.list(
        database
            .sql()
            .select(
                ACCOUNT.EMAIL.as("email"),
                ACCOUNT.NAME.as("name"),
                ACCOUNT.LANGUAGE.as("language"),
                ACCOUNT.ROLE.as("role"),
                ACCOUNT.CREATED_AT.as("createdAt"),
                ACCOUNT.DISABLED_AT.as("disabledAt"))
            .from(ACCOUNT)
            .where(ACCOUNT.ID.eq(account)));
  }

  List<Map<String, @Nullable Object>> memberships(UUID account) {
    return RowJson.list(
        database
            .sql()
            .select(ORGANISATION.SLUG.as("organisation"), MEMBERSHIP.SINCE.as("since"))
            .from(MEMBERSHIP)
            .join(ORGANISATION)
            .on(ORGANISATION.ID.eq(MEMBERSHIP.ORGANISATION_ID))
            .where(MEMBERSHIP.ACCOUNT_ID.eq(account))
            .orderBy(MEMBERSHIP.SINCE));
  }

  List<Map<String, @Nullable Object>> sessions(UUID account) {
    return RowJson.list(
        database
            .sql()
            .select(
                SESSION.DEVICE.as("device"),
                SESSION.WAY.as("way"),
                SESSION.CREATED_AT.as("createdAt"),
                SESSION.LAST_SEEN_AT.as("lastSeenAt"))
            .from(SESSION)
            .where(SESSION.ACCOUNT_ID.eq(account))
            .orderBy(SESSION.CREATED_AT));
  }

  List<Map<String, @Nullable Object>> keys(UUID account) {
    return RowJson.list(
        database
            .sql()
            .select(
                API_KEY.NAME.as("name"),
                API_KEY.ROLE.as("role"),
                API_KEY.SCOPES.as("scopes"),
                API_KEY.CREATED_AT.as("createdAt"),
                API_KEY.EXPIRES_AT.as("expiresAt"),
                API_KEY.LAST_USED_AT.as("lastUsedAt"),
                API_KEY.REVOKED_AT.as("revokedAt"))
            .from(API_KEY)
            .where(API_KEY.ACCOUNT_ID.eq(account))
            .orderBy(API_KEY.CREATED_AT));
  }

  List<Map<String, @Nullable Object>> passkeys(UUID account) {
    return RowJson.list(
        database
            .sql()
            .select(
                PASSKEY.NAME.as("name"),
                PASSKEY.CREATED_AT.as("createdAt"),
                PASSKEY.LAST_USED_AT.as("lastUsedAt"))
            .from(PASSKEY)
            .where(PASSKEY.ACCOUNT_ID.eq(account))
            .orderBy(PASSKEY.CREATED_AT));
  }

  List<Map<String, @Nullable Object>> identities(UUID account) {
    return RowJson.list(
        database
            .sql()
            .select(
                EXTERNAL_IDENTITY.ISSUER.as("issuer"),
                EXTERNAL_IDENTITY.SUBJECT.as("subject"),
                EXTERNAL_IDENTITY.CREATED_AT.as("createdAt"),
                EXTERNAL_IDENTITY.LAST_USED_AT.as("lastUsedAt"))
            .from(EXTERNAL_IDENTITY)
            .where(EXTERNAL_IDENTITY.ACCOUNT_ID.eq(account))
            .orderBy(EXTERNAL_IDENTITY.CREATED_AT));
  }

  /** Everything that leads from the id to a person, or lets somebody in. */
  void erase(UUID account, Instant now) {
    var sql = database.sql();
    var email = DSL.select(ACCOUNT.EMAIL).from(ACCOUNT).where(ACCOUNT.ID.eq(account));
    sql.deleteFrom(MAIL_LINK).where(MAIL_LINK.EMAIL.eq(email)).execute();
    sql.deleteFrom(SESSION).where(SESSION.ACCOUNT_ID.eq(account)).execute();
    sql.deleteFrom(API_KEY).where(API_KEY.ACCOUNT_ID.eq(account)).execute();
    sql.deleteFrom(PASSKEY).where(PASSKEY.ACCOUNT_ID.eq(account)).execute();
    sql.deleteFrom(PASSKEY_CHALLENGE).where(PASSKEY_CHALLENGE.ACCOUNT_ID.eq(account)).execute();
    sql.deleteFrom(PROVIDER_ATTEMPT).where(PROVIDER_ATTEMPT.ACCOUNT_ID.eq(account)).execute();
    sql.deleteFrom(EXTERNAL_IDENTITY).where(EXTERNAL_IDENTITY.ACCOUNT_ID.eq(account)).execute();
    sql.deleteFrom(MEMBERSHIP).where(MEMBERSHIP.ACCOUNT_ID.eq(account)).execute();
    OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
    sql.update(ACCOUNT)
        .set(ACCOUNT.VERSION, ACCOUNT.VERSION.plus(1))
        .setNull(ACCOUNT.EMAIL)
        .setNull(ACCOUNT.NAME)
        .set(ACCOUNT.DISABLED_AT, DSL.coalesce(ACCOUNT.DISABLED_AT, at))
        .set(ACCOUNT.ERASED_AT, at)
        .where(ACCOUNT.ID.eq(account), ACCOUNT.ERASED_AT.isNull())
        .execute();
  }

  /** Sessions last seen, and links and questions that ended, before a moment. */
  int deleteEnded(Instant moment) {
    var sql = database.sql();
    OffsetDateTime at = moment.atOffset(ZoneOffset.UTC);
    return sql.deleteFrom(SESSION).where(SESSION.LAST_SEEN_AT.lt(at)).execute()
        + sql.deleteFrom(MAIL_LINK).where(MAIL_LINK.EXPIRES_AT.lt(at)).execute()
        + sql.deleteFrom(PRINTED_LINK).where(PRINTED_LINK.EXPIRES_AT.lt(at)).execute()
        + sql.deleteFrom(PROVIDER_ATTEMPT).where(PROVIDER_ATTEMPT.EXPIRES_AT.lt(at)).execute()
        + sql.deleteFrom(PASSKEY_CHALLENGE).where(PASSKEY_CHALLENGE.EXPIRES_AT.lt(at)).execute();
  }

  /** Accounts of people who neither came nor sent a program since a moment. */
  List<UUID> idleSince(Instant moment) {
    OffsetDateTime at = moment.atOffset(ZoneOffset.UTC);
    return database
        .sql()
        .select(ACCOUNT.ID)
        .from(ACCOUNT)
        .where(
            ACCOUNT.ERASED_AT.isNull(),
            DSL.condition(DSL.not(ACCOUNT.BUILT_IN)),
            ACCOUNT.CREATED_AT.lt(at),
            ACCOUNT.LAST_SEEN_AT.isNull().or(ACCOUNT.LAST_SEEN_AT.lt(at)))
        .orderBy(ACCOUNT.ID)
        .fetch(ACCOUNT.ID);
  }
}
