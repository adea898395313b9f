package praya.stewardship;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import praya.domain.Action;
import praya.domain.Actor;
import praya.domain.Entry;
import praya.domain.Organisation;
import praya.domain.Permission;
import praya.domain.Problem;
import praya.domain.Whose;
import praya.history.FieldDifference;
import praya.history.HistoryService;
import praya.history.RecordVersion;
import praya.json.Fields;
import praya.json.Json;
import praya.organisation.OrganisationForm;
import praya.organisation.OrganisationJson;
import praya.organisation.OrganisationService;
import praya.store.Database;
import praya.taxonomy.TaxonomyService;
import tools.jackson.databind.node.ObjectNode;

/**
 * Changing an organisation by a form: what the form does not have stays as it is, whatever was
 * sent; what is a member's is live at once, and names become a proposal.
 */
public final class EditService {
  private final Database database;
  private final OrganisationService organisations;
  private final ProposalService proposals;
  private final HistoryService history;
  private final TaxonomyService taxonomy;

  public EditService(
      Database database,
      OrganisationService organisations,
      ProposalService proposals,
      HistoryService history,
      TaxonomyService taxonomy) {
    this.database = database;
    this.organisations = organisations;
    this.proposals = proposals;
    this.history = history;
    this.taxonomy = taxonomy;
  }

  /** The organisation, if the actor may change it; a reason is asked for later, with the change. */
  Organisation open(String slug, Actor actor) {
    Organisation organisation = organisations.get(slug, actor.viewer());
    Whose whose = actor.actsFor(organisation.id()) ? Whose.OWN : Whose.FOREIGN;
    if (!Permission.may(actor.role(), Action.EDIT_ORGANISATION, whose)) {
      Permission.require(actor, Action.EDIT_ORGANISATION, organisation);
    }
    return organisation;
  }

  static Draft draft(Organisation organisation) {
    return Draft.of(FormField.ORGANISATION, Json.tree(OrganisationJson.of(organisation)));
  }

  /** What the form held when it was opened; empty when that version is not known. */
  Optional<Draft> draftOf(Organisation organisation, long version, Actor actor) {
    if (version == organisation.version()) {
      return Optional.of(draft(organisation));
    }
    return history.ofOrganisation(organisation.slug(), actor).versions().stream()
        .map(RecordVersion::content)
        .filter(Objects::nonNull)
        .map(FieldDifference::object)
        .filter(content -> content.path("version").asLong() == version)
        .findFirst()
        .map(content -> Draft.of(FormField.ORGANISATION, content));
  }

  /**
   * The entry that a draft would make.
   *
   * @throws Problem.InvalidInput with all faults of the draft
   */
  Entry parse(Organisation organisation, Draft draft) {
    ObjectNode wanted =
        draft.inOrderOf(draft(organisation)).over(Json.tree(OrganisationJson.of(organisation)));
    var fields = new Fields(wanted, Fields.Spelling.CAMEL);
    fields.ignore("id", "version");
    Entry entry = OrganisationForm.parse(fields, taxonomy.current());
    fields.done();
    return entry;
  }

  /** What an entry would change, field by field. */
  static List<FieldDifference> differences(Organisation organisation, Entry wanted) {
    return FieldDifference.list(text(organisation), text(with(organisation, wanted)));
  }

  /** What came of a save. */
  record Saved(boolean changed, boolean proposed) {}

  /**
   * Stores a draft.
   *
   * @param note what is told to staff about proposed names
   * @throws Problem.InvalidInput with all faults of the draft
   * @throws Problem.Stale when the version is no longer the current one
   */
  Saved save(Organisation organisation, Draft draft, String note, Actor actor) {
    Permission.require(actor, Action.EDIT_ORGANISATION, organisation);
    Entry wanted = parse(organisation, draft);
    return database.inTransaction(() -> {
      Entry kept = ProposalService.namedLike(with(organisation, wanted), organisation.entry());
      boolean renamed = !kept.equals(wanted);
      boolean proposes = renamed && !actor.isStaff();
      Entry live = proposes ? kept : wanted;
      boolean changed = !differences(organisation, live).isEmpty();
      if (changed) {
        organisations.replace(organisation.id().toString(), organisation.version(), live, actor);
      }
      if (proposes) {
        proposals.proposeNames(
            organisations.get(organisation.id().toString(), actor.viewer()), wanted, note, actor);
      }
      return new Saved(changed, proposes);
    });
  }

  private static Organisation with(Organisation organisation, Entry entry) {
    return new Organisation(
        organisation.id(),
        organisation.version(),
        entry,
        organisation.holdsAllocation(),
        organisation.claimed());
  }

  private static String text(Organisation organisation) {
    Map<String, @Nullable Object> json = OrganisationJson.of(organisation);
    return Json.text(json);
  }
}
