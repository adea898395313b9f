package praya.stewardship;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import praya.domain.Action;
import praya.domain.Actor;
import praya.domain.Organisation;
import praya.domain.Permission;
import praya.domain.Problem;
import praya.domain.Viewer;
import praya.domain.Visibility;
import praya.json.Json;
import praya.mail.MailTemplate;
import praya.organisation.OrganisationService;
import praya.store.Database;
import praya.store.Journal;

/** How an organisation leaves the directory at its own wish, and comes back. */
public final class DelistingService {
  static final int NOTE = 1000;

  private final Database database;
  private final Journal journal;
  private final OrganisationService organisations;
  private final DelistingStore store;
  private final Post post;
  private final ClaimService.Stamps stamps;

  public DelistingService(
      Database database,
      Journal journal,
      OrganisationService organisations,
      Post post,
      ClaimService.Stamps stamps) {
    this.database = database;
    this.journal = journal;
    this.organisations = organisations;
    this.store = new DelistingStore(database);
    this.post = post;
    this.stamps = stamps;
  }

  /**
   * Asks staff to delist an organisation.
   *
   * @throws Problem.Conflict when that was asked already
   */
  public void ask(String slug, String note, Actor actor) {
    Organisation organisation = organisations.get(slug, actor.viewer());
    Permission.require(actor, Action.ASK_FOR_DELISTING, organisation);
    String clean = PlainText.of("note", note, NOTE);
    database.inTransaction(() -> {
      if (store.state(organisation.id()).isPresent()) {
        throw new Problem.Conflict("Staff were asked already, or it is delisted.");
      }
      var asked =
          new Delisting(
              stamps.ids().get(),
              organisation.id(),
              actor.account(),
              stamps.now(),
              clean.isEmpty() ? null : clean);
      store.insert(asked, actor);
      note(actor, asked, "asked");
      return asked;
    });
  }

  /** The state of what was asked, for members and staff; empty when nothing is. */
  Optional<String> state(Organisation organisation, Actor actor) {
    Permission.require(actor, Action.READ_HISTORY, organisation);
    return store.state(organisation.id());
  }

  /** What staff have to decide. */
  public List<Delisting> waiting(Actor actor) {
    Permission.require(actor, Action.DELIST_ORGANISATION);
    return store.list("waiting");
  }

  /** What is delisted and can be listed again. */
  public List<Delisting> delisted(Actor actor) {
    Permission.require(actor, Action.DELIST_ORGANISATION);
    return store.list("accepted");
  }

  /**
   * Decides a request: delists, refuses, or lists again.
   *
   * @throws Problem.InvalidInput without a reason, except for doing as was asked
   * @throws Problem.Conflict when it is decided already
   */
  public void decide(UUID id, Verdict verdict, Actor actor) {
    Permission.require(actor, Action.DELIST_ORGANISATION);
    if (verdict != Verdict.ACCEPT) {
      Reasons.require(actor);
    }
    database.inTransaction(() -> {
      Delisting asked =
          store
              .find(id)
              .orElseThrow(() -> new Problem.NotFound("There is no request (" + id + ")."));
      var decision = new Decision(actor.name(), stamps.now(), actor.reason());
      if (!store.move(id, verdict.from, verdict.to, decision)) {
        throw new Problem.Conflict("The request is decided already. Open the list again.");
      }
      Organisation organisation = organisations.get(asked.organisation().toString(), Viewer.STAFF);
      if (verdict != Verdict.REFUSE) {
        show(asked, organisation, verdict, actor);
      }
      note(actor, asked, verdict.to);
      tell(asked, organisation, verdict, decision);
      return asked;
    });
  }

  /** Hides an organisation, or shows it to those who saw it before. */
  private void show(Delisting asked, Organisation organisation, Verdict verdict, Actor actor) {
    Visibility wanted = store.visibilityBefore(asked.id());
    if (verdict == Verdict.ACCEPT) {
      store.keepVisibility(asked.id(), organisation.entry().visibility());
      wanted = Visibility.HIDDEN;
    }
    String reason = actor.reason() == null ? "delisting accepted" : actor.reason();
    organisations.replace(
        organisation.id().toString(),
        organisation.version(),
        organisation.entry().with(wanted),
        actor.because(reason));
  }

  /** What staff decide about a request. */
  public enum Verdict {
    ACCEPT("waiting", "accepted", MailTemplate.DELISTED),
    REFUSE("waiting", "refused", MailTemplate.DELISTING_REFUSED),
    REVERSE("accepted", "reversed", MailTemplate.LISTED_AGAIN);

    private final String from;
    private final String to;
    private final MailTemplate letter;

    Verdict(String from, String to, MailTemplate letter) {
      this.from = from;
      this.to = to;
      this.letter = letter;
    }
  }

  private void tell(
      Delisting asked, Organisation organisation, Verdict verdict, Decision decision) {
    if (asked.account() == null) {
      return;
    }
    new MemberStore(database)
        .account(asked.account())
        .flatMap(steward ->
            Letters.to(steward, organisation)
                .write(
                    "delisting/" + asked.id() + "/" + verdict.to,
                    verdict.letter,
                    decision,
                    "/edit"))
        .ifPresent(post::put);
  }

  private void note(Actor actor, Delisting asked, String action) {
    String json = Json.text(Map.of("organisation", asked.organisation()));
    journal.note(actor, new Journal.Event("delisting", asked.id().toString(), action), null, json);
  }
}
