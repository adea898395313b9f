package praya.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jgrapht.Graph;
import org.jgrapht.graph.SimpleGraph;
import org.jgrapht.traverse.BreadthFirstIterator;
import praya.domain.Relation;

/**
 * Who is tied to whom: an immutable snapshot of the relations between organisations.
 *
 * <p>For every measure the relations collapse to a simple undirected graph: two organisations are
 * tied or not, however many relations they have and whichever way these read. A relation of an
 * organisation with itself is left out. The answers depend on the set of relations alone, never on
 * the order in which they came; of two versions of one relation the later counts.
 *
 * <p>Building takes O(m log m) for m relations. Safe for any number of threads.
 */
public final class EcosystemGraph {
  public static final EcosystemGraph EMPTY = of(List.of());

  /** Beyond four steps nobody is introduced: every step is a person who has to say yes. */
  public static final int MAX_HOPS = 4;

  private final Graph<UUID, Tie> ties = new SimpleGraph<>(Tie.class);
  private final Map<UUID, List<UUID>> neighbours = new HashMap<>();
  private final int relationCount;

  private EcosystemGraph(Collection<Relation> relations) {
    Map<String, Relation> byId = new TreeMap<>();
    for (Relation relation : relations) {
      if (!relation.fromId().equals(relation.toId())) {
        byId.merge(relation.id(), relation, (a, b) -> a.version() >= b.version() ? a : b);
      }
    }
    relationCount = byId.size();
    byId.values().forEach(this::add);
    for (UUID id : ties.vertexSet()) {
      neighbours.put(id, ties.edgesOf(id).stream().map(tie -> tie.otherThan(id)).sorted().toList());
    }
  }

  public static EcosystemGraph of(Collection<Relation> relations) {
    return new EcosystemGraph(relations);
  }

  private void add(Relation relation) {
    UUID from = relation.fromId();
    UUID to = relation.toId();
    ties.addVertex(from);
    ties.addVertex(to);
    Tie tie = ties.getEdge(from, to);
    if (tie == null) {
      tie = from.compareTo(to) < 0 ? new Tie(from, to) : new Tie(to, from);
      ties.addEdge(from, to, tie);
    }
    tie.relations.add(relation);
  }

  /** All organisations with a relation, sorted by id. */
  public List<UUID> organisations() {
    return neighbours.keySet().stream().sorted().toList();
  }

  /** All relations between the two, whichever way they read, sorted by id. */
  public List<Relation> relationsBetween(UUID a, UUID b) {
    Tie tie = ties.getEdge(a, b);
    return tie == null ? List.of() : Collections.unmodifiableList(tie.relations);
  }

  /** The organisations that have a relation with this one, sorted by id. */
  public List<UUID> neighbours(UUID organisation) {
    return neighbours.getOrDefault(organisation, List.of());
  }

  /** Whether the two have any relation. */
  public boolean related(UUID a, UUID b) {
    return ties.containsEdge(a, b);
  }

  /** The organisations that both are tied to, sorted by id; none for an organisation and itself. */
  public List<SharedNeighbour> shared(UUID a, UUID b) {
    if (a.equals(b)) {
      return List.of();
    }
    List<SharedNeighbour> shared = new ArrayList<>();
    for (UUID middle : neighbours(a)) {
      if (ties.containsEdge(middle, b)) {
        shared.add(
            new SharedNeighbour(
                middle,
                neighbours(middle).size(),
                relationsBetween(a, middle),
                relationsBetween(b, middle)));
      }
    }
    return List.copyOf(shared);
  }

  /**
   * The resource allocation index (Zhou, Lü, Zhang 2009): the sum of 1 / degree over the shared
   * neighbours. A neighbour that everybody knows says little, one that few know says much.
   */
  public double resourceAllocation(UUID a, UUID b) {
    double sum = 0;
    for (SharedNeighbour neighbour : shared(a, b)) {
      sum += 1.0 / neighbour.degree();
    }
    return sum;
  }

