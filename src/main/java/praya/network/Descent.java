package praya.network;

import java.util.Arrays;
import java.util.Random;

/**
 * One pass of Leiden, or of Louvain when nothing is refined: nodes move to the group where
 * modularity gains most, groups become nodes, and so on until nothing moves.
 */
final class Descent {
  private static final double NOTHING = 1e-12;

  private final double resolution;
  private final Random random;
  private final boolean refined;

  Descent(double resolution, Random random, boolean refined) {
    this.resolution = resolution;
    this.random = random;
    this.refined = refined;
  }

  /** The group of each node after the pass, which begins with these groups. */
  int[] run(Level bottom, int[] begin) {
    Level level = bottom;
    int[] group = begin.clone();
    // Where each node of the bottom has gone.
    int[] place = new int[bottom.size];
    Arrays.setAll(place, node -> node);
    while (true) {
      boolean moved = move(level, group);
      renumber(group);
      int[] parts = refined ? refine(level, group) : group.clone();
      int count = renumber(parts);
      if (count == level.size || (!moved && !refined)) {
        break;
      }
      int[] next = new int[count];
      for (int node = 0; node < level.size; node++) {
        next[parts[node]] = group[node];
      }
      Arrays.setAll(place, i -> parts[place[i]]);
      renumber(next);
      level = level.merged(parts, count);
      group = next;
    }
    int[] last = group;
    int[] result = new int[bottom.size];
    Arrays.setAll(result, node -> last[place[node]]);
    return result;
  }

  /** Numbers groups from 0 in the order of their first nodes; returns how many there are. */
  private static int renumber(int[] group) {
    int[] numbers = new int[group.length];
    Arrays.fill(numbers, -1);
    int count = 0;
    for (int node = 0; node < group.length; node++) {
      if (numbers[group[node]] < 0) {
        numbers[group[node]] = count++;
      }
      group[node] = numbers[group[node]];
    }
    return count;
  }

  private boolean move(Level level, int[] group) {
    double[] sums = new double[level.size];
    int[] sizes = new int[level.size];
    for (int node = 0; node < level.size; node++) {
      sums[group[node]] += level.strengths[node];
      sizes[group[node]]++;
    }
    int[] empty = new int[level.size];
    int emptyCount = 0;
    for (int g = level.size - 1; g >= 0; g--) {
      if (sizes[g] == 0) {
        empty[emptyCount++] = g;
      }
    }
    int[] queue = shuffled(level.size);
    boolean[] waits = new boolean[level.size];
    Arrays.fill(waits, true);
    Towards towards = new Towards(level.size);
    boolean moved = false;
    int head = 0;
    for (int waiting = level.size; waiting > 0; waiting--) {
      int node = queue[head];
      head = head + 1 == queue.length ? 0 : head + 1;
      waits[node] = false;
      int own = group[node];
      towards.fill(level, node, group);
      sums[own] -= level.strengths[node];
      double share = resolution * level.strengths[node] / level.total;
      int best = own;
      double gain = towards.weight[own] - share * sums[own];
      for (int i = 0; i < towards.count; i++) {
        int other = towards.groups[i];
        double value = towards.weight[other] - share * sums[other];
        if (value > gain + NOTHING || (value > gain - NOTHING && other < best && best != own)) {
          gain = value;
          best = other;
        }
      }
      if (gain < -NOTHING && emptyCount > 0 && sizes[own] > 1) {
        best = empty[emptyCount - 1];
      }
      towards.clear();
      sums[best] += level.strengths[node];
      if (best != own) {
        if (sizes[best]++ == 0) {
          emptyCount--;
        }
        if (--sizes[own] == 0) {
          empty[emptyCount++] = own;
        }
        group[node] = best;
        moved = true;
        for (int k = level.begins[node]; k < level.begins[node + 1]; k++) {
          int next = level.neighbours[k];
          if (!waits[next] && group[next] != best) {
            waits[next] = true;
            int tail = head + waiting - 1;
            queue[tail < queue.length ? tail : tail - queue.length] = next;
            waiting++;
          }
        }
      }
    }
    return moved;
  }

  /**
   * Splits each group into parts that hold together: every node begins alone, and joins within its
   * group where that gains most, as long as it and the part are well tied to the group.
   */
  private int[] refine(Level level, int[] group) {
    int[] part = new int[level.size];
    Arrays.setAll(part, node -> node);
    double[] sums = level.strengths.clone();
    boolean[] joined = new boolean[level.size];
    double[] groupSums = new double[level.size];
    double[] outward = new double[level.size];
    for (int node = 0; node < level.size; node++) {
      groupSums[group[node]] += level.strengths[node];
      for (int k = level.begins[node]; k < level.begins[node + 1]; k++) {
        outward[node] += group[level.neighbours[k]] == group[node] ? level.weights[k] : 0;
      }
    }
    Towards towards = new Towards(level.size);
    for (int node : shuffled(level.size)) {
      double share = resolution * level.strengths[node] / level.total;
      double rest = groupSums[group[node]] - level.strengths[node];
      if (joined[node] || outward[node] < share * rest) {
        continue;
      }
      towards.fillWithin(level, node, group, part);
      int best = node;
      double gain = 0;
      for (int i = 0; i < towards.count; i++) {
        int other = towards.groups[i];
        double value = towards.weight[other] - share * sums[other];
        boolean tied =
            outward[other]
                >= resolution * sums[other] * (groupSums[group[node]] - sums[other]) / level.total;
        if (other != node && tied && value > gain + NOTHING) {
          gain = value;
          best = other;
        }
      }
      if (best != node) {
        // A part is named by its first node, whose outward ties and sum are those of the part.
        outward[best] += outward[node] - 2 * towards.weight[best];
        sums[best] += level.strengths[node];
        part[node] = best;
        joined[node] = true;
        joined[best] = true;
      }
      towards.clear();
    }
    return part;
  }

  private int[] shuffled(int size) {
    int[] order = new int[size];
    Arrays.setAll(order, i -> i);
    for (int i = size - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swapped = order[i];
      order[i] = order[j];
      order[j] = swapped;
    }
    return order;
  }

  /** The weight of a node's ties towards each group, in arrays that are used again. */
  private static final class Towards {
    private final double[] weight;
    private final int[] groups;
    private int count;

    Towards(int size) {
      weight = new double[size];
      groups = new int[size];
    }

    void fill(Level level, int node, int[] group) {
      for (int k = level.begins[node]; k < level.begins[node + 1]; k++) {
        add(group[level.neighbours[k]], level.weights[k]);
      }
    }

    void fillWithin(Level level, int node, int[] group, int[] part) {
      for (int k = level.begins[node]; k < level.begins[node + 1]; k++) {
        if (group[level.neighbours[k]] == group[node]) {
          add(part[level.neighbours[k]], level.weights[k]);
        }
      }
    }

    private void add(int towards, double value) {
      if (weight[towards] == 0) {
        groups[count++] = towards;
      }
      weight[towards] += value;
    }

    void clear() {
      for (int i = 0; i < count; i++) {
        weight[groups[i]] = 0;
      }
      count = 0;
    }
  }
}
