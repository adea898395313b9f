package praya.seed;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import praya.call.CallForm;
import praya.call.CallService;
import praya.compute.AllocationForm;
import praya.compute.AllocationService;
import praya.compute.CentreForm;
import praya.compute.CentreService;
import praya.compute.Holding;
import praya.domain.Actor;
import praya.domain.Entry;
import praya.domain.Exchange;
import praya.domain.Fault;
import praya.domain.Organisation;
import praya.domain.Origin;
import praya.domain.Problem;
import praya.domain.Relation;
import praya.domain.Side;
import praya.domain.Term;
import praya.domain.Viewer;
import praya.exchange.ExchangeForm;
import praya.exchange.ExchangeService;
import praya.introduction.IntroductionForm;
import praya.introduction.IntroductionService;
import praya.json.Fields;
import praya.organisation.OrganisationForm;
import praya.organisation.OrganisationService;
import praya.organisation.RelationForm;
import praya.organisation.RelationService;
import praya.site.Figure;
import praya.site.FigureService;
import praya.taxonomy.TaxonomyService;

/**
 * How the records of each kind of file are put: through the form and the service of their feature.
 */
public final class Loaders {
  private final Services services;
  private final boolean withDemo;

  /** The services that the loaders write through. */
  public record Services(
      TaxonomyService taxonomy,
      Directory directory,
      Compute compute,
      FigureService figures,
      Joint joint) {}

  /** What brings several organisations together. */
  public record Joint(IntroductionService introductions, CallService calls) {}

  /** Organisations and what belongs to them. */
  public record Directory(
      OrganisationService organisations, RelationService relations, ExchangeService exchanges) {}

  /** The centre and who holds how much of it. */
  public record Compute(CentreService centre, AllocationService allocations) {}

  /**
   * Loaders over these services.
   *
   * @param withDemo whether figures that only illustrate are taken, too
   */
  public Loaders(Services services, boolean withDemo) {
    this.services = services;
    this.withDemo = withDemo;
  }

  Map<Kind, Importer.Loader> byKind() {
    var loaders = new EnumMap<Kind, Importer.Loader>(Kind.class);
    loaders.put(Kind.TAXONOMY, this::taxonomy);
    loaders.put(Kind.ORGANISATIONS, (line, actor, faults) -> organisation(fields(line), actor));
    loaders.put(Kind.RELATIONS, (line, actor, faults) -> relation(fields(line), actor));
    loaders.put(Kind.NEEDS, (line, actor, faults) -> exchange(Side.NEED, fields(line), actor));
    loaders.put(Kind.OFFERS, (line, actor, faults) -> exchange(Side.OFFER, fields(line), actor));
    loaders.put(Kind.INTRODUCTIONS, (line, actor, faults) -> introduction(fields(line), actor));
    loaders.put(Kind.CALLS, (line, actor, faults) -> call(fields(line), actor));
    loaders.put(Kind.CENTRE, (line, actor, faults) -> centre(fields(line), actor));
    loaders.put(Kind.ALLOCATIONS, (line, actor, faults) -> allocation(fields(line), actor));
    loaders.put(Kind.USAGE, (line, actor, faults) -> usage(fields(line), actor));
    loaders.put(Kind.FIGURES, (line, actor, faults) -> figure(fields(line), actor));
    return loaders;
  }

  /** Reads again what is held in memory; after an import that was taken back it is not true. */
  void reload() {
    services.taxonomy().reload();
  }

  private Importer.Outcome taxonomy(SeedFile.Line line, Actor actor, List<Fault> faults) {
    int before = faults.size();
    List<Term> terms = TaxonomyForm.parse(line, faults);
    if (faults.size() > before) {
      return Importer.Outcome.UNCHANGED;
    }
    boolean first = services.taxonomy().current().terms().isEmpty();
    boolean changed = services.taxonomy().replace(terms, actor).value();
    return !changed ? Importer.Outcome.UNCHANGED : outcome(first);
  }

  private Importer.Outcome organisation(Fields fields, Actor actor) {
    boolean saysWhoMaySee = fields.has("visibility");
    Entry entry = OrganisationForm.parse(fields, services.taxonomy().current());
    fields.done();
    Optional<Organisation> before =
        services.directory().organisations().find(entry.slug(), actor.viewer());
    if (before.isEmpty()) {
      services.directory().organisations().create(entry, actor);
      return Importer.Outcome.CREATED;
    }
    Entry kept = keepConfirmation(before.get().entry(), entry);
    if (!saysWhoMaySee) {
      kept = kept.with(before.get().entry().visibility());
    }
    if (before.get().entry().equals(kept)) {
      return Importer.Outcome.UNCHANGED;
    }
    services.directory().organisations().replace(entry.slug(), before.get().version(), kept, actor);
    return Importer.Outcome.CHANGED;
  }

  /** A file that says nothing of a confirmation does not take one back. */
  private static Entry keepConfirmation(Entry before, Entry entry) {
    Origin origin = entry.origin();
    if (origin.confirmedAt() != null) {
      return entry;
    }
    return entry.with(
        new Origin(origin.fictional(), origin.sources(), before.origin().confirmedAt()));
  }

