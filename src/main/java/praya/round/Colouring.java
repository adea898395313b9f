package praya.round;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Edges of a graph in colours, so that no vertex has a colour twice: here the meetings of a day in
 * slots. Vertices may be barred from colours, and a colour may hold only so many edges.
 */
final class Colouring {
  private static final int NONE = -1;

  final int colours;
  final int[] from;
  final int[] to;

  /** Vertex and colour -> edge, or -1. */
  final int[][] at;

  final int[] colour;
  final int[] count;
  private final boolean @Nullable [][] barred;
  private final int limit;

  /** Room for a chain that is turned. */
  private final int[] chain;

  /**
   * @param barred vertex and colour; null when nobody is barred
   * @param limit edges of one colour at most
   */
  Colouring(Appointments meetings, int colours, boolean @Nullable [][] barred, int limit) {
    this.colours = colours;
    chain = new int[meetings.size()];
    from = meetings.from();
    to = meetings.to();
    at = new int[meetings.people()][colours];
    for (int[] row : at) {
      Arrays.fill(row, NONE);
    }
    colour = new int[from.length];
    Arrays.fill(colour, NONE);
    count = new int[colours];
    this.barred = barred;
    this.limit = limit;
  }

  void set(int edge, int c) {
    colour[edge] = c;
    at[from[edge]][c] = edge;
    at[to[edge]][c] = edge;
    count[c]++;
  }

  void clear(int edge) {
    int c = colour[edge];
    colour[edge] = NONE;
    at[from[edge]][c] = NONE;
    at[to[edge]][c] = NONE;
    count[c]--;
  }

  int other(int edge, int vertex) {
    return from[edge] == vertex ? to[edge] : from[edge];
  }

  boolean allows(int vertex, int c) {
    return barred == null || !barred[vertex][c];
  }

  boolean isFree(int vertex, int c) {
    return at[vertex][c] == NONE && allows(vertex, c);
  }

  /** The first free colour of a vertex that knows no bars; there must be one. */
  int free(int vertex) {
    int c = 0;
    while (at[vertex][c] != NONE) {
      c++;
    }
    return c;
  }

  /**
   * Colours an edge, turning a chain of two colours around where no colour is free at both ends.
   */
  boolean place(int edge) {
    int u = from[edge];
    int v = to[edge];
    int emptiest = NONE;
    for (int c = 0; c < colours; c++) {
      if (isFree(u, c) && isFree(v, c) && count[c] < limit) {
        emptiest = emptiest == NONE || count[c] < count[emptiest] ? c : emptiest;
        if (limit == Integer.MAX_VALUE) {
          break;
        }
      }
    }
    if (emptiest != NONE) {
      set(edge, emptiest);
      return true;
    }
    for (int a = 0; a < colours; a++) {
      for (int b = 0; isFree(u, a) && b < colours; b++) {
        if (a != b && isFree(v, b) && count[a] < limit && turn(v, a, b, u)) {
          if (isFree(u, a) && isFree(v, a) && count[a] < limit) {
            set(edge, a);
            return true;
          }
        }
      }
    }
    return false;
  }

  /**
   * Exchanges two colours along the chain that begins at a vertex with the first of them, unless it
   * ends at {@code not}, somebody on it is barred, or a colour gets too full.
   */
  boolean turn(int start, int a, int b, int not) {
    int length = 0;
    int vertex = start;
    int c = a;
    for (int edge = at[vertex][c]; edge != NONE; edge = at[vertex][c]) {
      vertex = other(edge, vertex);
      c = c == a ? b : a;
      length++;
      if (vertex == not || !allows(vertex, a) || !allows(vertex, b)) {
        return false;
      }
    }
    if (length % 2 == 1 && count[b] >= limit) {
      return false;
    }
    exchange(start, a, b);
    return true;
  }

  /** Exchanges two colours along the chain that begins at a vertex with the first of them. */
  void exchange(int start, int a, int b) {
    int[] edges = chain;
    int size = 0;
    int vertex = start;
    int c = a;
    for (int edge = at[vertex][c]; edge != NONE; edge = at[vertex][c]) {
      edges[size++] = edge;
      vertex = other(edge, vertex);
      c = c == a ? b : a;
    }
    int[] old = new int[size];
    for (int i = 0; i < size; i++) {
      old[i] = colour[edges[i]];
      clear(edges[i]);
    }
    for (int i = 0; i < size; i++) {
      set(edges[i], old[i] == a ? b : a);
    }
  }

  /** Evens out how full colours are; whatever the graph, they then differ by one at most. */
  void balance() {
    while (true) {
      int big = 0;
      int small = 0;
      for (int c = 1; c < colours; c++) {
        big = count[c] > count[big] ? c : big;
        small = count[c] < count[small] ? c : small;
      }
      if (count[big] - count[small] < 2) {
        return;
      }
      int before = count[big];
      for (int v = 0; v < at.length && count[big] == before; v++) {
        if (at[v][big] != NONE && at[v][small] == NONE && endsIn(v, big, small)) {
          exchange(v, big, small);
        }
      }
    }
  }

  /** Whether a chain ends with the colour that it begins with. */
  private boolean endsIn(int start, int a, int b) {
    int vertex = start;
    int c = a;
    int length = 0;
    for (int edge = at[vertex][c]; edge != NONE; edge = at[vertex][c]) {
      vertex = other(edge, vertex);
      c = c == a ? b : a;
      length++;
    }
    return length % 2 == 1;
  }
}
