package praya.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import praya.network.LinkMeasure;
import praya.network.LinkScores;
import praya.network.Network;

/**
 * Who is around one node: those it is tied to, then those tied to these. Of more than fit, the
 * nearest are taken, and among equally near ones those that share most with the centre.
 *
 * @param members the centre first, then by steps
 * @param leftOut how many within two steps did not fit
 */
record EgoGraph(List<Member> members, int leftOut) {
  EgoGraph {
    members = List.copyOf(members);
  }

  /**
   * A node of the graph.
   *
   * @param node its number in the network
   * @param steps 0 for the centre, 1 or 2
   */
  record Member(int node, int steps) {}

  /**
   * The graph around a node.
   *
   * @param steps how far to go, 1 or 2
   * @param most the most members, the centre included; at least 1
   */
  static EgoGraph around(Network<?> network, int centre, int steps, int most) {
    Map<Integer, Integer> distance = new HashMap<>();
    distance.put(centre, 0);
    for (int near : neighbours(network, centre)) {
      distance.put(near, 1);
    }
    if (steps > 1) {
      for (int near : neighbours(network, centre)) {
        neighbours(network, near).forEach(far -> distance.putIfAbsent(far, 2));
      }
    }
    double[] shared = new LinkScores(network).of(centre, LinkMeasure.RESOURCE_ALLOCATION);
    List<Member> members = new ArrayList<>();
    distance.forEach((node, far) -> members.add(new Member(node, far)));
    members.sort(
        Comparator.comparingInt(Member::steps)
            .thenComparingDouble((Member member) -> -shared[member.node()])
            .thenComparingInt(member -> -network.degree(member.node()))
            .thenComparingInt(Member::node));
    int kept = Math.min(most, members.size());
    return new EgoGraph(members.subList(0, kept), members.size() - kept);
  }

  private static List<Integer> neighbours(Network<?> network, int node) {
    List<Integer> neighbours = new ArrayList<>();
    for (int k = network.begin(node); k < network.begin(node + 1); k++) {
      neighbours.add(network.neighbour(k));
    }
    return neighbours;
  }
}
