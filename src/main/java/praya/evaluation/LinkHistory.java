package praya.evaluation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import praya.evaluation.DatedEdges.DatedEdge;
import praya.network.Network;
import praya.network.Network.Edge;

/**
 * A network as it was, and the ties that came after.
 *
 * @param before the network of what is known
 */
record LinkHistory(Network<String> before, List<DatedEdge> known, Later later) {

  /**
   * What came after.
   *
   * @param hidden for each node, by number, those it was tied to; both are of the network and were
   *     not tied before
   * @param strangers ties of which an end was not in the network: nothing can rank them
   * @param repeated ties of pairs that were tied already
   */
  record Later(Map<Integer, Set<Integer>> hidden, int strangers, int repeated) {}

  LinkHistory {
    known = List.copyOf(known);
  }

  Map<Integer, Set<Integer>> hidden() {
    return later.hidden();
  }

  /** Which ties are asked for. */
  enum Asking {
    /** Only the end that the file names first asks. */
    FROM,
    /** Each of the two asks for the other. */
    BOTH
  }

  /** Splits by time: what is dated before the day is known. */
  static LinkHistory at(Collection<DatedEdge> edges, LocalDate day, Asking asking) {
    List<DatedEdge> known = new ArrayList<>();
    List<DatedEdge> later = new ArrayList<>();
    for (DatedEdge edge : edges) {
      LocalDate date = java.util.Objects.requireNonNull(edge.date());
      (date.isBefore(day) ? known : later).add(edge);
    }
    return of(known, later, asking);
  }

  /** Hides a share of the tied pairs, taken by chance; the same for a seed in whatever order. */
  static LinkHistory hiding(Collection<DatedEdge> edges, double share, long seed, Asking asking) {
    Map<String, DatedEdge> pairs = new TreeMap<>();
    for (DatedEdge edge : edges) {
      boolean inOrder = edge.from().compareTo(edge.to()) <= 0;
      String key = (inOrder ? edge.from() : edge.to()) + '\n' + (inOrder ? edge.to() : edge.from());
      pairs.merge(key, edge, (a, b) -> a.from().compareTo(b.from()) <= 0 ? a : b);
    }
    List<DatedEdge> shuffled = new ArrayList<>(pairs.values());
    java.util.Collections.shuffle(shuffled, new Random(seed));
    int count = (int) Math.round(share * shuffled.size());
    return of(shuffled.subList(count, shuffled.size()), shuffled.subList(0, count), asking);
  }

  /**
   * The same question asked within what is known, to choose by it: the latest tenth is hidden, or
   * any tenth where nothing has a date.
   */
  static LinkHistory rehearsal(Collection<DatedEdge> known, Asking asking, long seed) {
    boolean dated = known.stream().allMatch(edge -> edge.date() != null);
    if (dated && known.stream().map(DatedEdge::date).distinct().count() > 1) {
      List<DatedEdge> byDate = new ArrayList<>(known);
      byDate.sort(
          Comparator.comparing(DatedEdge::date, Comparator.nullsFirst(Comparator.naturalOrder())));
      LocalDate latest =
          java.util.Objects.requireNonNull(byDate.get(byDate.size() * 9 / 10).date());
      LinkHistory latestTenth = at(known, latest, asking);
      if (!latestTenth.hidden().isEmpty()) {
        return latestTenth;
      }
    }
    return hiding(known, 0.1, seed, asking);
  }

  private static LinkHistory of(
      Collection<DatedEdge> known, Collection<DatedEdge> later, Asking asking) {
    Network<String> before =
        Network.of(known.stream().map(edge -> Edge.of(edge.from(), edge.to())).toList());
    Map<Integer, Set<Integer>> hidden = new TreeMap<>();
    Set<List<String>> strangers = new HashSet<>();
    Set<List<String>> repeated = new HashSet<>();
    for (DatedEdge edge : later) {
      List<String> pair = new ArrayList<>(new TreeSet<>(List.of(edge.from(), edge.to())));
      var from = before.find(edge.from());
      var to = before.find(edge.to());
      if (pair.size() == 1) {
        continue;
      }
      if (from.isEmpty() || to.isEmpty()) {
        strangers.add(pair);
      } else if (before.tied(from.getAsInt(), to.getAsInt())) {
        repeated.add(pair);
      } else {
        hide(hidden, from.getAsInt(), to.getAsInt());
        if (asking == Asking.BOTH) {
          hide(hidden, to.getAsInt(), from.getAsInt());
        }
      }
    }
    return new LinkHistory(
        before, List.copyOf(known), new Later(hidden, strangers.size(), repeated.size()));
  }

  private static void hide(Map<Integer, Set<Integer>> hidden, int asking, int wanted) {
    hidden.computeIfAbsent(asking, n -> new TreeSet<>()).add(wanted);
  }
}
