package praya.call;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import praya.domain.Actor;
import praya.domain.Organisation;
import praya.domain.Problem;
import praya.domain.Viewer;
import praya.json.Json;
import praya.organisation.OrganisationService;
import praya.store.Database;
import praya.store.Journal;

/** Calls, which everybody may read; who asks is told to whoever may know of that organisation. */
public final class CallService {
  /** More than a reader goes through. */
  private static final int LISTED = 200;

  private final Database database;
  private final Journal journal;
  private final OrganisationService organisations;
  private final Supplier<LocalDate> today;
  private final CallStore store;

  public CallService(
      Database database,
      Journal journal,
      OrganisationService organisations,
      Supplier<LocalDate> today) {
    this.database = database;
    this.journal = journal;
    this.organisations = organisations;
    this.today = today;
    this.store = new CallStore(database);
  }

  /**
   * A call as a viewer may know of it.
   *
   * @param organiser null where there is none, or none that the viewer may know of
   */
  public record Seen(Call call, @Nullable Organisation organiser, boolean open) {}

  /**
   * Open ones first, the next to end before the others; then those that ended, the latest first.
   */
  public List<Seen> list(Viewer viewer) {
    LocalDate day = today.get();
    Comparator<Call> open =
        Comparator.comparing(Call::deadline, Comparator.nullsLast(Comparator.naturalOrder()));
    List<Call> all = store.list(LISTED);
    List<Call> ordered = new java.util.ArrayList<>();
    all.stream()
        .filter(call -> call.isOpen(day))
        .sorted(open.thenComparing(Call::id))
        .forEach(ordered::add);
    all.stream().filter(call -> !call.isOpen(day)).forEach(ordered::add);
    return ordered.stream().map(call -> seen(call, viewer, day)).toList();
  }

  /**
   * A call.
   *
   * @throws Problem.NotFound when there is none
   */
  public Seen get(String id, Viewer viewer) {
    Call call =
        store
            .find(id)
            .orElseThrow(() ->
                new Problem.NotFound(
                    "There is no call (" + id + "). Maybe look for it under /api/v1/calls."));
    return seen(call, viewer, today.get());
  }

  private Seen seen(Call call, Viewer viewer, LocalDate day) {
    UUID organiser = call.organiserId();
    Organisation known =
        organiser == null
            ? null
            : organisations.find(organiser.toString(), viewer).filter(viewer::sees).orElse(null);
    return new Seen(call, known, call.isOpen(day));
  }

  /** What putting a call did. */
  public enum Put {
    CREATED,
    CHANGED,
    UNCHANGED
  }

  /**
   * Adds a call, or changes the one of the same id.
   *
   * @throws Problem.InvalidInput when its organiser is unknown
   */
  public Put put(CallForm form, Actor actor) {
    return database.inTransaction(() -> {
      var call =
          new Call(
              form.id(),
              form.wording(),
              form.asked(),
              form.members(),
              form.deadline(),
              organiser(form),
              form.fictional());
      Optional<Call> before = store.find(form.id());
      if (before.filter(call::equals).isPresent()) {
        return Put.UNCHANGED;
      }
      store.put(call);
      var event = new Journal.Event("call", form.id(), "recorded");
      journal.note(actor, event, before.map(CallService::text).orElse(null), text(call));
      return before.isPresent() ? Put.CHANGED : Put.CREATED;
    });
  }

  private @Nullable UUID organiser(CallForm form) {
    String slug = form.organiser();
    if (slug == null) {
      return null;
    }
    return organisations
        .find(slug, Viewer.STAFF)
        .map(Organisation::id)
        .orElseThrow(() ->
            new Problem.InvalidInput(
                "organiser",
                slug,
                "The field organiser ("
                    + slug
                    + ") names no organisation. Import its organisation first."));
  }

  /** Lets one organisation take the place of another as the one who asks. */
  public void move(UUID goes, UUID stays) {
    store.move(goes, stays);
  }

  private static String text(Call call) {
    var json = new LinkedHashMap<String, Object>();
    json.put("capabilities", call.asked().capabilities());
    json.put("sectors", call.asked().sectors());
    json.put("kinds", call.members().kinds());
    json.put("least", call.members().least());
    json.put("most", call.members().most());
    json.put("deadline", String.valueOf(call.deadline()));
    json.put("organiser", String.valueOf(call.organiserId()));
    return Json.text(json);
  }
}
