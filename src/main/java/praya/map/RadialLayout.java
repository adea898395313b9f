package praya.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.IntUnaryOperator;
import praya.map.EgoGraph.Member;

/**
 * Where the members of an ego graph stand: the centre in the middle, those tied to it on a ring,
 * the others on a ring outside, each near whom it is tied to. Members of one community stand
 * together. Nothing is left to chance, so the same graph is always drawn alike.
 */
final class RadialLayout {
  /** From the middle to the inner and the outer ring, in units of the drawing. */
  static final double INNER = 170;

  static final double OUTER = 350;

  private static final double FULL = 2 * Math.PI;

  /** A place; the angle runs clockwise from the top, in radians. */
  record Spot(double x, double y, double angle) {
    private static Spot at(double radius, double angle) {
      return new Spot(radius * Math.sin(angle), -radius * Math.cos(angle), angle);
    }
  }

  private final Map<Integer, Spot> spots = new HashMap<>();

  private RadialLayout() {}

  /**
   * Places all members; the middle is at 0, 0.
   *
   * @param community of a node
   * @param tied whether two nodes are tied
   */
  static Map<Integer, Spot> of(
      EgoGraph graph, IntUnaryOperator community, BiPredicate<Integer, Integer> tied) {
    var layout = new RadialLayout();
    List<Integer> inner = ring(graph, 1);
    List<Integer> outer = ring(graph, 2);
    inner.sort(Comparator.<Integer>comparingInt(community::applyAsInt).thenComparing(node -> node));
    Map<Integer, List<Integer>> behind = new HashMap<>();
    for (int far : outer) {
      int parent =
          inner.stream()
              .filter(near -> tied.test(near, far))
              .min(
                  Comparator.<Integer>comparingInt(
                          near -> community.applyAsInt(near) == community.applyAsInt(far) ? 0 : 1)
                      .thenComparingInt(near -> behind.getOrDefault(near, List.of()).size())
                      .thenComparing(near -> near))
              .orElseThrow();
      behind.computeIfAbsent(parent, near -> new ArrayList<>()).add(far);
    }
    graph.members().stream()
        .filter(member -> member.steps() == 0)
        .forEach(member -> layout.spots.put(member.node(), new Spot(0, 0, 0)));
    layout.rings(inner, behind, outer.isEmpty() ? OUTER : INNER);
    return layout.spots;
  }

  private static List<Integer> ring(EgoGraph graph, int steps) {
    return new ArrayList<>(
        graph.members().stream()
            .filter(member -> member.steps() == steps)
            .map(Member::node)
            .toList());
  }

  /** Everybody on the inner ring gets a wedge as wide as what stands behind needs. */
  private void rings(List<Integer> inner, Map<Integer, List<Integer>> behind, double radius) {
    int needed = 0;
    for (int near : inner) {
      needed += Math.max(1, behind.getOrDefault(near, List.of()).size());
    }
    double step = FULL / Math.max(1, needed);
    double angle = 0;
    for (int near : inner) {
      List<Integer> children = behind.getOrDefault(near, List.of());
      double wedge = step * Math.max(1, children.size());
      spots.put(near, Spot.at(radius, angle + wedge / 2));
      for (int i = 0; i < children.size(); i++) {
        spots.put(children.get(i), Spot.at(OUTER, angle + step * (i + 0.5)));
      }
      angle += wedge;
    }
  }
}
