package praya.network;

import java.util.Arrays;
import java.util.Random;

/**
 * Groups of nodes that are tied among each other more than chance would have it: the Leiden
 * algorithm for modularity (Traag, Waltman and van Eck, Scientific Reports 9, 2019).
 *
 * <p>Every community is connected. Several starts are made, and the best taken; each goes on from
 * its own result until nothing improves, so the modularity is at least that of the Louvain
 * algorithm, with which every other start begins. The same network, resolution and seed give the
 * same communities.
 */
public final class Communities {
  /** More find nothing better in networks of some hundred ties. */
  private static final int MOST_STARTS = 60;

  /** Starts of large networks differ less, and cost more. */
  private static final int LEAST_STARTS = 6;

  /** As many ties as are looked at in all starts, between the bounds above. */
  private static final int TIES = 200_000;

  private static final int ITERATIONS = 20;

  /** Gains below are rounding. */
  private static final double NOTHING = 1e-12;

  private final int[] of;
  private final int count;
  private final double modularity;

  /** Takes the array, which nobody else may change. */
  Communities(int[] of, int count, double modularity) {
    this.of = of;
    this.count = count;
    this.modularity = modularity;
  }

  /** The community of a node, by number: 0 for the largest, level ones by their first node. */
  public int of(int node) {
    return of[node];
  }

  /** How many communities there are. */
  public int count() {
    return count;
  }

  /** Newman's at a resolution of 1: how much more is tied within than chance would, -0.5 to 1. */
  public double modularity() {
    return modularity;
  }

  /** How to look. */
  public record Settings(double resolution, long seed) {
    public static final Settings DEFAULT = new Settings(1, 1);

    public Settings {
      if (!(resolution > 0) || Double.isInfinite(resolution)) {
        throw new IllegalArgumentException(
            "The resolution (%s) must be above 0.".formatted(resolution));
      }
    }
  }

  /** Finds them. */
  public static Communities find(Network<?> network, Settings settings) {
    Level level = Level.of(network);
    int starts = Math.clamp(TIES / (network.edgeCount() + 1), LEAST_STARTS, MOST_STARTS);
    Random random = new Random(settings.seed());
    int[] best = singles(level.size);
    double quality = level.modularity(best, settings.resolution());
    for (int start = 0; start < starts; start++) {
      // Every other is Louvain's, split where it is not connected; going on from it mends it.
      int[] found = singles(level.size);
      double last = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < ITERATIONS; i++) {
        boolean refined = start % 2 == 1 || i > 0;
        found =
            connected(
                network, new Descent(settings.resolution(), random, refined).run(level, found));
        double now = level.modularity(found, settings.resolution());
        if (now <= last + NOTHING) {
          break;
        }
        last = now;
        if (now > quality + NOTHING) {
          quality = now;
          best = found.clone();
        }
      }
    }
    return numbered(best, quality);
  }

  private static int[] singles(int size) {
    int[] group = new int[size];
    Arrays.setAll(group, node -> node);
    return group;
  }

  /** Parts of a group between which no tie leads become groups: modularity never falls by it. */
  private static int[] connected(Network<?> network, int[] group) {
    int[] part = new int[group.length];
    Arrays.fill(part, -1);
    int[] stack = new int[group.length];
    int parts = 0;
    for (int first = 0; first < group.length; first++) {
      if (part[first] >= 0) {
        continue;
      }
      int top = 0;
      stack[top++] = first;
      part[first] = parts;
      while (top > 0) {
        int node = stack[--top];
        for (int k = network.begin(node); k < network.begin(node + 1); k++) {
          int next = network.neighbour(k);
          if (part[next] < 0 && group[next] == group[node]) {
            part[next] = parts;
            stack[top++] = next;
          }
        }
      }
      parts++;
    }
    return part;
  }

  private static Communities numbered(int[] group, double modularity) {
    int[] sizes = new int[group.length];
    int[] firsts = new int[group.length];
    Arrays.fill(firsts, group.length);
    for (int node = group.length - 1; node >= 0; node--) {
      sizes[group[node]]++;
      firsts[group[node]] = node;
    }
    int[] numbers = new int[group.length];
    int count = 0;
    for (int old :
        java.util.stream.IntStream.range(0, group.length)
            .filter(i -> sizes[i] > 0)
            .boxed()
            .sorted(
                java.util.Comparator.comparingInt((Integer i) -> -sizes[i])
                    .thenComparingInt(i -> firsts[i]))
            .mapToInt(i -> i)
            .toArray()) {
      numbers[old] = count++;
    }
    int[] of = new int[group.length];
    Arrays.setAll(of, node -> numbers[group[node]]);
    return new Communities(of, count, modularity);
  }

  /**
   * How alike two groupings of the same nodes are: the adjusted Rand index (Hubert and Arabie,
   * 1985), 1 for equal ones, about 0 for chance.
   */
  public static double likeness(Communities a, Communities b) {
    long[][] table = new long[a.count][b.count];
    long[] rows = new long[a.count];
    long[] columns = new long[b.count];
    for (int node = 0; node < a.of.length; node++) {
      table[a.of[node]][b.of[node]]++;
      rows[a.of[node]]++;
      columns[b.of[node]]++;
    }
    double together =
        Arrays.stream(table).flatMapToLong(Arrays::stream).mapToDouble(Communities::pairs).sum();
    double inA = Arrays.stream(rows).mapToDouble(Communities::pairs).sum();
    double inB = Arrays.stream(columns).mapToDouble(Communities::pairs).sum();
    double chance = inA * inB / Math.max(1, pairs(a.of.length));
    double most = (inA + inB) / 2;
    return most == chance ? 1 : (together - chance) / (most - chance);
  }

  private static double pairs(long count) {
    return count * (count - 1) / 2.0;
  }
}
