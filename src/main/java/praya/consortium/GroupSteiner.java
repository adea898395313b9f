package praya.consortium;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The cheapest tree that holds one of each group, exactly: dynamic programming over sets of groups
 * and the node at which a part of the tree ends (Dreyfus and Wagner, Erickson and others). Parts
 * that, with the way to the farthest group still missing, cost more than a tree that is known are
 * left out. One group needs no place in the sets: the tree ends at one of its holders.
 */
final class GroupSteiner {
  /** Entries of all rows at most, 4 bytes each. */
  private static final long MOST_ENTRIES = 1L << 26;

  private static final int MOST_GROUPS = 15;
  private static final int NONE = Integer.MAX_VALUE;

  private final Network network;
  private final Groups groups;
  private final int root;
  private final int[] others;
  private final long[][] toGroup;

  /** The same ways, those of a node side by side: to the other groups, then to the root. */
  private final int[] farthest;

  private final long known;
  private final int[][] rows;
  private final int[][] reached;
  private final int[] buffer;

  /** The row that is being filled. */
  private int[] row = new int[0];

  private final NodeHeap heap = new NodeHeap();

  private GroupSteiner(Network network, Groups groups, Tree tree) {
    this.network = network;
    this.groups = groups;
    known = tree.cost();
    int k = groups.size();
    int rarest = 0;
    for (int g = 1; g < k; g++) {
      rarest = groups.holders()[g].length < groups.holders()[rarest].length ? g : rarest;
    }
    root = rarest;
    others = java.util.stream.IntStream.range(0, k).filter(g -> g != root).toArray();
    toGroup = new long[k][];
    Search search = new Search(network, groups);
    for (int g = 0; g < k; g++) {
      BitSet holders = new BitSet();
      Arrays.stream(groups.holders()[g]).forEach(holders::set);
      search.run(holders, null);
      toGroup[g] = search.distance.clone();
      for (int v = 0; v < network.size(); v++) {
        // The search paid for its end; the way is wanted the other way round.
        toGroup[g][v] -= holders.get(v) ? 0 : groups.nodeCost()[v];
      }
    }
    addEnds();
    farthest = new int[k * network.size()];
    for (int v = 0; v < network.size(); v++) {
      for (int i = 0; i < others.length; i++) {
        farthest[v * k + i] = (int) Math.min(NONE, toGroup[others[i]][v]);
      }
      farthest[v * k + others.length] = (int) Math.min(NONE, toGroup[root][v]);
    }
    rows = new int[1 << (k - 1)][];
    reached = new int[1 << (k - 1)][];
    buffer = new int[network.size()];
  }

  /** Holders cost something too; the least that a holder of a group costs can be added safely. */
  private void addEnds() {
    for (int g = 0; g < groups.size(); g++) {
      long least =
          Arrays.stream(groups.holders()[g]).mapToLong(v -> groups.nodeCost()[v]).min().orElse(0);
      for (int v = 0; v < network.size(); v++) {
        toGroup[g][v] += toGroup[g][v] > 0 ? least : 0;
      }
    }
  }

  /** Whether the memory for it is within reason. */
  static boolean fits(Network network, Groups groups, long known) {
    return groups.size() <= MOST_GROUPS
        && (1L << Math.max(0, groups.size() - 1)) * network.size() <= MOST_ENTRIES
        && known < NONE / 2;
  }

  /**
   * @param known a tree that is not the cheapest yet
   */
  static Tree solve(Network network, Groups groups, Tree known) {
    return groups.size() < 2 ? known : new GroupSteiner(network, groups, known).run();
  }

  private Tree run() {
    for (int set = 1; set < rows.length; set++) {
      fill(set);
    }
    int full = rows.length - 1;
    int best = -1;
    for (int v : groups.holders()[root]) {
      if (value(full, v) != NONE && (best < 0 || value(full, v) < value(full, best))) {
        best = v;
      }
    }
    if (best < 0) {
      throw new IllegalStateException("The programme has lost the tree that was known.");
    }
    BitSet nodes = new BitSet();
    BitSet ties = new BitSet();
    unfold(full, best, nodes, ties);
    return Tree.of(network, groups, nodes, ties);
  }

  private int value(int set, int v) {
    int[] done = rows[set];
    return done == null ? NONE : done[v];
  }

