package praya.round;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Pairs as a graph: participants are vertices in the order of their ids, pairs are edges. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Appointments(List<String> ids, List<Pair> pairs, int[] from, int[] to, int[] degree) {
  static Appointments of(Set<Pair> pairs) {
    List<Pair> sorted = List.copyOf(new TreeSet<>(pairs));
    TreeSet<String> names = new TreeSet<>();
    sorted.forEach(pair -> {
      names.add(pair.first());
      names.add(pair.second());
    });
    List<String> ids = List.copyOf(names);
    int[] from = new int[sorted.size()];
    int[] to = new int[sorted.size()];
    int[] degree = new int[ids.size()];
    for (int e = 0; e < from.length; e++) {
      from[e] = java.util.Collections.binarySearch(ids, sorted.get(e).first());
      to[e] = java.util.Collections.binarySearch(ids, sorted.get(e).second());
      degree[from[e]]++;
      degree[to[e]]++;
    }
    return new Appointments(ids, sorted, from, to, degree);
  }

  int people() {
    return ids.size();
  }

  int size() {
    return from.length;
  }

  int busiest() {
    return Arrays.stream(degree).max().orElse(0);
  }

  /** Which of the connected parts each belongs to, and the side in it; whether sides hold. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Parts(int[] part, int count, boolean twoSided) {}

  Parts parts() {
    int n = people();
    int[] root = new int[2 * n];
    Arrays.setAll(root, i -> i);
    // Everybody twice: as itself and as its other side.
    for (int e = 0; e < from.length; e++) {
      join(root, from[e], to[e] + n);
      join(root, from[e] + n, to[e]);
    }
    boolean twoSided = true;
    for (int i = 0; i < n; i++) {
      twoSided &= find(root, i) != find(root, i + n);
    }
    int[] plain = new int[n];
    Arrays.setAll(plain, i -> i);
    for (int e = 0; e < from.length; e++) {
      join(plain, from[e], to[e]);
    }
    int[] part = new int[n];
    int[] number = new int[n];
    int count = 0;
    for (int i = 0; i < n; i++) {
      int top = find(plain, i);
      if (number[top] == 0) {
        number[top] = ++count;
      }
      part[i] = number[top] - 1;
    }
    return new Parts(part, count, twoSided);
  }

  private static int find(int[] root, int i) {
    int at = i;
    while (root[at] != at) {
      root[at] = root[root[at]];
      at = root[at];
    }
    return at;
  }

  private static void join(int[] root, int a, int b) {
    root[find(root, a)] = find(root, b);
  }
}
