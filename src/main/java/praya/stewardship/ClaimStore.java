package praya.stewardship;

import static praya.store.db.Tables.CLAIM;
import static praya.store.db.Tables.ORGANISATION;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import praya.store.Database;
import praya.store.db.tables.records.ClaimRecord;

/** Claims in PostgreSQL. */
final class ClaimStore {
  private final Database database;

  ClaimStore(Database database) {
    this.database = database;
  }

  /** Writes a claim; what this account had open on this organisation is replaced. */
  void put(Claim claim, byte @Nullable [] linkHash) {
    database
        .sql()
        .update(CLAIM)
        .set(CLAIM.STATE, Claim.State.WITHDRAWN.code())
        .set(CLAIM.LINK_HASH, (byte[]) null)
        .set(CLAIM.DECIDED_BY, "account:" + claim.account())
        .set(CLAIM.DECIDED_AT, claim.asked().at().atOffset(ZoneOffset.UTC))
        .where(
            CLAIM.ACCOUNT_ID.eq(claim.account()),
            CLAIM.ORGANISATION_ID.eq(claim.organisation()),
            CLAIM.STATE.in("mailed", "waiting"))
        .execute();
    ClaimRecord row = row(claim);
    row.setId(claim.id());
    row.setLinkHash(linkHash);
    database.sql().insertInto(CLAIM).set(row).execute();
  }

  /** Ends or moves on an open claim; false when somebody else was faster. */
  boolean update(Claim claim) {
    ClaimRecord row = row(claim);
    row.setLinkHash(null);
    return database
            .sql()
            .update(CLAIM)
            .set(row)
            .where(CLAIM.ID.eq(claim.id()), CLAIM.STATE.in("mailed", "waiting"))
            .execute()
        == 1;
  }

  Optional<Claim> find(UUID id) {
    return select(CLAIM.ID.eq(id)).stream().findFirst();
  }

  /** The claim of a link that was not used; its row is locked. */
  Optional<Claim> findByLink(byte[] hash) {
    return database
        .sql()
        .selectFrom(CLAIM)
        .where(CLAIM.LINK_HASH.eq(hash))
        .forUpdate()
        .fetchOptional(ClaimStore::claim);
  }

  Optional<Claim> findOpen(UUID account, UUID organisation) {
    return select(
            CLAIM
                .ACCOUNT_ID
                .eq(account)
                .and(CLAIM.ORGANISATION_ID.eq(organisation))
                .and(CLAIM.STATE.in("mailed", "waiting")))
        .stream()
        .findFirst();
  }

  /** What waits for staff, longest first. */
  List<Claim> waiting() {
    return select(CLAIM.STATE.eq("waiting"));
  }

  List<Claim> waiting(UUID organisation) {
    return select(CLAIM.STATE.eq("waiting").and(CLAIM.ORGANISATION_ID.eq(organisation)));
  }

  /** Those of whoever has something to do with an account or an organisation since a moment. */
  int mailedSince(UUID account, UUID organisation, Instant moment) {
    Condition either = CLAIM.ACCOUNT_ID.eq(account).or(CLAIM.ORGANISATION_ID.eq(organisation));
    return database
        .sql()
        .fetchCount(
            CLAIM,
            CLAIM.WAY.eq("mail"),
            CLAIM.ASKED_AT.gt(moment.atOffset(ZoneOffset.UTC)),
            either);
  }

  /** Open claims on the one become claims on the other, unless there is one already. */
  void move(UUID from, UUID to) {
    var other = CLAIM.as("other");
    database
        .sql()
        .update(CLAIM)
        .set(CLAIM.ORGANISATION_ID, to)
        .where(CLAIM.ORGANISATION_ID.eq(from))
        .andNotExists(
            database
                .sql()
                .selectOne()
                .from(other)
                .where(
                    other.ORGANISATION_ID.eq(to),
                    other.ACCOUNT_ID.eq(CLAIM.ACCOUNT_ID),
                    other.STATE.in("mailed", "waiting")))
        .execute();
  }

  /** The websites of all organisations but this one. */
  List<String> otherWebsites(UUID organisation) {
    return database
        .sql()
        .select(ORGANISATION.WEBSITE)
        .from(ORGANISATION)
        .where(ORGANISATION.WEBSITE.isNotNull(), ORGANISATION.ID.ne(organisation))
        .fetch(ORGANISATION.WEBSITE);
  }

  private List<Claim> select(Condition condition) {
    return database
        .sql()
        .selectFrom(CLAIM)
        .where(condition)
        .orderBy(CLAIM.ASKED_AT, CLAIM.ID)
        .fetch(ClaimStore::claim);
  }

  private static ClaimRecord row(Claim claim) {
    Decision decision = claim.decision();
    var row = new ClaimRecord();
    row.setAccountId(claim.account());
    row.setOrganisationId(claim.organisation());
    row.setWay(claim.asked().way().code());
    row.setDomain(claim.asked().domain());
    row.setNote(claim.asked().note());
    row.setState(claim.state().code());
    row.setAskedAt(claim.asked().at().atOffset(ZoneOffset.UTC));
    row.setExpiresAt(offset(claim.expiresAt()));
    row.setDecidedBy(decision == null ? null : decision.by());
    row.setDecidedAt(decision == null ? null : offset(decision.at()));
    row.setReason(decision == null ? null : decision.reason());
    return row;
  }

  private static Claim claim(ClaimRecord row) {
    OffsetDateTime decided = row.getDecidedAt();
    return new Claim(
        row.getId(),
        row.getAccountId(),
        row.getOrganisationId(),
        new Claim.Asked(
            Claim.Way.valueOf(row.getWay().toUpperCase(Locale.ROOT)),
            row.getAskedAt().toInstant(),
            row.getDomain(),
            row.getNote()),
        Claim.State.valueOf(row.getState().toUpperCase(Locale.ROOT)),
        row.getExpiresAt() == null ? null : row.getExpiresAt().toInstant(),
        decided == null
            ? null
            : new Decision(row.getDecidedBy(), decided.toInstant(), row.getReason()));
  }

  private static @Nullable OffsetDateTime offset(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
