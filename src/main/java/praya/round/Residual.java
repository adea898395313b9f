package praya.round;

import java.util.Arrays;

/**
 * The optimal flow of the double cover of a pool, kept optimal while pairs are forbidden or forced:
 * each change is mended by two shortest paths on reduced costs.
 */
final class Residual {
  private static final long FAR = Long.MAX_VALUE / 4;

  private final Shape shape;
  private final int[] flow;
  private final long[] potential;

  /** Arcs that are no longer free. */
  private final boolean[] settled;

  /** What all copies share: the network, its neighbourhoods, and room to search in. */
  private static final class Shape {
    final Arcs arcs;
    final int pairs;
    final int[] start;
    final int[] incident;
    final long[] distance;
    final int[] through;
    final boolean[] done;
    final int[] touched;
    int touches;
    final LongHeap heap = new LongHeap();

    Shape(Arcs arcs, int pairs) {
      this.arcs = arcs;
      this.pairs = pairs;
      int nodes = arcs.nodes();
      start = new int[nodes + 1];
      for (int arc = 0; arc < arcs.size(); arc++) {
        start[arcs.tails()[arc] + 1]++;
        start[arcs.heads()[arc] + 1]++;
      }
      for (int node = 0; node < nodes; node++) {
        start[node + 1] += start[node];
      }
      int[] next = Arrays.copyOf(start, nodes);
      incident = new int[start[nodes]];
      for (int arc = 0; arc < arcs.size(); arc++) {
        incident[next[arcs.tails()[arc]]++] = arc;
        incident[next[arcs.heads()[arc]]++] = ~arc;
      }
      distance = new long[nodes];
      Arrays.fill(distance, FAR);
      through = new int[nodes];
      done = new boolean[nodes];
      touched = new int[nodes];
    }
  }

  Residual(Arcs arcs, int pairs, NetworkSimplex solved) {
    shape = new Shape(arcs, pairs);
    flow = solved.flow();
    potential = solved.potential().clone();
    settled = new boolean[2 * pairs];
  }

  private Residual(Residual other) {
    shape = other.shape;
    flow = other.flow.clone();
    potential = other.potential.clone();
    settled = other.settled.clone();
  }

  Residual copy() {
    return new Residual(this);
  }

  /** Twice the worth of the flow as a choice by halves. */
  long worth() {
    long sum = 0;
    for (int arc = 0; arc < flow.length; arc++) {
      sum -= flow[arc] * shape.arcs.costs()[arc];
    }
    return sum;
  }

  /** How many halves of each pair are chosen. */
  byte[] halves() {
    byte[] halves = new byte[shape.pairs];
    for (int e = 0; e < shape.pairs; e++) {
      halves[e] = (byte) (flow[e] + flow[shape.pairs + e]);
    }
    return halves;
  }

  /** Settles a pair; false when nothing fits any more, and then this is of no more use. */
  boolean settle(int pair, boolean chosen) {
    return settleArc(pair, chosen) && settleArc(shape.pairs + pair, chosen);
  }

  private boolean settleArc(int arc, boolean chosen) {
    settled[arc] = true;
    int wanted = chosen ? 1 : 0;
    if (flow[arc] == wanted) {
      return true;
    }
    flow[arc] = wanted;
    int tail = shape.arcs.tails()[arc];
    int head = shape.arcs.heads()[arc];
    return chosen ? send(head, tail) : send(tail, head);
  }

  /** Brings one unit from where there is one too many to where one is missing. */
  private boolean send(int source, int target) {
    boolean found = search(source, target);
    if (found) {
      long reach = shape.distance[target];
      for (int t = 0; t < shape.touches; t++) {
        int node = shape.touched[t];
        if (shape.done[node]) {
          potential[node] += shape.distance[node] - reach;
        }
      }
      for (int node = target; node != source; ) {
        int step = shape.through[node];
        if (step >= 0) {
          flow[step]++;
          node = shape.arcs.tails()[step];
        } else {
          flow[~step]--;
          node = shape.arcs.heads()[~step];
        }
      }
    }
    for (int t = 0; t < shape.touches; t++) {
      shape.distance[shape.touched[t]] = FAR;
      shape.done[shape.touched[t]] = false;
    }
    shape.touches = 0;
    shape.heap.clear();
    return found;
  }

  private boolean search(int source, int target) {
    shape.distance[source] = 0;
    shape.touched[shape.touches++] = source;
    shape.heap.add(0, source);
    while (!shape.heap.isEmpty()) {
      long near = shape.heap.leastKey();
      int node = shape.heap.removeLeast();
      if (shape.done[node]) {
        continue;
      }
      shape.done[node] = true;
      if (node == target) {
        return true;
      }
      for (int k = shape.start[node]; k < shape.start[node + 1]; k++) {
        relax(node, near, shape.incident[k]);
      }
    }
    return false;
  }

  private void relax(int node, long near, int step) {
    boolean forward = step >= 0;
    int arc = forward ? step : ~step;
    boolean room = forward ? flow[arc] < shape.arcs.capacities()[arc] : flow[arc] > 0;
    if (!room || (arc < settled.length && settled[arc])) {
      return;
    }
    int other = forward ? shape.arcs.heads()[arc] : shape.arcs.tails()[arc];
    long cost = forward ? shape.arcs.costs()[arc] : -shape.arcs.costs()[arc];
    long far = near + cost + potential[node] - potential[other];
    if (far < shape.distance[other]) {
      if (shape.distance[other] == FAR) {
        shape.touched[shape.touches++] = other;
      }
      shape.distance[other] = far;
      shape.through[other] = step;
      shape.heap.add(far, other);
    }
  }
}
