package praya.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Where a network would fall apart: ties and nodes on which the way between others hangs (Hopcroft
 * and Tarjan, 1973). One walk over all ties, without recursion.
 */
public final class WeakPoints {
  private final List<Bridge> bridges;
  private final List<Integer> brokers;
  private final int[] parts;
  private final int partCount;

  /** A tie without which two parts are no longer connected; the lower number first. */
  public record Bridge(int from, int to) {}

  private WeakPoints(List<Bridge> bridges, List<Integer> brokers, int[] parts, int partCount) {
    this.bridges = List.copyOf(bridges);
    this.brokers = List.copyOf(brokers);
    this.parts = parts;
    this.partCount = partCount;
  }

  /** By their lower number, then by the other. */
  public List<Bridge> bridges() {
    return bridges;
  }

  /** Nodes without which others are no longer connected, by number. */
  public List<Integer> brokers() {
    return brokers;
  }

  /** The connected part of a node: 0 for the largest, level ones by their first node. */
  public int part(int node) {
    return parts[node];
  }

  /** How many parts there are, nodes without ties included. */
  public int partCount() {
    return partCount;
  }

  /** Looks at all of a network. */
  public static WeakPoints of(Network<?> network) {
    return new Walk(network).points();
  }

  private static final class Walk {
    private final Network<?> network;
    private final int[] found;
    private final int[] lowest;
    private final int[] parent;
    private final int[] next;
    private final int[] part;
    private final boolean[] broker;
    private final List<Bridge> bridges = new ArrayList<>();
    private int time;

    Walk(Network<?> network) {
      this.network = network;
      int size = network.size();
      found = new int[size];
      lowest = new int[size];
      parent = new int[size];
      next = new int[size];
      part = new int[size];
      broker = new boolean[size];
      Arrays.fill(found, -1);
      Arrays.fill(parent, -1);
    }

    WeakPoints points() {
      int count = 0;
      for (int root = 0; root < network.size(); root++) {
        if (found[root] < 0) {
          walk(root, count++);
        }
      }
      bridges.sort(Comparator.comparingInt(Bridge::from).thenComparingInt(Bridge::to));
      List<Integer> brokers = new ArrayList<>();
      for (int node = 0; node < broker.length; node++) {
        if (broker[node]) {
          brokers.add(node);
        }
      }
      return new WeakPoints(bridges, brokers, bySize(count), count);
    }

    private void walk(int root, int number) {
      int children = 0;
      enter(root, number);
      int node = root;
      while (node >= 0) {
        if (next[node] < network.begin(node + 1)) {
          int other = network.neighbour(next[node]++);
          if (found[other] < 0) {
            parent[other] = node;
            children += node == root ? 1 : 0;
            enter(other, number);
            node = other;
          } else if (other != parent[node]) {
            lowest[node] = Math.min(lowest[node], found[other]);
          }
        } else {
          leave(node, root);
          node = parent[node];
        }
      }
      broker[root] = children > 1;
    }

    private void enter(int node, int number) {
      found[node] = time;
      lowest[node] = time++;
      next[node] = network.begin(node);
      part[node] = number;
    }

    private void leave(int node, int root) {
      int above = parent[node];
      if (above < 0) {
        return;
      }
      lowest[above] = Math.min(lowest[above], lowest[node]);
      if (lowest[node] > found[above]) {
        bridges.add(new Bridge(Math.min(node, above), Math.max(node, above)));
      }
      if (above != root && lowest[node] >= found[above]) {
        broker[above] = true;
      }
    }

    /** The largest part is 0; equally large ones stand in the order of their first nodes. */
    private int[] bySize(int count) {
      int[] sizes = new int[count];
      for (int number : part) {
        sizes[number]++;
      }
      Integer[] order = new Integer[count];
      Arrays.setAll(order, i -> i);
      Arrays.sort(order, (a, b) -> Integer.compare(sizes[b], sizes[a]));
      int[] numbers = new int[count];
      for (int i = 0; i < count; i++) {
        numbers[order[i]] = i;
      }
      int[] renumbered = new int[part.length];
      Arrays.setAll(renumbered, node -> numbers[part[node]]);
      return renumbered;
    }
  }
}
