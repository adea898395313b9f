package praya.stewardship;

import static praya.store.db.Tables.PROPOSAL;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.JSONB;
import praya.store.Database;
import praya.store.db.tables.records.ProposalRecord;

/** Proposals in PostgreSQL. */
final class ProposalStore {
  private final Database database;

  ProposalStore(Database database) {
    this.database = database;
  }

  /** Writes a proposal; one of the same kind about the same that waits is withdrawn for it. */
  void put(Proposal proposal) {
    Condition same =
        PROPOSAL
            .ORGANISATION_ID
            .eq(proposal.organisation())
            .and(PROPOSAL.KIND.eq(proposal.kind().code()))
            .and(
                proposal.merged() == null
                    ? PROPOSAL.MERGED_ID.isNull()
                    : PROPOSAL.MERGED_ID.eq(proposal.merged()));
    OffsetDateTime at = proposal.content().at().atOffset(ZoneOffset.UTC);
    database
        .sql()
        .update(PROPOSAL)
        .set(PROPOSAL.STATE, Proposal.State.WITHDRAWN.code())
        .set(PROPOSAL.DECIDED_BY, proposal.content().by())
        .set(PROPOSAL.DECIDED_AT, at)
        .where(PROPOSAL.STATE.eq("waiting"), same)
        .execute();
    var row = new ProposalRecord();
    row.setId(proposal.id());
    row.setKind(proposal.kind().code());
    row.setOrganisationId(proposal.organisation());
    row.setMergedId(proposal.merged());
    row.setProposedBy(proposal.content().by());
    row.setAccountId(proposal.content().account());
    row.setProposedAt(at);
    row.setNote(proposal.content().note());
    row.setBefore(JSONB.jsonb(proposal.content().before()));
    row.setAfter(JSONB.jsonb(proposal.content().after()));
    row.setState(proposal.state().code());
    database.sql().insertInto(PROPOSAL).set(row).execute();
  }

  /** Ends a proposal that waits; false when somebody else was faster. */
  boolean decide(UUID id, Proposal.State state, Decision decision) {
    return database
            .sql()
            .update(PROPOSAL)
            .set(PROPOSAL.STATE, state.code())
            .set(PROPOSAL.DECIDED_BY, decision.by())
            .set(PROPOSAL.DECIDED_AT, decision.at().atOffset(ZoneOffset.UTC))
            .set(PROPOSAL.REASON, decision.reason())
            .where(PROPOSAL.ID.eq(id), PROPOSAL.STATE.eq("waiting"))
            .execute()
        == 1;
  }

  Optional<Proposal> find(UUID id) {
    return select(PROPOSAL.ID.eq(id)).stream().findFirst();
  }

  /** What waits for staff, longest first. */
  List<Proposal> waiting() {
    return select(PROPOSAL.STATE.eq("waiting"));
  }

  List<Proposal> waiting(UUID organisation) {
    return select(PROPOSAL.STATE.eq("waiting").and(PROPOSAL.ORGANISATION_ID.eq(organisation)));
  }

  /** What was ever proposed about the one is kept with the other. */
  void move(UUID from, UUID to) {
    database
        .sql()
        .update(PROPOSAL)
        .set(PROPOSAL.ORGANISATION_ID, to)
        .where(
            PROPOSAL.ORGANISATION_ID.eq(from),
            PROPOSAL.STATE.ne("waiting"),
            PROPOSAL.MERGED_ID.isNull())
        .execute();
  }

  private List<Proposal> select(Condition condition) {
    return database
        .sql()
        .selectFrom(PROPOSAL)
        .where(condition)
        .orderBy(PROPOSAL.PROPOSED_AT, PROPOSAL.ID)
        .fetch(ProposalStore::proposal);
  }

  private static Proposal proposal(ProposalRecord row) {
    OffsetDateTime decided = row.getDecidedAt();
    return new Proposal(
        row.getId(),
        Proposal.Kind.valueOf(row.getKind().toUpperCase(Locale.ROOT)),
        row.getOrganisationId(),
        row.getMergedId(),
        new Proposal.Content(
            row.getProposedBy(),
            row.getAccountId(),
            row.getProposedAt().toInstant(),
            row.getNote(),
            row.getBefore().data(),
            row.getAfter().data()),
        Proposal.State.valueOf(row.getState().toUpperCase(Locale.ROOT)),
        decided == null
            ? null
            : new Decision(row.getDecidedBy(), decided.toInstant(), row.getReason()));
  }
}
