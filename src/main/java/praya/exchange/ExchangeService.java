package praya.exchange;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import praya.domain.Action;
import praya.domain.Actor;
import praya.domain.Exchange;
import praya.domain.Organisation;
import praya.domain.Permission;
import praya.domain.Problem;
import praya.domain.Sheet;
import praya.domain.Side;
import praya.domain.Viewer;
import praya.domain.Visibility;
import praya.domain.Written;
import praya.http.Page;
import praya.json.Json;
import praya.organisation.OrganisationService;
import praya.store.Database;
import praya.store.Journal;
import praya.store.Subject;
import praya.store.Visible;

/** What can be done with needs and offers. What a viewer may not see does not exist for them. */
public final class ExchangeService {
  private final Database database;
  private final Journal journal;
  private final OrganisationService organisations;
  private final Supplier<UUID> ids;
  private final java.time.Clock clock;
  private final Map<Side, ExchangeStore> stores = new EnumMap<>(Side.class);

  public ExchangeService(
      Database database,
      Journal journal,
      OrganisationService organisations,
      Supplier<UUID> ids,
      java.time.Clock clock) {
    this.database = database;
    this.journal = journal;
    this.organisations = organisations;
    this.ids = ids;
    this.clock = clock;
    for (Side side : Side.values()) {
      stores.put(side, new ExchangeStore(database, side));
    }
  }

  /** The day by which needs and offers are open or closed. */
  public java.time.LocalDate today() {
    return java.time.LocalDate.now(clock);
  }

  public Exchange get(Side side, String id, Viewer viewer) {
    return store(side)
        .find(id, Visible.atAddress(viewer))
        .orElseThrow(() -> new Problem.NotFound("There is no " + word(side) + " (" + id + ")."));
  }

  /** A page of everything that the viewer may see. */
  public Page<Exchange> page(Side side, Page.Request request, Viewer viewer) {
    return page(side, request, ExchangeFilter.NONE, viewer);
  }

  public Page<Exchange> page(
      Side side, Page.Request request, ExchangeFilter filter, Viewer viewer) {
    return store(side).page(request, filter, Visible.found(viewer), today());
  }

  /** The needs or offers that the viewer may know to be this organisation's. */
  public List<Exchange> listOf(Side side, UUID organisation, Viewer viewer) {
    return store(side).listOf(Set.of(organisation), Visible.atAddress(viewer));
  }

  /** The organisations with needs or offers that opened or closed after one day, up to another. */
  public Set<UUID> ownersOfTurning(LocalDate after, LocalDate until) {
    Set<UUID> owners = new HashSet<>();
    stores.values().forEach(store -> owners.addAll(store.ownersOfTurning(after, until)));
    return owners;
  }

  /** The organisations with those needs and offers that the viewer may know to be theirs. */
  public List<Sheet> sheets(Collection<Organisation> of, Viewer viewer) {
    Set<UUID> wanted = of.stream().map(Organisation::id).collect(Collectors.toSet());
    Visible visible = Visible.found(viewer);
    Map<UUID, List<Exchange>> needs = by(store(Side.NEED).listOf(wanted, visible));
    Map<UUID, List<Exchange>> offers = by(store(Side.OFFER).listOf(wanted, visible));
    return of.stream()
        .map(organisation ->
            new Sheet(
                organisation,
                needs.getOrDefault(organisation.id(), List.of()),
                offers.getOrDefault(organisation.id(), List.of())))
        .toList();
  }

  /** The sheets with all needs and offers: for making views, never for an answer. */
  public List<Sheet> whole(Collection<Sheet> bare) {
    Set<UUID> wanted = bare.stream().map(Sheet::id).collect(Collectors.toSet());
    Map<UUID, List<Exchange>> needs = by(store(Side.NEED).wholeOf(wanted));
    Map<UUID, List<Exchange>> offers = by(store(Side.OFFER).wholeOf(wanted));
    return bare.stream()
        .map(sheet ->
            new Sheet(
                sheet.organisation(),
                needs.getOrDefault(sheet.id(), List.of()),
                offers.getOrDefault(sheet.id(), List.of()),
                sheet.held()))
        .toList();
  }

