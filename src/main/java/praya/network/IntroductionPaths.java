package praya.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The likeliest ways on which one node comes to know another: each step is somebody who passes an
 * introduction on, with the chance that {@link Chance} gives, and a way is as likely as all its
 * steps together.
 *
 * <p>Ways have at most {@link #MAX_STEPS} steps and meet nobody twice. Of several, those that lead
 * over the same brokers come later: each broker that an earlier way uses halves the chance at which
 * a way is put in order, though not the one that is told.
 *
 * <p>Best first, with the exact rest of the way as a guide, so only what can be on a good way is
 * looked at. Made once for a network, which takes a look at every tie; safe for any number of
 * threads.
 */
public final class IntroductionPaths {
  /** Beyond four steps nobody is introduced: every step is somebody who has to say yes. */
  public static final int MAX_STEPS = 4;

  /** Of two ways over one broker the second is worth half: who refuses once refuses twice. */
  private static final double USED = Math.log(2);

  private final Network<?> network;

  /** Minus the logarithm of the chance, for each end of a tie. */
  private final double[] costs;

  /** How likely a step is. */
  public interface Chance {
    /**
     * The chance that an introduction is passed on from one neighbour to the other.
     *
     * @param index where the tie stands in the row of {@code from}
     * @return above 0, at most 1; the same in both directions
     */
    double of(int from, int index);
  }

  /**
   * One way.
   *
   * @param nodes from the one that asks to the one that is sought
   * @param chance of all steps together
   */
  public record Path(List<Integer> nodes, double chance) {
    public Path {
      nodes = List.copyOf(nodes);
    }
  }

  public IntroductionPaths(Network<?> network, Chance chance) {
    this.network = network;
    this.costs = new double[network.begin(network.size())];
    for (int node = 0; node < network.size(); node++) {
      for (int k = network.begin(node); k < network.begin(node + 1); k++) {
        // Adding 0 makes of minus 0 a 0.
        costs[k] = -Math.log(chance.of(node, k)) + 0.0;
      }
    }
  }

  /** At most so many ways, in order; none between those who are tied already, or the same. */
  public List<Path> find(int from, int to, int count) {
    if (from == to || network.tied(from, to)) {
      return List.of();
    }
    Quest quest = new Quest(from, to);
    List<Path> found = new ArrayList<>();
    for (Path next = quest.next(); next != null; next = quest.next()) {
      found.add(next);
      if (found.size() == count) {
        break;
      }
    }
    return List.copyOf(found);
  }

  /** The chance of a step between two that are tied. */
  public double chance(int from, int to) {
    return Math.exp(-costs[network.indexOf(from, to)]);
  }

  /** A way that is begun, with what it cost and what it will cost at least. */
  private static final class Begun {
    private final int[] nodes;
    private final double cost;
    private final double bound;

    Begun(int[] nodes, double cost, double bound) {
      this.nodes = nodes;
      this.cost = cost;
      this.bound = bound;
    }

    int last() {
      return nodes[nodes.length - 1];
    }

    boolean meets(int node) {
      return Arrays.stream(nodes).anyMatch(each -> each == node);
    }

    static int compare(Begun a, Begun b) {
      int byBound = Double.compare(a.bound, b.bound);
      return byBound != 0 ? byBound : Arrays.compare(a.nodes, b.nodes);
    }
  }

  /** One question, with what its earlier ways have used. */
  private final class Quest {
    private final int from;
    private final int to;
    private final double[] used = new double[network.size()];
    private final Set<List<Integer>> known = new HashSet<>();

    /** The least cost from each node to the goal in so many steps; infinite for no way. */
    private final double[][] rest = new double[MAX_STEPS][network.size()];

    Quest(int from, int to) {
      this.from = from;
      this.to = to;
    }

    @Nullable Path next() {
      fillRest();
      PriorityQueue<Begun> queue = new PriorityQueue<>(Begun::compare);
      queue.add(new Begun(new int[] {from}, 0, 0));
      while (!queue.isEmpty()) {
        Begun begun = queue.remove();
        if (begun.last() != to) {
          goOn(begun, queue);
          continue;
        }
        List<Integer> nodes = Arrays.stream(begun.nodes).boxed().toList();
        if (known.add(nodes)) {
          nodes.subList(1, nodes.size() - 1).forEach(broker -> used[broker] += USED);
          return new Path(nodes, chance(nodes));
        }
      }
      return null;
    }

    private void goOn(Begun begun, PriorityQueue<Begun> queue) {
      int left = MAX_STEPS - begun.nodes.length;
      if (left < 0) {
        return;
      }
      int last = begun.last();
      for (int k = network.begin(last); k < network.begin(last + 1); k++) {
        int node = network.neighbour(k);
        double cost = begun.cost + costs[k] + used[node];
        double bound = cost + rest[left][node];
        if (bound < Double.POSITIVE_INFINITY && !begun.meets(node)) {
          int[] longer = Arrays.copyOf(begun.nodes, begun.nodes.length + 1);
          longer[longer.length - 1] = node;
          queue.add(new Begun(longer, cost, bound));
        }
      }
    }

    private void fillRest() {
      int[] reached = new int[network.size()];
      boolean[] seen = new boolean[network.size()];
      int count = 0;
      reached[count++] = to;
      seen[to] = true;
      Arrays.fill(rest[0], Double.POSITIVE_INFINITY);
      rest[0][to] = 0;
      for (int steps = 1; steps < MAX_STEPS; steps++) {
        double[] shorter = rest[steps - 1];
        double[] row = rest[steps];
        System.arraycopy(shorter, 0, row, 0, row.length);
        int known = count;
        for (int i = 0; i < known; i++) {
          int node = reached[i];
          for (int k = network.begin(node); k < network.begin(node + 1); k++) {
            int before = network.neighbour(k);
            row[before] = Math.min(row[before], costs[k] + used[node] + shorter[node]);
            if (!seen[before]) {
              seen[before] = true;
              reached[count++] = before;
            }
          }
        }
      }
    }
  }

  private double chance(List<Integer> nodes) {
    double cost = 0;
    for (int i = 1; i < nodes.size(); i++) {
      cost += costs[network.indexOf(nodes.get(i - 1), nodes.get(i))];
    }
    return Math.exp(-cost);
  }
}
