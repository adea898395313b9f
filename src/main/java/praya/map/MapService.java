package praya.map;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import praya.domain.Audience;
import praya.domain.Organisation;
import praya.domain.Problem;
import praya.domain.Relation;
import praya.domain.Viewer;
import praya.graph.EcosystemGraph;
import praya.map.EgoGraph.Member;
import praya.map.RadialLayout.Spot;
import praya.network.Communities;
import praya.network.HelpfulTie;
import praya.network.Network;
import praya.network.Network.Edge;
import praya.network.WeakPoints;
import praya.organisation.OrganisationService;

/** The graph of relations, as a viewer may know of it, seen from one organisation or as a whole. */
public final class MapService {
  /** More cannot be told apart in one drawing. */
  public static final int MOST_MEMBERS = 60;

  private static final int HELPFUL = 5;

  private final OrganisationService organisations;
  private final Graphs graphs;
  private final Map<World, Whole> held = new ConcurrentHashMap<>();

  /** Where the graph of an audience comes from. */
  public interface Graphs {
    EcosystemGraph of(Audience audience);
  }

  /** Real and fictional organisations never meet, so each kind has a map of its own. */
  private record World(Audience audience, boolean fictional) {}

  /** All that is computed of a whole graph, as long as that graph is the present one. */
  private record Whole(
      EcosystemGraph graph,
      Network<UUID> network,
      Communities communities,
      WeakPoints weak,
      List<HelpfulTie> helpful) {}

  /**
   * What of the graph is looked at.
   *
   * @param types codes of relations that count; none for all
   * @param kinds kinds of organisations that are shown beside the centre; none for all
   * @param steps how far to go from the centre, 1 or 2
   */
  public record Filter(Set<String> types, Set<String> kinds, int steps) {
    public static final Filter NONE = new Filter(Set.of(), Set.of(), 2);

    public Filter {
      types = Set.copyOf(types);
      kinds = Set.copyOf(kinds);
    }
  }

  /**
   * Who is around an organisation.
   *
   * @param nodes the organisation itself first, then by steps
   * @param leftOut how many more there are within two steps
   */
  public record Ego(List<Node> nodes, List<Line> lines, int leftOut) {
    public Ego {
      nodes = List.copyOf(nodes);
      lines = List.copyOf(lines);
    }

    public Organisation centre() {
      return nodes.getFirst().organisation();
    }
  }

  /**
   * An organisation on the map.
   *
   * @param community its number among all communities of the map, from 0 for the largest; -1 for
   *     one without ties
   */
  public record Node(Organisation organisation, int steps, int community, Spot spot) {
    public double x() {
      return spot.x();
    }

    public double y() {
      return spot.y();
    }
  }

  /** A tie between two nodes, by their places in the list. */
  public record Line(int from, int to, List<Relation> relations) {
    public Line {
      relations = List.copyOf(relations);
    }
  }

  /** The whole map in figures and lists. */
  public record Overview(
      int organisations,
      int ties,
      int parts,
      double modularity,
      List<Community> communities,
      Weak weak,
      List<Helpful> helpful) {
    public Overview {
      communities = List.copyOf(communities);
      helpful = List.copyOf(helpful);
    }
  }

  /** Organisations that are tied to each other more than to others, those with most ties first. */
  public record Community(int number, List<Organisation> organisations) {
    public Community {
      organisations = List.copyOf(organisations);
    }
  }

  /**
   * What the whole hangs by.
   *
   * @param bridges ties without which the map would fall apart further, with several on both sides
   * @param brokers organisations without which it would fall apart further
   * @param hanging how many organisations have a single tie
   * @param untied how many have none
   */
  public record Weak(List<Pair> bridges, List<Organisation> brokers, int hanging, int untied) {
    public Weak {
      bridges = List.copyOf(bridges);
      brokers = List.copyOf(brokers);
    }
  }

  public record Pair(Organisation from, Organisation to) {}

  /** An introduction that is missing, and how many pairs it would bring within four steps. */
  public record Helpful(Pair pair, long pairs) {}

  public MapService(OrganisationService organisations, Graphs graphs) {
    this.organisations = organisations;
    this.graphs = graphs;
  }

  /**
   * Who is around an organisation.
   *
   * @throws Problem.NotFound for an organisation that the viewer may not know of
   */
  public Ego around(String slug, Filter filter, Viewer viewer) {
    Organisation centre = organisations.get(slug, viewer);
    EcosystemGraph graph = graphs.of(viewer.audience());
    Whole whole = present(centre.fictional(), viewer);
    Map<UUID, Organisation> known = known(graph, viewer);
    known.put(centre.id(), centre);
    Network<UUID> network = network(graph, filter, centre, known);
    int middle = network.number(centre.id());
    EgoGraph ego = EgoGraph.around(network, middle, filter.steps(), MOST_MEMBERS);
    Map<Integer, Spot> spots =
        RadialLayout.of(ego, node -> community(whole, network.name(node)), network::tied);
    List<Node> nodes = new ArrayList<>();
    for (Member member : ego.members()) {
      UUID id = network.name(member.node());
      nodes.add(
          new Node(
              Objects.requireNonNull(known.get(id)),
              member.steps(),
              community(whole, id),
              Objects.requireNonNull(spots.get(member.node()))));
    }
    return new Ego(nodes, lines(nodes, graph, filter), ego.leftOut());
  }

