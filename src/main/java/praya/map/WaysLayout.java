package praya.map;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import praya.domain.Organisation;
import praya.map.MapService.Line;
import praya.map.MapService.Node;
import praya.map.RadialLayout.Spot;
import praya.match.PathService;
import praya.match.PathService.Way;

/** The ways between two as a drawing: who asks on the left, who is sought on the right. */
final class WaysLayout {
  private static final double HALF = 420;
  private static final double ROW = 150;

  private final List<Node> nodes = new ArrayList<>();
  private final List<Line> lines = new ArrayList<>();
  private final Set<Set<Integer>> drawn = new HashSet<>();
  private final Map<String, Integer> places = new HashMap<>();

  private WaysLayout() {}

  /** One row for each way; whoever is on several stands on the first of them. */
  static MapService.Ego of(PathService.Ways ways) {
    var layout = new WaysLayout();
    layout.place(ways.from(), 0, new Spot(-HALF, 0, 0));
    double top = -ROW * (ways.items().size() - 1) / 2;
    for (int row = 0; row < ways.items().size(); row++) {
      layout.add(ways.items().get(row), top + row * ROW);
    }
    if (!ways.items().isEmpty()) {
      layout.place(ways.to(), 0, new Spot(HALF, 0, 0));
    }
    return new MapService.Ego(layout.nodes, layout.lines, 0);
  }

  private void add(Way way, double y) {
    int last = way.organisations().size() - 1;
    for (int i = 1; i <= last; i++) {
      double x = -HALF + 2 * HALF * i / last;
      Organisation organisation = way.organisations().get(i);
      place(organisation, i, new Spot(x, i == last ? 0 : y, 0));
      int from = place(way.organisations().get(i - 1));
      int to = place(organisation);
      if (drawn.add(Set.of(from, to))) {
        lines.add(new Line(from, to, way.steps().get(i - 1).relations()));
      }
    }
  }

  private int place(Organisation organisation) {
    return places.getOrDefault(organisation.slug(), 0);
  }

  private void place(Organisation organisation, int steps, Spot spot) {
    if (places.putIfAbsent(organisation.slug(), nodes.size()) == null) {
      nodes.add(new Node(organisation, steps, -1, spot));
    }
  }
}