  private void fill(int set) {
    row = new int[network.size()];
    Arrays.fill(row, NONE);
    int size = 0;
    if (Integer.bitCount(set) == 1) {
      for (int v : groups.holders()[others[Integer.numberOfTrailingZeros(set)]]) {
        size = offer(set, v, groups.nodeCost()[v], size);
      }
    }
    int lowest = Integer.lowestOneBit(set);
    for (int sub = (set - 1) & set; sub > 0; sub = (sub - 1) & set) {
      int rest = set ^ sub;
      if ((sub & lowest) == 0 || reached[sub] == null || reached[rest] == null) {
        continue;
      }
      boolean swap = reached[rest].length < reached[sub].length;
      int[] list = reached[swap ? rest : sub];
      int[] first = rows[swap ? rest : sub];
      int[] second = rows[swap ? sub : rest];
      for (int v : list) {
        if (second[v] != NONE) {
          long sum = (long) first[v] + second[v] - groups.nodeCost()[v];
          if (sum < row[v]) {
            size = offer(set, v, sum, size);
          }
        }
      }
    }
    if (size > 0) {
      spread(set, size);
    }
  }

  /** Notes a cost unless it cannot become part of a tree as cheap as the known one. */
  private int offer(int set, int v, long cost, int size) {
    if (cost >= row[v] || cost > known || !mayHelp(set, v, cost)) {
      return size;
    }
    int after = size;
    if (row[v] == NONE) {
      buffer[after++] = v;
    }
    row[v] = (int) cost;
    heap.add(cost, v);
    return after;
  }

  private boolean mayHelp(int set, int v, long cost) {
    long room = known - cost;
    int base = v * groups.size();
    if (farthest[base + others.length] > room) {
      return false;
    }
    for (int missing = (rows.length - 1) & ~set; missing != 0; missing &= missing - 1) {
      if (farthest[base + Integer.numberOfTrailingZeros(missing)] > room) {
        return false;
      }
    }
    return true;
  }

  private void spread(int set, int begun) {
    int size = begun;
    while (!heap.isEmpty()) {
      long near = heap.leastKey();
      int v = heap.removeLeast();
      if (near > row[v]) {
        continue;
      }
      for (int k = network.start[v]; k < network.start[v + 1]; k++) {
        int u = network.neighbour[k];
        if (groups.allowed().get(u)) {
          long far = near + network.cost[network.tie[k]] + groups.nodeCost()[u];
          size = offer(set, u, far, size);
        }
      }
    }
    rows[set] = row;
    reached[set] = Arrays.copyOf(buffer, size);
    Arrays.sort(reached[set]);
  }

  /** Finds again how a part of the tree came to its cost. */
  private void unfold(int set, int end, BitSet nodes, BitSet ties) {
    int[] through = new int[network.size()];
    Arrays.fill(through, -1);
    BitSet seen = new BitSet();
    seen.set(end);
    int[] queue = new int[network.size()];
    int size = 0;
    queue[size++] = end;
    for (int at = 0; at < size; at++) {
      int v = queue[at];
      int split = split(set, v);
      if (split >= 0) {
        for (int u = v; u != end; u = network.other(through[u], u)) {
          nodes.set(u);
          ties.set(through[u]);
        }
        nodes.set(end);
        if (split > 0) {
          unfold(split, v, nodes, ties);
          unfold(set ^ split, v, nodes, ties);
        }
        return;
      }
      for (int k = network.start[v]; k < network.start[v + 1]; k++) {
        int u = network.neighbour[k];
        long before = value(set, u);
        boolean tight =
            before != NONE
                && before + network.cost[network.tie[k]] + groups.nodeCost()[v] == rows[set][v];
        if (tight && !seen.get(u)) {
          seen.set(u);
          through[u] = network.tie[k];
          queue[size++] = u;
        }
      }
    }
    throw new IllegalStateException("The programme cannot explain its own cost.");
  }

  /** 0 where a part begins, a set where two parts join, -1 where it only passes. */
  private int split(int set, int v) {
    if (Integer.bitCount(set) == 1) {
      int group = others[Integer.numberOfTrailingZeros(set)];
      boolean holds = Arrays.binarySearch(groups.holders()[group], v) >= 0;
      return holds && rows[set][v] == groups.nodeCost()[v] ? 0 : -1;
    }
    for (int sub = (set - 1) & set; sub > 0; sub = (sub - 1) & set) {
      long first = value(sub, v);
      long second = value(set ^ sub, v);
      if (first != NONE
          && second != NONE
          && first + second - groups.nodeCost()[v] == rows[set][v]) {
        return sub;
      }
    }
    return -1;
  }
}