  private static List<Line> lines(List<Node> nodes, EcosystemGraph graph, Filter filter) {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      for (int j = i + 1; j < nodes.size(); j++) {
        List<Relation> relations =
            graph
                .relationsBetween(
                    nodes.get(i).organisation().id(), nodes.get(j).organisation().id())
                .stream()
                .filter(relation -> counts(relation, filter))
                .toList();
        if (!relations.isEmpty()) {
          lines.add(new Line(i, j, relations));
        }
      }
    }
    return lines;
  }

  private static boolean counts(Relation relation, Filter filter) {
    return filter.types().isEmpty() || filter.types().contains(relation.content().type());
  }

  /** What passes the filter, before anything is measured. */
  private static Network<UUID> network(
      EcosystemGraph graph, Filter filter, Organisation centre, Map<UUID, Organisation> known) {
    List<Edge<UUID>> edges = new ArrayList<>();
    for (UUID one : graph.organisations()) {
      for (UUID other : graph.neighbours(one)) {
        if (one.compareTo(other) < 0
            && passes(known.get(one), centre, filter)
            && passes(known.get(other), centre, filter)
            && graph.relationsBetween(one, other).stream().anyMatch(r -> counts(r, filter))) {
          edges.add(Edge.of(one, other));
        }
      }
    }
    return Network.of(List.of(centre.id()), edges);
  }

  private static boolean passes(
      @org.jspecify.annotations.Nullable Organisation organisation,
      Organisation centre,
      Filter filter) {
    return organisation != null
        && (organisation.id().equals(centre.id())
            || filter.kinds().isEmpty()
            || filter.kinds().contains(organisation.profile().kind()));
  }

  /** The organisations of the graph that are still there for the viewer. */
  private Map<UUID, Organisation> known(EcosystemGraph graph, Viewer viewer) {
    Map<UUID, Organisation> known = new HashMap<>();
    organisations
        .list(graph.organisations(), viewer)
        .forEach(organisation -> known.put(organisation.id(), organisation));
    return known;
  }

  /** The whole map of real organisations, or of fictional ones. */
  public Overview overview(boolean fictional, Viewer viewer) {
    Whole whole = present(fictional, viewer);
    Network<UUID> network = whole.network();
    Map<UUID, Organisation> known = known(whole.graph(), viewer);
    List<Community> communities = new ArrayList<>();
    for (int i = 0; i < whole.communities().count(); i++) {
      communities.add(new Community(i, members(whole, i, known)));
    }
    return new Overview(
        network.size(),
        network.edgeCount(),
        whole.weak().partCount(),
        whole.communities().modularity(),
        communities,
        new Weak(
            whole.weak().bridges().stream()
                .filter(
                    bridge -> network.degree(bridge.from()) > 1 && network.degree(bridge.to()) > 1)
                .flatMap(bridge -> pair(network, bridge.from(), bridge.to(), known).stream())
                .toList(),
            whole.weak().brokers().stream()
                .map(node -> known.get(network.name(node)))
                .filter(Objects::nonNull)
                .toList(),
            hanging(network),
            untied(fictional, network, viewer)),
        whole.helpful().stream()
            .flatMap(tie ->
                pair(network, tie.from(), tie.to(), known).stream()
                    .map(pair -> new Helpful(pair, tie.pairs())))
            .toList());
  }

  private static int hanging(Network<UUID> network) {
    int hanging = 0;
    for (int node = 0; node < network.size(); node++) {
      hanging += network.degree(node) == 1 ? 1 : 0;
    }
    return hanging;
  }

  private int untied(boolean fictional, Network<UUID> network, Viewer viewer) {
    return Math.max(0, organisations.count(fictional, viewer) - network.size());
  }

  private static List<Pair> pair(
      Network<UUID> network, int from, int to, Map<UUID, Organisation> known) {
    Organisation one = known.get(network.name(from));
    Organisation other = known.get(network.name(to));
    return one == null || other == null ? List.of() : List.of(new Pair(one, other));
  }

  private static List<Organisation> members(
      Whole whole, int community, Map<UUID, Organisation> known) {
    Network<UUID> network = whole.network();
    List<Integer> nodes = new ArrayList<>();
    for (int node = 0; node < network.size(); node++) {
      if (whole.communities().of(node) == community) {
        nodes.add(node);
      }
    }
    nodes.sort((a, b) -> Integer.compare(network.degree(b), network.degree(a)));
    return nodes.stream()
        .map(node -> known.get(network.name(node)))
        .filter(Objects::nonNull)
        .toList();
  }

  private static int community(Whole whole, UUID organisation) {
    OptionalInt node = whole.network().find(organisation);
    return node.isPresent() ? whole.communities().of(node.getAsInt()) : -1;
  }

  private Whole present(boolean fictional, Viewer viewer) {
    EcosystemGraph graph = graphs.of(viewer.audience());
    World world = new World(viewer.audience(), fictional);
    Whole known = held.get(world);
    if (known != null && known.graph() == graph) {
      return known;
    }
    Whole made = make(graph, fictional);
    held.put(world, made);
    return made;
  }

  private static Whole make(EcosystemGraph graph, boolean fictional) {
    List<Edge<UUID>> edges = new ArrayList<>();
    for (UUID one : graph.organisations()) {
      for (UUID other : graph.neighbours(one)) {
        boolean wanted =
            graph.relationsBetween(one, other).getFirst().content().fictional() == fictional;
        if (wanted && one.compareTo(other) < 0) {
          edges.add(Edge.of(one, other));
        }
      }
    }
    Network<UUID> network = Network.of(edges);
    Communities communities = Communities.find(network, Communities.Settings.DEFAULT);
    return new Whole(
        graph,
        network,
        communities,
        WeakPoints.of(network),
        HelpfulTie.best(network, communities, HELPFUL));
  }
}
