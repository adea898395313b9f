package praya.round;

import java.util.Arrays;

/**
 * The cheapest circulation in a network with whole capacities and costs, by the primal network
 * simplex method with strongly feasible trees and a block search for entering arcs. All potentials
 * are whole numbers and certify the result: an arc below its capacity has no negative reduced cost,
 * an arc with flow no positive one. Node 0 is the root, through which all flow comes and goes.
 */
final class NetworkSimplex {
  /** An arc of the tree has state 0. */
  private static final int AT_ZERO = 1;

  private static final int AT_CAPACITY = -1;

  private final int nodes;
  private final int arcs;
  private final int[] tail;
  private final int[] head;
  private final int[] capacity;
  private final long[] cost;
  private final int[] flow;
  private final byte[] state;
  private final long[] potential;

  /** The tree: arc to the parent, whether it points upwards, and the children as linked lists. */
  private final int[] parent;

  private final int[] parentArc;
  private final boolean[] upwards;
  private final int[] depth;
  private final int[] firstChild;
  private final int[] nextSibling;
  private final int[] previousSibling;
  private final int[] stack;

  private int scanFrom;
  private int join;
  private int out;
  private int moved;
  private int stays;
  private int amount;

  /**
   * @param dear more than any way through the network can bring
   */
  NetworkSimplex(Arcs network, long dear) {
    nodes = network.nodes();
    arcs = network.size();
    int artificial = nodes - 1;
    tail = Arrays.copyOf(network.tails(), arcs + artificial);
    head = Arrays.copyOf(network.heads(), arcs + artificial);
    capacity = Arrays.copyOf(network.capacities(), arcs + artificial);
    cost = Arrays.copyOf(network.costs(), arcs + artificial);
    flow = new int[arcs + artificial];
    state = new byte[arcs + artificial];
    potential = new long[nodes];
    parent = new int[nodes];
    parentArc = new int[nodes];
    upwards = new boolean[nodes];
    depth = new int[nodes];
    firstChild = new int[nodes];
    nextSibling = new int[nodes];
    previousSibling = new int[nodes];
    stack = new int[nodes];
    start(dear);
  }

  /** All nodes hang on the root by arcs that are too dear ever to carry flow. */
  private void start(long dear) {
    Arrays.fill(state, 0, arcs, (byte) AT_ZERO);
    Arrays.fill(firstChild, -1);
    Arrays.fill(nextSibling, -1);
    Arrays.fill(previousSibling, -1);
    parent[0] = -1;
    parentArc[0] = -1;
    for (int node = nodes - 1; node > 0; node--) {
      int arc = arcs + node - 1;
      tail[arc] = node;
      head[arc] = 0;
      capacity[arc] = Integer.MAX_VALUE;
      cost[arc] = dear;
      parentArc[node] = arc;
      upwards[node] = true;
      depth[node] = 1;
      potential[node] = -dear;
      attach(node, 0);
    }
  }

  /** Solves. The network may carry no flow at all, so there is always an answer. */
  NetworkSimplex solve() {
    int block = Math.max(20, (int) Math.sqrt(arcs));
    for (int arc = entering(block); arc >= 0; arc = entering(block)) {
      pivot(arc);
    }
    return this;
  }

  int[] flow() {
    return Arrays.copyOf(flow, arcs);
  }

  long[] potential() {
    return potential;
  }

  private int entering(int block) {
    int best = -1;
    long least = 0;
    int left = block;
    int arc = scanFrom;
    for (int seen = 0; seen < arcs; seen++) {
      long reduced = state[arc] * (cost[arc] + potential[tail[arc]] - potential[head[arc]]);
      if (reduced < least) {
        least = reduced;
        best = arc;
      }
      if (++arc == arcs) {
        arc = 0;
      }
      if (--left == 0) {
        if (best >= 0) {
          break;
        }
        left = block;
      }
    }
    scanFrom = arc;
    return best;
  }

  private void pivot(int arc) {
    findJoin(arc);
    boolean leaves = findLeaving(arc);
    push(arc);
    if (!leaves) {
      state[arc] = (byte) -state[arc];
      return;
    }
    int leaving = parentArc[out];
    state[arc] = 0;
    state[leaving] = (byte) (flow[leaving] == 0 ? AT_ZERO : AT_CAPACITY);
    rehang(arc);
  }

  private void findJoin(int arc) {
    int u = tail[arc];
    int v = head[arc];
    while (u != v) {
      if (depth[u] >= depth[v]) {
        u = parent[u];
      } else {
        v = parent[v];
      }
    }
    join = u;
  }

  /** Of the arcs that limit the push, the last in its direction leaves: trees stay strong. */
  private boolean findLeaving(int arc) {
    int first = state[arc] == AT_ZERO ? tail[arc] : head[arc];
    int second = state[arc] == AT_ZERO ? head[arc] : tail[arc];
    amount = capacity[arc];
    boolean leaves = false;
    for (int node = first; node != join; node = parent[node]) {
      int other = parentArc[node];
      int room = upwards[node] ? flow[other] : capacity[other] - flow[other];
      if (room < amount) {
        amount = room;
        out = node;
        moved = first;
        stays = second;
        leaves = true;
      }
    }
    for (int node = second; node != join; node = parent[node]) {
      int other = parentArc[node];
      int room = upwards[node] ? capacity[other] - flow[other] : flow[other];
      if (room <= amount) {
        amount = room;
        out = node;
        moved = second;
        stays = first;
        leaves = true;
      }
    }
    return leaves;
  }

  private void push(int arc) {
    if (amount == 0) {
      return;
    }
    int change = state[arc] * amount;
    flow[arc] += change;
    for (int node = tail[arc]; node != join; node = parent[node]) {
      flow[parentArc[node]] += upwards[node] ? -change : change;
    }
    for (int node = head[arc]; node != join; node = parent[node]) {
      flow[parentArc[node]] += upwards[node] ? change : -change;
    }
  }

  /** Turns the cut-off part around and hangs it on the entering arc. */
  private void rehang(int arc) {
    int above = stays;
    int arcAbove = arc;
    boolean up = tail[arc] == moved;
    int node = moved;
    while (true) {
      int oldParent = parent[node];
      int oldArc = parentArc[node];
      boolean oldUp = upwards[node];
      detach(node);
      attach(node, above);
      parentArc[node] = arcAbove;
      upwards[node] = up;
      if (node == out) {
        break;
      }
      above = node;
      arcAbove = oldArc;
      up = !oldUp;
      node = oldParent;
    }
    long change =
        upwards[moved]
            ? potential[stays] - cost[arc] - potential[moved]
            : potential[stays] + cost[arc] - potential[moved];
    int size = 0;
    stack[size++] = moved;
    while (size > 0) {
      int next = stack[--size];
      potential[next] += change;
      depth[next] = depth[parent[next]] + 1;
      for (int child = firstChild[next]; child >= 0; child = nextSibling[child]) {
        stack[size++] = child;
      }
    }
  }

  private void attach(int node, int under) {
    parent[node] = under;
    int first = firstChild[under];
    nextSibling[node] = first;
    previousSibling[node] = -1;
    if (first >= 0) {
      previousSibling[first] = node;
    }
    firstChild[under] = node;
  }

  private void detach(int node) {
    int next = nextSibling[node];
    int previous = previousSibling[node];
    if (previous >= 0) {
      nextSibling[previous] = next;
    } else {
      firstChild[parent[node]] = next;
    }
    if (next >= 0) {
      previousSibling[next] = previous;
    }
  }
}
