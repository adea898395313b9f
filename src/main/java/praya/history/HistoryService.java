package praya.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import praya.domain.Action;
import praya.domain.Actor;
import praya.domain.Organisation;
import praya.domain.Permission;
import praya.domain.Problem;
import praya.domain.Side;
import praya.domain.Viewer;
import praya.domain.Whose;
import praya.exchange.ExchangeForm;
import praya.exchange.ExchangeService;
import praya.json.Fields;
import praya.organisation.OrganisationForm;
import praya.organisation.OrganisationService;
import praya.store.Database;
import praya.store.Subject;
import praya.taxonomy.TaxonomyService;
import tools.jackson.databind.node.ObjectNode;

/** The versions of records, for those who may change them, and taking a change back. */
public final class HistoryService {
  private final Database database;
  private final HistoryStore store;
  private final OrganisationService organisations;
  private final ExchangeService exchanges;
  private final TaxonomyService taxonomy;

  public HistoryService(
      Database database,
      OrganisationService organisations,
      ExchangeService exchanges,
      TaxonomyService taxonomy) {
    this.database = database;
    this.store = new HistoryStore(database);
    this.organisations = organisations;
    this.exchanges = exchanges;
    this.taxonomy = taxonomy;
  }

  /** A record whose history is asked for, with all versions that the actor may see. */
  public record History(
      Subject subject, String id, Organisation owner, List<RecordVersion> versions) {
    public History {
      versions = List.copyOf(versions);
    }

    public RecordVersion version(long number) {
      return find(number)
          .orElseThrow(() ->
              new Problem.NotFound(
                  "There is no version (" + number + ") of the record (" + id + ")."));
    }

    public Optional<RecordVersion> find(long number) {
      return versions.stream().filter(version -> version.number() == number).findFirst();
    }

    public RecordVersion latest() {
      return versions.getLast();
    }
  }

  /** The history of an organisation. */
  public History ofOrganisation(String idOrSlug, Actor actor) {
    Organisation organisation = organisations.get(idOrSlug, actor.viewer());
    Permission.require(actor, Action.READ_HISTORY, organisation);
    String id = organisation.id().toString();
    return new History(
        Subject.ORGANISATION, id, organisation, store.list(Subject.ORGANISATION, id));
  }

  /**
   * The history of a need or an offer, also of a deleted one. Who may not read it is not told
   * whether there is one; members see the versions of the time when it was their organisation's.
   */
  public History ofExchange(Side side, String id, Actor actor) {
    Subject subject = subject(side);
    List<RecordVersion> all = store.list(subject, id);
    Optional<Organisation> owner =
        all.isEmpty() ? Optional.empty() : owner(all.getLast().organisation());
    boolean may =
        owner.isPresent()
            && Permission.may(
                actor.role(),
                Action.READ_HISTORY,
                actor.actsFor(owner.get().id()) ? Whose.OWN : Whose.FOREIGN);
    if (owner.isEmpty() || !may) {
      throw new Problem.NotFound(
          "There is no " + subject.code() + " (" + id + ") whose history you may read.");
    }
    Permission.require(actor, Action.READ_HISTORY, owner.get());
    UUID of = owner.get().id();
    List<RecordVersion> seen =
        all.stream()
            .filter(version -> actor.isStaff() || version.organisation().equals(of))
            .toList();
    return new History(subject, id, owner.get(), seen);
  }

  /**
   * Takes back what one version changed, by a new version with the values of before. Fields that
   * were changed again since stand in the way.
   *
   * @param latest the version that the actor has seen as the latest
   * @throws Problem.Stale when there is a later one
   * @throws Problem.Conflict when a later change touched the same field, which it names
   */
  public void undo(History history, long number, long latest, Actor actor) {
    if (actor.reason() == null) {
      throw new Problem.InvalidInput(
          "reason", "", "The field reason is missing. Say why the change is taken back.");
    }
    database.inTransaction(() -> {
      if (history.latest().number() != latest) {
        throw new Problem.Stale(
            "The record is at version ("
                + history.latest().number()
                + "), the undo was for version ("
                + latest
                + "). Look at the later change first.");
      }
      ObjectNode restored = restored(history, number);
      if (history.subject() == Subject.ORGANISATION) {
        undoOrganisation(history, restored, actor);
      } else {
        undoExchange(history, restored, actor);
      }
      return restored;
    });
  }

  /** The latest content with the change of one version taken back. */
  private static ObjectNode restored(History history, long number) {
    RecordVersion undone = history.version(number);
    RecordVersion before =
        history
            .find(number - 1)
            .orElseThrow(() ->
                new Problem.Conflict(
                    "The version (" + number + ") made the record. There is nothing before it."));
    if (history.latest().content() == null && number == history.latest().number()) {
      return FieldDifference.object(before.content());
    }
    if (undone.content() == null
        || before.content() == null
        || history.latest().content() == null) {
      throw new Problem.Conflict(
          "The record was deleted at or after the version (" + number + "). Undo the deletion.");
    }
    ObjectNode now = FieldDifference.object(history.latest().content());
    var blocked = new ArrayList<String>();
    for (FieldDifference change : FieldDifference.list(before.content(), undone.content())) {
      if (!java.util.Objects.equals(FieldDifference.value(now, change.field()), change.after())) {
        blocked.add(change.field());
      } else if (change.before() == null) {
        now.remove(change.field());
      } else {
        now.set(change.field(), change.before());
      }
    }
    if (!blocked.isEmpty()) {
      throw new Problem.Conflict(
          "The fields ("
              + String.join(", ", blocked)
              + ") were changed again after version ("
              + number
              + "). Undo the later change first, or write the values by hand.");
    }
    return now;
  }

  private void undoOrganisation(History history, ObjectNode restored, Actor actor) {
    Organisation present = history.owner();
    var fields = new Fields(restored, Fields.Spelling.CAMEL);
    fields.ignore("id", "version");
    var entry = OrganisationForm.parse(fields, taxonomy.current());
    fields.done();
    organisations.replace(present.id().toString(), present.version(), entry, actor);
  }

  private void undoExchange(History history, ObjectNode restored, Actor actor) {
    Side side = history.subject() == Subject.NEED ? Side.NEED : Side.OFFER;
    // The slug may have changed since.
    restored.put("organisation", history.owner().slug());
    var fields = new Fields(restored, Fields.Spelling.CAMEL);
    fields.ignore("id", "version");
    var content = ExchangeForm.parse(fields, taxonomy.current());
    fields.done();
    if (history.latest().content() == null) {
      exchanges.create(side, content, history.id(), actor);
    } else {
      exchanges.replace(exchanges.get(side, history.id(), actor.viewer()), content, actor);
    }
  }

  private Optional<Organisation> owner(UUID id) {
    return organisations.list(Set.of(id), Viewer.STAFF).stream().findFirst();
  }

  private static Subject subject(Side side) {
    return side == Side.NEED ? Subject.NEED : Subject.OFFER;
  }
}
