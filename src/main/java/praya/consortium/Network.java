package praya.consortium;

import com.google.common.math.LongMath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The relations in arrays: nodes by id, both directions of every tie, the cheapest of parallels.
 */
final class Network {
  final List<String> ids;
  final long[] nodeCost;

  /** The ties around each node: from start[v] to start[v + 1]. */
  final int[] start;

  final int[] neighbour;
  final int[] tie;

  /** Per tie. */
  final int[] from;

  final int[] to;
  final long[] cost;

  /** What all costs have been divided by, so that they are small whole numbers. */
  final long unit;

  Network(Task task) {
    TreeSet<String> names = new TreeSet<>(task.skills().keySet());
    for (Task.Relation one : task.relations()) {
      names.add(one.first());
      names.add(one.second());
    }
    ids = List.copyOf(names);
    int n = ids.size();
    Map<String, Integer> number = new HashMap<>();
    for (int v = 0; v < n; v++) {
      number.put(ids.get(v), v);
    }
    nodeCost = new long[n];
    task.costs()
        .forEach((id, c) -> {
          Integer v = number.get(id);
          if (v != null) {
            nodeCost[v] = c;
          }
        });
    Map<Long, Long> cheapest = new HashMap<>();
    for (Task.Relation one : task.relations()) {
      int a = number.getOrDefault(one.first(), 0);
      int b = number.getOrDefault(one.second(), 0);
      if (a != b) {
        cheapest.merge((long) Math.min(a, b) * n + Math.max(a, b), one.cost(), Math::min);
      }
    }
    List<Long> keys = new ArrayList<>(cheapest.keySet());
    Collections.sort(keys);
    int m = keys.size();
    from = new int[m];
    to = new int[m];
    cost = new long[m];
    start = new int[n + 1];
    for (int e = 0; e < m; e++) {
      long key = keys.get(e);
      from[e] = (int) (key / n);
      to[e] = (int) (key % n);
      cost[e] = cheapest.getOrDefault(key, 0L);
      start[from[e] + 1]++;
      start[to[e] + 1]++;
    }
    unit = unit();
    for (int v = 0; v < n; v++) {
      nodeCost[v] /= unit;
    }
    for (int e = 0; e < m; e++) {
      cost[e] /= unit;
    }
    for (int v = 0; v < n; v++) {
      start[v + 1] += start[v];
    }
    int[] next = Arrays.copyOf(start, n);
    neighbour = new int[2 * m];
    tie = new int[2 * m];
    for (int e = 0; e < m; e++) {
      tie[next[from[e]]] = e;
      neighbour[next[from[e]]++] = to[e];
      tie[next[to[e]]] = e;
      neighbour[next[to[e]]++] = from[e];
    }
  }

  /** The greatest number that divides all costs. */
  private long unit() {
    long common = 0;
    for (long[] costs : List.of(nodeCost, cost)) {
      for (long one : costs) {
        common = LongMath.gcd(common, one);
      }
    }
    return Math.max(1, common);
  }

  /** What everything together costs. */
  long total() {
    return Arrays.stream(cost).sum() + Arrays.stream(nodeCost).sum();
  }

  int size() {
    return ids.size();
  }

  int other(int e, int v) {
    return from[e] == v ? to[e] : from[e];
  }

  /** The connected part of each node. */
  int[] parts() {
    int[] part = new int[size()];
    Arrays.fill(part, -1);
    int[] queue = new int[size()];
    int count = 0;
    for (int v = 0; v < size(); v++) {
      if (part[v] >= 0) {
        continue;
      }
      int end = 0;
      queue[end++] = v;
      part[v] = count;
      for (int at = 0; at < end; at++) {
        for (int k = start[queue[at]]; k < start[queue[at] + 1]; k++) {
          if (part[neighbour[k]] < 0) {
            part[neighbour[k]] = count;
            queue[end++] = neighbour[k];
          }
        }
      }
      count++;
    }
    return part;
  }
}
