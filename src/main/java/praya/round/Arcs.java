package praya.round;

import java.util.Arrays;

/** The arcs of a network, in the order in which they were added. */
final class Arcs {
  private final int nodes;
  private int[] tails;
  private int[] heads;
  private int[] capacities;
  private long[] costs;
  private int size;

  Arcs(int nodes, int expected) {
    this.nodes = nodes;
    tails = new int[expected];
    heads = new int[expected];
    capacities = new int[expected];
    costs = new long[expected];
  }

  int add(int tail, int head, int capacity, long cost) {
    if (size == tails.length) {
      int more = size * 2 + 16;
      tails = Arrays.copyOf(tails, more);
      heads = Arrays.copyOf(heads, more);
      capacities = Arrays.copyOf(capacities, more);
      costs = Arrays.copyOf(costs, more);
    }
    tails[size] = tail;
    heads[size] = head;
    capacities[size] = capacity;
    costs[size] = cost;
    return size++;
  }

  int nodes() {
    return nodes;
  }

  int size() {
    return size;
  }

  int[] tails() {
    return tails;
  }

  int[] heads() {
    return heads;
  }

  int[] capacities() {
    return capacities;
  }

  long[] costs() {
    return costs;
  }
}
