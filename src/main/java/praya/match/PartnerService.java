package praya.match;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import praya.domain.Audience;
import praya.domain.Organisation;
import praya.domain.Sheet;
import praya.domain.Viewer;
import praya.exchange.ExchangeService;
import praya.graph.EcosystemGraph;
import praya.organisation.OrganisationService;
import praya.scoring.Comparison;
import praya.scoring.PartnerList;
import praya.scoring.Partners;
import praya.scoring.Scorer;
import praya.scoring.Surroundings;
import praya.scoring.VisibleSheet;
import praya.scoring.Weights;
import praya.taxonomy.TaxonomyService;

/** Partners for an organisation, as a viewer may know of them. */
public final class PartnerService {
  private final OrganisationService organisations;
  private final ExchangeService exchanges;
  private final TaxonomyService taxonomy;
  private final Candidates candidates;
  private final Views views;
  private final Supplier<Weights> weights;
  private final Clock clock;

  /** The views that matching looks at. */
  public interface Views {
    /** The graph of the relations that an audience comes across. */
    EcosystemGraph graph(Audience audience);

    /** Every change below it is in the views. */
    long position();

    /**
     * Waits until the views show the write at this position.
     *
     * @throws praya.domain.Problem.NotReady when that takes too long
     */
    void await(long position);

    /** Counts the steps that changed what the views show. */
    long revision();
  }

  public PartnerService(
      OrganisationService organisations,
      ExchangeService exchanges,
      TaxonomyService taxonomy,
      Candidates candidates,
      Views views,
      Supplier<Weights> weights,
      Clock clock) {
    this.organisations = organisations;
    this.exchanges = exchanges;
    this.taxonomy = taxonomy;
    this.candidates = candidates;
    this.views = views;
    this.weights = weights;
    this.clock = clock;
  }

  /**
   * What is asked.
   *
   * @param full whether every criterion is told, also those without points
   * @param after the position of a write that the answer must rest on; negative for any
   */
  public record Question(String organisation, int limit, boolean full, Viewer viewer, long after) {

    /** A question about the views as they are. */
    public Question(String organisation, int limit, boolean full, Viewer viewer) {
      this(organisation, limit, full, viewer, -1);
    }
  }

  /** The answer with the position of the views that it rests on. */
  public record Answer(Organisation you, PartnerList partners, long position) {}

  /**
   * The best partners and what became of everybody else.
   *
   * @throws praya.domain.Problem.NotFound for an organisation that does not exist
   */
  public Answer partners(Question question) {
    return partners(question, weights.get());
  }

  /** The same with other weights, to see what they would change. */
  public Answer partners(Question question, Weights tried) {
    Ground ground = ground(question);
    Partners partners = new Partners(new Scorer(ground.surroundings(), tried));
    PartnerList list =
        question.full()
            ? partners.explain(ground.you(), ground.candidates(), question.limit())
            : partners.rank(ground.you(), ground.candidates(), question.limit());
    return new Answer(ground.you().organisation(), list, ground.position());
  }

  /** How another stands for the organisation that asks, and what this rests on. */
  public record Compared(
      Organisation you,
      Comparison comparison,
      String weightsVersion,
      LocalDate asOf,
      long position) {}

  /**
   * How one other stands among all, and what would bring it among the first of the list.
   *
   * @throws praya.domain.Problem.NotFound for an organisation that does not exist
   */
  public Compared compare(Question question, String other) {
    Ground ground = ground(question);
    Organisation their = organisations.get(other, question.viewer());
    VisibleSheet them =
        ground.candidates().stream()
            .filter(candidate -> candidate.organisation().id().equals(their.id()))
            .findFirst()
            .orElseGet(() -> sheet(their, question.viewer()));
    Weights current = weights.get();
    Partners partners = new Partners(new Scorer(ground.surroundings(), current));
    Comparison comparison =
        partners.compare(ground.you(), ground.candidates(), them, question.limit());
    return new Compared(
        ground.you().organisation(),
        comparison,
        current.version(),
        ground.surroundings().asOf(),
        ground.position());
  }

  /** What every answer rests on. */
  private record Ground(
      VisibleSheet you, List<VisibleSheet> candidates, Surroundings surroundings, long position) {}

  private Ground ground(Question question) {
    if (question.after() >= 0) {
      views.await(question.after());
    }
    long position = views.position();
    Viewer viewer = question.viewer();
    EcosystemGraph graph = views.graph(viewer.audience());
    LocalDate today = LocalDate.now(clock);
    VisibleSheet you = sheet(organisations.get(question.organisation(), viewer), viewer);
    Map<UUID, Organisation> known = new HashMap<>();
    List<VisibleSheet> them = new ArrayList<>();
    var seen = new Candidates.Views(graph, views.revision());
    for (Sheet sheet : candidates.of(you, viewer, seen)) {
      known.put(sheet.organisation().id(), sheet.organisation());
      them.add(VisibleSheet.of(sheet, viewer, today));
    }
    return new Ground(
        you, them, new Surroundings(taxonomy.current(), graph, known, today), position);
  }

  private VisibleSheet sheet(Organisation organisation, Viewer viewer) {
    Sheet sheet = exchanges.sheets(List.of(organisation), viewer).get(0);
    return VisibleSheet.of(sheet, viewer, LocalDate.now(clock));
  }
}