  private Importer.Outcome relation(Fields fields, Actor actor) {
    String id = fields.text("id", 63);
    boolean saysWhoMaySee = fields.has("visibility");
    Relation.Content content = RelationForm.parse(fields, services.taxonomy().current());
    fields.done();
    Optional<Relation> before = services.directory().relations().findTie(content, actor.viewer());
    if (before.isPresent() && !saysWhoMaySee) {
      content = content.with(before.get().content().visibility());
    }
    if (before.isEmpty()) {
      services.directory().relations().create(content, id, actor);
      return Importer.Outcome.CREATED;
    }
    if (before.get().content().equals(content)) {
      return Importer.Outcome.UNCHANGED;
    }
    services
        .directory()
        .relations()
        .replace(before.get().id(), before.get().version(), content, actor);
    return Importer.Outcome.CHANGED;
  }

  private Importer.Outcome exchange(Side side, Fields fields, Actor actor) {
    String id = fields.requiredText("id", 63);
    boolean saysWhoMaySee = fields.has("visibility");
    Exchange.Content content = ExchangeForm.parse(fields, services.taxonomy().current());
    fields.done();
    Exchange before = found(() -> services.directory().exchanges().get(side, id, Viewer.STAFF));
    if (before != null && !saysWhoMaySee) {
      content = content.with(before.content().visibility());
    }
    if (before == null) {
      services.directory().exchanges().create(side, content, id, actor);
      return Importer.Outcome.CREATED;
    }
    if (before.content().equals(content)) {
      return Importer.Outcome.UNCHANGED;
    }
    services.directory().exchanges().replace(before, content, actor);
    return Importer.Outcome.CHANGED;
  }

  private Importer.Outcome introduction(Fields fields, Actor actor) {
    IntroductionForm form = IntroductionForm.parse(fields);
    fields.done();
    return switch (services.joint().introductions().put(form, actor)) {
      case CREATED -> Importer.Outcome.CREATED;
      case CHANGED -> Importer.Outcome.CHANGED;
      case UNCHANGED -> Importer.Outcome.UNCHANGED;
    };
  }

  private Importer.Outcome call(Fields fields, Actor actor) {
    CallForm form = CallForm.parse(fields, services.taxonomy().current());
    fields.done();
    return switch (services.joint().calls().put(form, actor)) {
      case CREATED -> Importer.Outcome.CREATED;
      case CHANGED -> Importer.Outcome.CHANGED;
      case UNCHANGED -> Importer.Outcome.UNCHANGED;
    };
  }

  private Importer.Outcome centre(Fields fields, Actor actor) {
    var centre = CentreForm.parse(fields, withDemo);
    fields.done();
    boolean first = services.compute().centre().find().isEmpty();
    return services.compute().centre().replace(centre, actor)
        ? outcome(first)
        : Importer.Outcome.UNCHANGED;
  }

  private Importer.Outcome allocation(Fields fields, Actor actor) {
    String id = fields.requiredText("id", 63);
    boolean saysWhoMaySee = fields.has("visibility");
    var content = AllocationForm.parse(fields, services.taxonomy().current());
    fields.done();
    Holding before = found(() -> services.compute().allocations().get(id, actor.viewer()));
    if (before != null && !saysWhoMaySee) {
      content = content.with(before.allocation().content().visibility());
    }
    if (before == null) {
      services.compute().allocations().create(content, id, actor);
      return Importer.Outcome.CREATED;
    }
    if (before.allocation().content().equals(content)) {
      return Importer.Outcome.UNCHANGED;
    }
    services.compute().allocations().replace(id, before.allocation().version(), content, actor);
    return Importer.Outcome.CHANGED;
  }

  private Importer.Outcome usage(Fields fields, Actor actor) {
    String allocation = fields.requiredText("allocation", 63);
    var week =
        new Holding.Week(
            fields.requiredDate("week"),
            fields.requiredInteger("availableCardHours", 0, Integer.MAX_VALUE),
            fields.requiredInteger("usedCardHours", 0, Integer.MAX_VALUE));
    fields.done();
    return services.compute().allocations().putWeek(allocation, week, actor)
        ? Importer.Outcome.CREATED
        : Importer.Outcome.UNCHANGED;
  }

  private Importer.Outcome figure(Fields fields, Actor actor) {
    Figure figure = FigureService.parse(fields);
    fields.done();
    return services.figures().put(figure, actor)
        ? Importer.Outcome.CREATED
        : Importer.Outcome.UNCHANGED;
  }

  private static Fields fields(SeedFile.Line line) {
    return new Fields(line.object(), Fields.Spelling.SNAKE);
  }

  private static Importer.Outcome outcome(boolean first) {
    return first ? Importer.Outcome.CREATED : Importer.Outcome.CHANGED;
  }

  private static <T> @Nullable T found(java.util.function.Supplier<T> get) {
    try {
      return get.get();
    } catch (Problem.NotFound e) {
      return null;
    }
  }
}
