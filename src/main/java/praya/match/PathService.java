package praya.match;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import praya.domain.Audience;
import praya.domain.Organisation;
import praya.domain.Relation;
import praya.domain.Viewer;
import praya.graph.EcosystemGraph;
import praya.network.IntroductionPaths;
import praya.network.IntroductionPaths.Path;
import praya.network.Network;
import praya.network.Network.Edge;
import praya.network.TieChance;
import praya.organisation.OrganisationService;

/**
 * Through whom one organisation could come to know another, as a viewer may know of it. Ways are
 * sought in the graph of the viewer's audience only, so a hidden relation moves nothing, neither a
 * way nor a chance.
 */
public final class PathService {
  private final OrganisationService organisations;
  private final PartnerService.Views views;
  private final Clock clock;
  private final Map<Audience, Held> held = new ConcurrentHashMap<>();

  /** The ways of an audience's graph, as of a year: relations age by years. */
  private record Held(
      EcosystemGraph graph, int year, Network<UUID> network, IntroductionPaths paths) {}

  /**
   * A way.
   *
   * @param organisations from the one that asks to the one that is sought
   * @param steps one fewer, each from an organisation to the next
   * @param chance that all pass the introduction on, 0 to 1; by it ways are compared, and it claims
   *     no more
   */
  public record Way(List<Organisation> organisations, List<Step> steps, double chance) {
    public Way {
      organisations = List.copyOf(organisations);
      steps = List.copyOf(steps);
    }
  }

  /** From one to the next: what ties them, at least one relation, and the chance it gives. */
  public record Step(List<Relation> relations, double chance) {
    public Step {
      relations = List.copyOf(relations);
    }
  }

  /**
   * The ways between two.
   *
   * @param tied whether they have a relation already, and need no way
   */
  public record Ways(Organisation from, Organisation to, boolean tied, List<Way> items) {
    public Ways {
      items = List.copyOf(items);
    }
  }

  public PathService(OrganisationService organisations, PartnerService.Views views, Clock clock) {
    this.organisations = organisations;
    this.views = views;
    this.clock = clock;
  }

  /**
   * The likeliest ways, over different brokers where there are any.
   *
   * @throws praya.domain.Problem.NotFound for an organisation that the viewer may not know of
   */
  public Ways between(String from, String to, int limit, Viewer viewer) {
    Organisation asking = organisations.get(from, viewer);
    Organisation sought = organisations.get(to, viewer);
    Held held = held(viewer.audience());
    boolean tied = held.graph().related(asking.id(), sought.id());
    var start = held.network().find(asking.id());
    var goal = held.network().find(sought.id());
    if (tied || start.isEmpty() || goal.isEmpty()) {
      return new Ways(asking, sought, tied, List.of());
    }
    List<Path> paths = held.paths().find(start.getAsInt(), goal.getAsInt(), limit);
    Set<UUID> ids = new HashSet<>();
    paths.forEach(path -> path.nodes().forEach(node -> ids.add(held.network().name(node))));
    Map<UUID, Organisation> byId = new HashMap<>();
    organisations.list(ids, viewer).forEach(found -> byId.put(found.id(), found));
    List<Way> ways = new ArrayList<>();
    for (Path path : paths) {
      List<UUID> nodes = path.nodes().stream().map(held.network()::name).toList();
      // One that was withdrawn since the graph was made leads nowhere.
      if (byId.keySet().containsAll(nodes)) {
        ways.add(
            new Way(
                nodes.stream().map(id -> Objects.requireNonNull(byId.get(id))).toList(),
                steps(held, path),
                path.chance()));
      }
    }
    return new Ways(asking, sought, false, ways);
  }

  private static List<Step> steps(Held held, Path path) {
    List<Step> steps = new ArrayList<>();
    for (int i = 1; i < path.nodes().size(); i++) {
      int from = path.nodes().get(i - 1);
      int to = path.nodes().get(i);
      steps.add(
          new Step(
              held.graph().relationsBetween(held.network().name(from), held.network().name(to)),
              held.paths().chance(from, to)));
    }
    return steps;
  }

  private Held held(Audience audience) {
    EcosystemGraph graph = views.graph(audience);
    int year = LocalDate.now(clock).getYear();
    Held known = held.get(audience);
    if (known != null && known.graph() == graph && known.year() == year) {
      return known;
    }
    Held made = make(graph, year);
    held.put(audience, made);
    return made;
  }

  private static Held make(EcosystemGraph graph, int year) {
    List<Edge<UUID>> edges = new ArrayList<>();
    for (UUID organisation : graph.organisations()) {
      for (UUID neighbour : graph.neighbours(organisation)) {
        if (organisation.compareTo(neighbour) < 0) {
          edges.add(Edge.of(organisation, neighbour));
        }
      }
    }
    Network<UUID> network = Network.of(edges);
    var chance =
        new TieChance(
            network, (a, b) -> age(graph.relationsBetween(network.name(a), network.name(b)), year));
    return new Held(graph, year, network, new IntroductionPaths(network, chance));
  }

  /** The years since the latest relation began; 0 where no relation says. */
  private static double age(List<Relation> relations, int year) {
    return relations.stream()
        .map(relation -> relation.content().since())
        .filter(Objects::nonNull)
        .mapToInt(since -> Math.max(0, year - Integer.parseInt(since.substring(0, 4))))
        .min()
        .orElse(0);
  }
}
