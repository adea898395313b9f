package praya.round;

import java.util.ArrayList;
import java.util.List;

/**
 * Colours any simple graph with one colour more than its largest degree, by fans and chains (Misra
 * and Gries).
 */
final class Vizing {
  private final Colouring colouring;

  private Vizing(Colouring colouring) {
    this.colouring = colouring;
  }

  static void fill(Colouring colouring) {
    Vizing vizing = new Vizing(colouring);
    for (int e = 0; e < colouring.from.length; e++) {
      vizing.place(e);
    }
  }

  private void place(int edge) {
    int u = colouring.from[edge];
    List<Integer> fan = fan(edge, u);
    int last = colouring.other(fan.getLast(), u);
    int c = colouring.free(u);
    int d = colouring.free(last);
    colouring.exchange(u, d, c);
    int end = 0;
    // After the chain is turned the fan may hold only up to some edge, whose far end has d free.
    for (int k = 0; k < fan.size(); k++) {
      if (k > 0) {
        int before = colouring.other(fan.get(k - 1), u);
        if (colouring.at[before][colouring.colour[fan.get(k)]] >= 0) {
          break;
        }
      }
      if (colouring.at[colouring.other(fan.get(k), u)][d] < 0) {
        end = k;
        break;
      }
    }
    for (int k = 0; k < end; k++) {
      int next = colouring.colour[fan.get(k + 1)];
      colouring.clear(fan.get(k + 1));
      colouring.set(fan.get(k), next);
    }
    colouring.set(fan.get(end), d);
  }

  /** Edges at a vertex, each in a colour that is free at the far end of the one before. */
  private List<Integer> fan(int edge, int u) {
    List<Integer> fan = new ArrayList<>(List.of(edge));
    boolean grows = true;
    while (grows) {
      grows = false;
      int last = colouring.other(fan.getLast(), u);
      for (int c = 0; c < colouring.colours && !grows; c++) {
        int next = colouring.at[u][c];
        if (next >= 0 && colouring.at[last][c] < 0 && !fan.contains(next)) {
          fan.add(next);
          grows = true;
        }
      }
    }
    return fan;
  }
}