  public Written<Exchange> create(
      Side side, Exchange.Content content, @Nullable String wantedId, Actor actor) {
    String id = wantedId == null ? ids.get().toString() : wantedId;
    return database.inTransaction(() -> {
      UUID owner = owner(content, actor);
      FieldRule.require(actor, null, content);
      store(side).insert(id, owner, content);
      Exchange created = get(side, id, Viewer.STAFF);
      long position =
          journal.record(actor, target(side, id, owner, Set.of(owner)), null, text(created));
      return new Written<>(created, position);
    });
  }

  public Written<Exchange> replace(Exchange before, Exchange.Content content, Actor actor) {
    Side side = before.side();
    return database.inTransaction(() -> {
      requireOwn(before, actor);
      UUID owner = owner(content, actor);
      FieldRule.require(actor, before.content(), content);
      if (!store(side).update(before, owner, content)) {
        throw stale(side, before.version());
      }
      Exchange after = get(side, before.id(), Viewer.STAFF);
      var touched = new HashSet<>(List.of(owner));
      touched.add(before.organisationId());
      long position =
          journal.record(
              actor, target(side, before.id(), owner, touched), text(before), text(after));
      return new Written<>(after, position);
    });
  }

  public long delete(Side side, String id, long version, Actor actor) {
    return database.inTransaction(() -> {
      Exchange before = get(side, id, actor.viewer());
      requireOwn(before, actor);
      if (!store(side).delete(id, version)) {
        throw stale(side, version);
      }
      UUID owner = before.organisationId();
      Journal.Target target = target(side, id, owner, Set.of(owner));
      return journal.record(actor, target, text(before), null);
    });
  }

  private void requireOwn(Exchange before, Actor actor) {
    organisations
        .list(Set.of(before.organisationId()), Viewer.STAFF)
        .forEach(owner -> Permission.require(actor, Action.EDIT_EXCHANGE, owner));
  }

  /** The organisation whose it is; an anonymous text must not name it. */
  private UUID owner(Exchange.Content content, Actor actor) {
    Organisation owner =
        organisations
            .find(content.organisation(), actor.viewer())
            .orElseThrow(() ->
                new Problem.InvalidInput(
                    "organisation",
                    content.organisation(),
                    "The field organisation ("
                        + content.organisation()
                        + ") names no organisation. Maybe create it first."));
    Permission.require(actor, Action.EDIT_EXCHANGE, owner);
    if (content.visibility() == Visibility.ANONYMOUS
        && owner.profile().isNamedIn(content.wording().title(), content.wording().text())) {
      throw new Problem.InvalidInput(
          "textEn",
          owner.slug(),
          "An anonymous text must not name its own organisation ("
              + owner.slug()
              + "). Maybe reword it.");
    }
    return owner.id();
  }

  private static Map<UUID, List<Exchange>> by(List<Exchange> exchanges) {
    return exchanges.stream().collect(Collectors.groupingBy(Exchange::organisationId));
  }

  private ExchangeStore store(Side side) {
    return Objects.requireNonNull(stores.get(side));
  }

  private static Journal.Target target(Side side, String id, UUID owner, Set<UUID> touched) {
    Subject subject = side == Side.NEED ? Subject.NEED : Subject.OFFER;
    return new Journal.Target(subject, id, owner, touched);
  }

  private String text(Exchange exchange) {
    return Json.text(ExchangeJson.of(exchange, Viewer.STAFF, today()));
  }

  private static String word(Side side) {
    return side == Side.NEED ? "need" : "offer";
  }

  private static Problem.Stale stale(Side side, long given) {
    return new Problem.Stale(
        "The "
            + word(side)
            + " is no longer at version ("
            + given
            + "). Read it again and repeat the change.");
  }
}
