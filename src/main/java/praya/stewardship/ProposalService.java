package praya.stewardship;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import praya.domain.Action;
import praya.domain.Actor;
import praya.domain.Entry;
import praya.domain.Organisation;
import praya.domain.Permission;
import praya.domain.Problem;
import praya.domain.Viewer;
import praya.history.FieldDifference;
import praya.json.Json;
import praya.mail.MailTemplate;
import praya.organisation.FieldRule;
import praya.organisation.OrganisationJson;
import praya.organisation.OrganisationService;
import praya.store.Database;
import praya.store.Journal;
import tools.jackson.databind.node.ObjectNode;

/** Changes that members propose and staff decide. */
public final class ProposalService {
  static final int NOTE = 1000;

  private final Database database;
  private final Journal journal;
  private final OrganisationService organisations;
  private final Merging merging;
  private final ProposalStore proposals;
  private final Post post;
  private final ClaimService.Stamps stamps;

  public ProposalService(
      Database database,
      Journal journal,
      OrganisationService organisations,
      Merging merging,
      Post post,
      ClaimService.Stamps stamps) {
    this.database = database;
    this.journal = journal;
    this.organisations = organisations;
    this.merging = merging;
    this.proposals = new ProposalStore(database);
    this.post = post;
    this.stamps = stamps;
  }

  /** Proposes the names of an entry for an organisation. */
  Proposal proposeNames(Organisation organisation, Entry wanted, String note, Actor actor) {
    Permission.require(actor, Action.EDIT_ORGANISATION, organisation);
    Organisation renamed =
        new Organisation(
            organisation.id(),
            organisation.version(),
            namedLike(organisation, wanted),
            organisation.holdsAllocation());
    return put(
        new Proposal(
            stamps.ids().get(),
            Proposal.Kind.NAMES,
            organisation.id(),
            null,
            content(names(organisation), names(renamed), note, actor),
            Proposal.State.WAITING,
            null),
        actor);
  }

  /** The entry of an organisation with the names of another entry. */
  static Entry namedLike(Organisation organisation, Entry other) {
    return organisation
        .entry()
        .with(organisation.profile().named(other.profile().name(), other.profile().aliases()));
  }

  /**
   * Proposes that another organisation is the same as this one and goes.
   *
   * @throws Problem.InvalidInput when one is real and the other fictional, or both are one
   */
  public Proposal proposeMerge(String stays, String goes, String note, Actor actor) {
    Organisation winner = organisations.get(stays, actor.viewer());
    if (!actor.isStaff()) {
      Permission.require(actor, Action.EDIT_ORGANISATION, winner);
    }
    Organisation loser = Merging.require(winner, organisations.find(goes, actor.viewer()), goes);
    return put(
        new Proposal(
            stamps.ids().get(),
            Proposal.Kind.MERGE,
            winner.id(),
            loser.id(),
            content(
                Json.text(OrganisationJson.of(winner)),
                Json.text(OrganisationJson.of(loser)),
                note,
                actor),
            Proposal.State.WAITING,
            null),
        actor);
  }

  /** What staff have to decide, longest waiting first. */
  public List<Proposal> waiting(Actor actor) {
    Permission.require(actor, Action.DECIDE_PROPOSALS);
    return proposals.waiting();
  }

  /** What waits about an organisation, for its members and staff. */
  public List<Proposal> waiting(Organisation organisation, Actor actor) {
    Permission.require(actor, Action.READ_HISTORY, organisation);
    return proposals.waiting(organisation.id());
  }

  public Proposal get(UUID id, Actor actor) {
    Permission.require(actor, Action.DECIDE_PROPOSALS);
    return proposals
        .find(id)
        .orElseThrow(() -> new Problem.NotFound("There is no proposal (" + id + ")."));
  }

  /**
   * Decides a proposal; an accepted one is done at once.
   *
   * @throws Problem.InvalidInput for a refusal without a reason
   * @throws Problem.Conflict when it is decided already, or when what it would change is no longer
   *     what it was
   */
  public void decide(UUID id, boolean accepted, Actor actor) {
    Proposal proposal = get(id, actor);
    if (!accepted) {
      Reasons.require(actor);
    }
    database.inTransaction(() -> {
      var decision = new Decision(actor.name(), stamps.now(), actor.reason());
      Proposal.State state = accepted ? Proposal.State.ACCEPTED : Proposal.State.REFUSED;
      if (!proposals.decide(id, state, decision)) {
        throw new Problem.Conflict("The proposal is decided already. Open the list again.");
      }
      Organisation organisation =
          organisations.get(proposal.organisation().toString(), Viewer.STAFF);
      note(actor, proposal, state.code());
      tell(proposal, organisation, accepted, decision);
      if (accepted) {
        carryOut(
            proposal,
            organisation,
            actor.because(actor.reason() == null ? "proposal accepted" : actor.reason()));
      }
      return state;
    });
  }

  private void carryOut(Proposal proposal, Organisation organisation, Actor actor) {
    if (proposal.kind() == Proposal.Kind.MERGE) {
      merging.merge(organisation, String.valueOf(proposal.merged()), actor);
      return;
    }
    ObjectNode before = FieldDifference.object(proposal.content().before());
    ObjectNode now = FieldDifference.object(names(organisation));
    if (!FieldDifference.list(before.toString(), now.toString()).isEmpty()) {
      throw new Problem.Conflict(
          "The names have been changed since they were proposed. Refuse the proposal with that"
              + " reason, or change the names yourself.");
    }
    Entry entry =
        ProposedNames.into(organisation, FieldDifference.object(proposal.content().after()));
    organisations.replace(organisation.slug(), organisation.version(), entry, actor);
  }

  private void tell(
      Proposal proposal, Organisation organisation, boolean accepted, Decision decision) {
    UUID account = proposal.content().account();
    MailTemplate template =
        accepted ? MailTemplate.PROPOSAL_ACCEPTED : MailTemplate.PROPOSAL_REFUSED;
    if (account != null) {
      new MemberStore(database)
          .account(account)
          .flatMap(proposer ->
              Letters.to(proposer, organisation)
                  .write("proposal/" + proposal.id(), template, decision, ""))
          .ifPresent(post::put);
    }
  }

  private Proposal put(Proposal proposal, Actor actor) {
    return database.inTransaction(() -> {
      proposals.put(proposal);
      note(actor, proposal, "proposed");
      return proposal;
    });
  }

  private Proposal.Content content(String before, String after, String note, Actor actor) {
    String clean = PlainText.of("note", note, NOTE);
    return new Proposal.Content(
        actor.name(), actor.account(), stamps.now(), clean.isEmpty() ? null : clean, before, after);
  }

  private static String names(Organisation organisation) {
    Map<String, @Nullable Object> all = OrganisationJson.of(organisation);
    var names = new LinkedHashMap<String, @Nullable Object>();
    FieldRule.PROPOSED.fields().forEach(field -> names.put(field, all.get(field)));
    return Json.text(names);
  }

  private void note(Actor actor, Proposal proposal, String action) {
    String json =
        Json.text(Map.of("organisation", proposal.organisation(), "kind", proposal.kind().code()));
    journal.note(
        actor, new Journal.Event("proposal", proposal.id().toString(), action), null, json);
  }
}
