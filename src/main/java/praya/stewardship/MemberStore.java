package praya.stewardship;

import static praya.store.db.Tables.ACCOUNT;
import static praya.store.db.Tables.MEMBERSHIP;
import static praya.store.db.Tables.ORGANISATION;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import praya.domain.Language;
import praya.domain.MailAddress;
import praya.store.Database;

/** Who acts for which organisation, in PostgreSQL. */
final class MemberStore {
  private final Database database;

  MemberStore(Database database) {
    this.database = database;
  }

  /** Waits for whoever else decides about the members of this organisation. */
  void lock(UUID organisation) {
    database
        .sql()
        .select(ORGANISATION.ID)
        .from(ORGANISATION)
        .where(ORGANISATION.ID.eq(organisation))
        .forUpdate()
        .fetch();
  }

  void add(UUID account, UUID organisation, Instant now) {
    database
        .sql()
        .insertInto(MEMBERSHIP)
        .set(MEMBERSHIP.ACCOUNT_ID, account)
        .set(MEMBERSHIP.ORGANISATION_ID, organisation)
        .set(MEMBERSHIP.SINCE, now.atOffset(ZoneOffset.UTC))
        .onConflictDoNothing()
        .execute();
  }

  boolean remove(UUID account, UUID organisation) {
    return database
            .sql()
            .deleteFrom(MEMBERSHIP)
            .where(MEMBERSHIP.ACCOUNT_ID.eq(account), MEMBERSHIP.ORGANISATION_ID.eq(organisation))
            .execute()
        == 1;
  }

  /** Members of the one become members of the other. */
  void move(UUID from, UUID to) {
    var sql = database.sql();
    sql.insertInto(MEMBERSHIP, MEMBERSHIP.ACCOUNT_ID, MEMBERSHIP.ORGANISATION_ID, MEMBERSHIP.SINCE)
        .select(
            sql.select(MEMBERSHIP.ACCOUNT_ID, org.jooq.impl.DSL.val(to), MEMBERSHIP.SINCE)
                .from(MEMBERSHIP)
                .where(MEMBERSHIP.ORGANISATION_ID.eq(from)))
        .onConflictDoNothing()
        .execute();
    sql.deleteFrom(MEMBERSHIP).where(MEMBERSHIP.ORGANISATION_ID.eq(from)).execute();
  }

  /** The members of an organisation, longest first. */
  List<Steward> list(UUID organisation) {
    return database
        .sql()
        .select(ACCOUNT.ID, ACCOUNT.NAME, ACCOUNT.EMAIL, ACCOUNT.LANGUAGE, MEMBERSHIP.SINCE)
        .from(MEMBERSHIP)
        .join(ACCOUNT)
        .on(ACCOUNT.ID.eq(MEMBERSHIP.ACCOUNT_ID))
        .where(MEMBERSHIP.ORGANISATION_ID.eq(organisation))
        .orderBy(MEMBERSHIP.SINCE, ACCOUNT.ID)
        .fetch(row ->
            new Steward(
                row.get(ACCOUNT.ID),
                row.get(ACCOUNT.NAME),
                Optional.ofNullable(row.get(ACCOUNT.EMAIL)).flatMap(MailAddress::find).orElse(null),
                language(row.get(ACCOUNT.LANGUAGE)),
                row.get(MEMBERSHIP.SINCE).toInstant()));
  }

  /** An account as far as letters to it need it, whether or not it acts for anybody. */
  Optional<Steward> account(UUID id) {
    return database
        .sql()
        .selectFrom(ACCOUNT)
        .where(ACCOUNT.ID.eq(id))
        .fetchOptional(row ->
            new Steward(
                row.getId(),
                row.getName(),
                Optional.ofNullable(row.getEmail()).flatMap(MailAddress::find).orElse(null),
                language(row.getLanguage()),
                row.getCreatedAt().toInstant()));
  }

  private static Language language(String tag) {
    return Language.find(tag).orElse(Language.EN);
  }
}