  /**
   * {@link #resourceAllocation(UUID, UUID)} with every organisation for which it is not 0, by id.
   * One sparse expansion over two steps instead of one set intersection per pair.
   */
  public Map<UUID, Double> resourceAllocation(UUID organisation) {
    Map<UUID, Double> sums = new TreeMap<>();
    for (UUID middle : neighbours(organisation)) {
      double share = 1.0 / neighbours(middle).size();
      for (UUID other : neighbours(middle)) {
        if (!other.equals(organisation)) {
          sums.merge(other, share, Double::sum);
        }
      }
    }
    return Collections.unmodifiableMap(new LinkedHashMap<>(sums));
  }

  /** How many steps lie between the two; empty when more than {@link #MAX_HOPS} or none lead. */
  public OptionalInt distance(UUID a, UUID b) {
    List<UUID> path = path(a, b);
    return path.isEmpty() ? OptionalInt.empty() : OptionalInt.of(path.size() - 1);
  }

  /**
   * A shortest way from a to b, both included; empty when it is longer than {@link #MAX_HOPS} or
   * there is none. Of several the same one is always taken, and the way back is its reverse: read
   * from the smaller id it is the first in the order of ids.
   */
  public List<UUID> path(UUID a, UUID b) {
    if (a.compareTo(b) > 0) {
      return path(b, a).reversed();
    }
    if (a.equals(b)) {
      return ties.containsVertex(a) ? List.of(a) : List.of();
    }
    Map<UUID, Integer> stepsToB = stepsTo(b);
    if (!stepsToB.containsKey(a)) {
      return List.of();
    }
    List<UUID> path = new ArrayList<>(List.of(a));
    UUID at = a;
    for (int left = stepsToB.get(a) - 1; left >= 0; left--) {
      int wanted = left;
      at =
          neighbours(at).stream()
              .filter(next -> stepsToB.getOrDefault(next, -1) == wanted)
              .findFirst()
              .orElseThrow();
      path.add(at);
    }
    return List.copyOf(path);
  }

  private Map<UUID, Integer> stepsTo(UUID goal) {
    Map<UUID, Integer> steps = new HashMap<>();
    if (!ties.containsVertex(goal)) {
      return steps;
    }
    var breadthFirst = new BreadthFirstIterator<>(ties, goal);
    while (breadthFirst.hasNext()) {
      UUID next = breadthFirst.next();
      int depth = breadthFirst.getDepth(next);
      if (depth > MAX_HOPS) {
        break;
      }
      steps.put(next, depth);
    }
    return steps;
  }

  /** What the snapshot holds, so that two can be compared and told how big they are. */
  public Size size() {
    return new Size(ties.vertexSet().size(), ties.edgeSet().size(), relationCount);
  }

  /** Every tie with every relation in full, one line per relation, equal for equal snapshots. */
  public String describe() {
    return ties.edgeSet().stream()
        .flatMap(tie ->
            tie.relations.stream().map(relation -> tie.low + " -- " + tie.high + ": " + relation))
        .sorted()
        .collect(Collectors.joining("\n"));
  }

  /**
   * An organisation that two others are both tied to.
   *
   * @param degree with how many organisations it has relations; at least 2
   * @param withFirst its relations with the first of the two, at least one, sorted by id
   * @param withSecond likewise with the second
   */
  public record SharedNeighbour(
      UUID id, int degree, List<Relation> withFirst, List<Relation> withSecond) {
    public SharedNeighbour {
      withFirst = List.copyOf(withFirst);
      withSecond = List.copyOf(withSecond);
    }
  }

  /** Organisations with a relation, tied pairs of them, and relations. */
  public record Size(int organisations, int ties, int relations) {}

  /**
   * The tie of two organisations with all its relations. Not a record: JGraphT takes edges that are
   * equal for one, and refuses the second.
   */
  private static final class Tie {
    private final UUID low;
    private final UUID high;
    private final List<Relation> relations = new ArrayList<>();

    private Tie(UUID low, UUID high) {
      this.low = low;
      this.high = high;
    }

    private UUID otherThan(UUID end) {
      return end.equals(low) ? high : low;
    }
  }
}
