package praya.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.OptionalInt;
import java.util.TreeSet;

/**
 * An undirected weighted graph in compressed rows: the neighbours of node {@code i} are {@code
 * neighbour(k)} for {@code k} from {@code begin(i)} to before {@code begin(i + 1)}, sorted.
 *
 * <p>Nodes are numbered in the order of their names, so that whoever breaks ties by number breaks
 * them by name. Several edges between two nodes become one with the sum of their weights; an edge
 * of a node with itself is left out, though the node stays. Immutable, safe for any number of
 * threads. 16 bytes for each end of an edge.
 *
 * @param <N> the names of nodes
 */
public final class Network<N extends Comparable<N>> {
  private final List<N> names;
  private final int[] begins;
  private final int[] neighbours;
  private final double[] weights;

  /**
   * A tie of two nodes, whichever comes first.
   *
   * @param weight how strong it is; above 0 and finite
   */
  public record Edge<N extends Comparable<N>>(N from, N to, double weight) {
    public Edge {
      if (!(weight > 0) || Double.isInfinite(weight)) {
        throw new IllegalArgumentException("The weight (%s) must be above 0.".formatted(weight));
      }
    }

    public static <N extends Comparable<N>> Edge<N> of(N from, N to) {
      return new Edge<>(from, to, 1);
    }
  }

  private Network(List<N> names, int[] begins, int[] neighbours, double[] weights) {
    this.names = names;
    this.begins = begins;
    this.neighbours = neighbours;
    this.weights = weights;
  }

  /** The network of these edges; only what has an edge is a node. */
  public static <N extends Comparable<N>> Network<N> of(Collection<Edge<N>> edges) {
    return of(List.of(), edges);
  }

  /** The network of these edges, with nodes that may have none. O(m log m) for m edges. */
  public static <N extends Comparable<N>> Network<N> of(
      Collection<N> nodes, Collection<Edge<N>> edges) {
    TreeSet<N> all = new TreeSet<>(nodes);
    for (Edge<N> edge : edges) {
      all.add(edge.from());
      all.add(edge.to());
    }
    List<N> names = List.copyOf(all);
    List<Arc> arcs = new ArrayList<>(2 * edges.size());
    for (Edge<N> edge : edges) {
      int from = java.util.Collections.binarySearch(names, edge.from());
      int to = java.util.Collections.binarySearch(names, edge.to());
      if (from != to) {
        arcs.add(new Arc(from, to, edge.weight()));
        arcs.add(new Arc(to, from, edge.weight()));
      }
    }
    return rows(names, arcs);
  }

  /** Sorting by weight, too, makes the sums of parallel edges the same in every order. */
  private record Arc(int from, int to, double weight) implements Comparable<Arc> {
    @Override
    public int compareTo(Arc other) {
      int byFrom = Integer.compare(from, other.from);
      int byTo = byFrom != 0 ? byFrom : Integer.compare(to, other.to);
      return byTo != 0 ? byTo : Double.compare(weight, other.weight);
    }
  }

  private static <N extends Comparable<N>> Network<N> rows(List<N> names, List<Arc> arcs) {
    arcs.sort(null);
    int[] begins = new int[names.size() + 1];
    int[] neighbours = new int[arcs.size()];
    double[] weights = new double[arcs.size()];
    int size = 0;
    int row = 0;
    for (Arc arc : arcs) {
      while (row < arc.from()) {
        begins[++row] = size;
      }
      if (size > begins[row] && neighbours[size - 1] == arc.to()) {
        weights[size - 1] += arc.weight();
      } else {
        neighbours[size] = arc.to();
        weights[size++] = arc.weight();
      }
    }
    Arrays.fill(begins, row + 1, begins.length, size);
    return new Network<>(
        names, begins, Arrays.copyOf(neighbours, size), Arrays.copyOf(weights, size));
  }

  /** How many nodes there are. */
  public int size() {
    return names.size();
  }

  /** How many tied pairs there are. */
  public int edgeCount() {
    return neighbours.length / 2;
  }

  /** All nodes by number. */
  public List<N> names() {
    return names;
  }

  public N name(int node) {
    return names.get(node);
  }

  /** The number of a node; empty when it is none. */
  public OptionalInt find(N name) {
    int index = java.util.Collections.binarySearch(names, name);
    return index < 0 ? OptionalInt.empty() : OptionalInt.of(index);
  }

  /**
   * The number of a node.
   *
   * @throws NoSuchElementException when it is none
   */
  public int number(N name) {
    return find(name).orElseThrow(() -> new NoSuchElementException("No node is named " + name));
  }

  /** Where the neighbours of a node begin; those of the last one end at {@code begin(size())}. */
  public int begin(int node) {
    return begins[node];
  }

  public int neighbour(int index) {
    return neighbours[index];
  }

  public double weight(int index) {
    return weights[index];
  }

  /** With how many others a node is tied. */
  public int degree(int node) {
    return begins[node + 1] - begins[node];
  }

  /** Where in the row of one node the other stands; negative when they are not tied. */
  public int indexOf(int node, int other) {
    return Arrays.binarySearch(neighbours, begins[node], begins[node + 1], other);
  }

  /** Whether the two are tied. */
  public boolean tied(int a, int b) {
    return indexOf(a, b) >= 0;
  }

  /** The sum of the weights of a node's ties. */
  public double strength(int node) {
    double sum = 0;
    for (int k = begins[node]; k < begins[node + 1]; k++) {
      sum += weights[k];
    }
    return sum;
  }
}
