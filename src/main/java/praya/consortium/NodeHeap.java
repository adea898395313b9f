package praya.consortium;

import java.util.Arrays;

/** A binary heap of nodes by cost; equal costs come out by node. */
final class NodeHeap {
  private long[] keys = new long[64];
  private int[] values = new int[64];
  private int size;

  boolean isEmpty() {
    return size == 0;
  }

  void clear() {
    size = 0;
  }

  long leastKey() {
    return keys[0];
  }

  void add(long key, int value) {
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, size * 2);
      values = Arrays.copyOf(values, size * 2);
    }
    int at = size++;
    while (at > 0) {
      int above = (at - 1) / 2;
      if (keys[above] < key || (keys[above] == key && values[above] <= value)) {
        break;
      }
      keys[at] = keys[above];
      values[at] = values[above];
      at = above;
    }
    keys[at] = key;
    values[at] = value;
  }

  int removeLeast() {
    final int least = values[0];
    long key = keys[--size];
    int value = values[size];
    int at = 0;
    while (true) {
      int below = 2 * at + 1;
      if (below >= size) {
        break;
      }
      if (below + 1 < size
          && (keys[below + 1] < keys[below]
              || (keys[below + 1] == keys[below] && values[below + 1] < values[below]))) {
        below++;
      }
      if (key < keys[below] || (key == keys[below] && value <= values[below])) {
        break;
      }
      keys[at] = keys[below];
      values[at] = values[below];
      at = below;
    }
    keys[at] = key;
    values[at] = value;
    return least;
  }
}
