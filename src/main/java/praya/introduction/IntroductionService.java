package praya.introduction;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import praya.domain.Actor;
import praya.domain.Introduction;
import praya.domain.Organisation;
import praya.domain.Problem;
import praya.domain.Viewer;
import praya.json.Json;
import praya.organisation.OrganisationService;
import praya.store.Database;
import praya.store.Journal;

/** Introductions that came to their end. */
public final class IntroductionService {
  private final Database database;
  private final Journal journal;
  private final OrganisationService organisations;
  private final IntroductionStore store;

  public IntroductionService(
      Database database, Journal journal, OrganisationService organisations) {
    this.database = database;
    this.journal = journal;
    this.organisations = organisations;
    this.store = new IntroductionStore(database);
  }

  /** The latest, in the order in which they were asked for; for learning from, never for pages. */
  public List<Introduction> latest(int limit) {
    return store.latest(limit);
  }

  /** What putting an introduction did. */
  public enum Put {
    CREATED,
    CHANGED,
    UNCHANGED
  }

  /**
   * Adds an introduction, or corrects the one of the same id.
   *
   * @throws Problem.InvalidInput when an organisation is unknown
   */
  public Put put(IntroductionForm form, Actor actor) {
    return database.inTransaction(() -> {
      var introduction =
          new Introduction(
              form.id(),
              named("from", form.from()),
              named("to", form.to()),
              form.course(),
              form.note(),
              form.fictional());
      Optional<Introduction> before = store.find(form.id());
      if (before.filter(introduction::equals).isPresent()) {
        return Put.UNCHANGED;
      }
      store.put(introduction);
      var event = new Journal.Event("introduction", form.id(), "recorded");
      journal.note(actor, event, before.map(this::text).orElse(null), text(introduction));
      return before.isPresent() ? Put.CHANGED : Put.CREATED;
    });
  }

  private UUID named(String field, String slug) {
    return organisations
        .find(slug, Viewer.STAFF)
        .map(Organisation::id)
        .orElseThrow(() ->
            new Problem.InvalidInput(
                field,
                slug,
                "The field "
                    + field
                    + " ("
                    + slug
                    + ") names no organisation. Import its organisation first."));
  }

  /** Lets one organisation take the place of another in all of them. */
  public void move(UUID goes, UUID stays) {
    store.move(goes, stays);
  }

  /** Notes are people's words, which rows that are never erased must not hold. */
  private String text(Introduction introduction) {
    return Json.text(
        Map.of(
            "from", introduction.fromId().toString(),
            "to", introduction.toId().toString(),
            "requested", introduction.course().requestedOn().toString(),
            "status", introduction.course().status().code(),
            "outcome", introduction.course().outcome().code()));
  }
}
