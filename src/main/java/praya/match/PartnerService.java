package praya.match;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import praya.domain.Audience;
import praya.domain.Organisation;
import praya.domain.Sheet;
import praya.domain.Viewer;
import praya.exchange.ExchangeService;
import praya.graph.EcosystemGraph;
import praya.organisation.OrganisationService;
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
      Clock clock) {
    this.organisations = organisations;
    this.exchanges = exchanges;
    this.taxonomy = taxonomy;
    this.candidates = candidates;
    this.views = views;
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
    if (question.after() >= 0) {
      views.await(question.after());
    }
    long position = views.position();
    Viewer viewer = question.viewer();
    EcosystemGraph graph = views.graph(viewer.audience());
    LocalDate today = LocalDate.now(clock);
    Organisation organisation = organisations.get(question.organisation(), viewer);
    Sheet own = exchanges.sheets(List.of(organisation), viewer).get(0);
    VisibleSheet you = VisibleSheet.of(own, viewer, today);
    Map<UUID, Organisation> known = new HashMap<>();
    List<VisibleSheet> them = new ArrayList<>();
    var seen = new Candidates.Views(graph, views.revision());
    for (Sheet sheet : candidates.of(you, viewer, seen)) {
      known.put(sheet.organisation().id(), sheet.organisation());
      them.add(VisibleSheet.of(sheet, viewer, today));
    }
    var surroundings = new Surroundings(taxonomy.current(), graph, known, today);
    var partners = new Partners(new Scorer(surroundings, Weights.CURRENT));
    PartnerList list =
        question.full()
            ? partners.explain(you, them, question.limit())
            : partners.rank(you, them, question.limit());
    return new Answer(organisation, list, position);
  }
}
