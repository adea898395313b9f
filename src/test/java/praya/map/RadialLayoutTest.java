package praya.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import praya.map.EgoGraph.Member;
import praya.map.RadialLayout.Spot;
import praya.network.Network;
import praya.network.Network.Edge;

/** Who is around a node, and where everybody stands. */
class RadialLayoutTest {
  @Test
  void nearest_areTaken_andOfEquallyNearOnesThoseThatShareMost() {
    // c knows a, b, d; a and b know each other; far ones stand behind a and d.
    Network<String> network =
        network("c-a", "c-b", "c-d", "a-b", "a-e", "b-e", "d-f", "d-g", "f-z");
    EgoGraph ego = EgoGraph.around(network, network.number("c"), 2, 6);
    assertThat(ego.members().stream().map(member -> network.name(member.node())))
        .containsExactly("c", "a", "b", "d", "e", "f");
    assertThat(ego.members()).extracting(Member::steps).containsExactly(0, 1, 1, 1, 2, 2);
    assertThat(ego.leftOut()).as("g; z is three steps away").isEqualTo(1);
    assertThat(EgoGraph.around(network, network.number("c"), 1, 60).members()).hasSize(4);
  }

  @Test
  void places_ofRandomGraphs_areApart_onTheirRings_andTheSameInAnyOrder() {
    Random random = new Random(7);
    for (int round = 0; round < 200; round++) {
      List<Edge<String>> edges = new ArrayList<>();
      int size = 5 + random.nextInt(120);
      for (int i = 0; i < 3 * size; i++) {
        int a = random.nextInt(size);
        int b = random.nextInt(size);
        if (a != b) {
          edges.add(Edge.of("n" + a, "n" + b));
        }
      }
      Network<String> network = Network.of(List.of("n0"), edges);
      Map<Integer, Spot> spots = places(network);
      Collections.shuffle(edges, random);
      assertThat(places(Network.of(List.of("n0"), edges))).isEqualTo(spots);
      List<Spot> all = new ArrayList<>(spots.values());
      for (int i = 0; i < all.size(); i++) {
        double radius = Math.hypot(all.get(i).x(), all.get(i).y());
        assertThat(radius)
            .satisfiesAnyOf(
                far -> assertThat(far).isZero(),
                far -> assertThat(far).isCloseTo(RadialLayout.INNER, within(1e-6)),
                far -> assertThat(far).isCloseTo(RadialLayout.OUTER, within(1e-6)));
        for (int j = 0; j < i; j++) {
          double apart =
              Math.hypot(all.get(i).x() - all.get(j).x(), all.get(i).y() - all.get(j).y());
          assertThat(apart).as("room for a line of text").isGreaterThan(14);
        }
      }
    }
  }

  @Test
  void community_standsTogether() {
    Network<String> network = network("c-a", "c-b", "c-d", "c-e");
    int centre = network.number("c");
    EgoGraph ego = EgoGraph.around(network, centre, 2, 60);
    Map<Integer, Spot> spots =
        RadialLayout.of(
            ego, node -> List.of("a", "e").contains(network.name(node)) ? 1 : 0, network::tied);
    List<String> byAngle =
        spots.entrySet().stream()
            .filter(entry -> entry.getKey() != centre)
            .sorted(Map.Entry.comparingByValue((x, y) -> Double.compare(x.angle(), y.angle())))
            .map(entry -> network.name(entry.getKey()))
            .toList();
    assertThat(byAngle).containsExactly("b", "d", "a", "e");
  }

  private static Map<Integer, Spot> places(Network<String> network) {
    EgoGraph ego = EgoGraph.around(network, network.number("n0"), 2, MapService.MOST_MEMBERS);
    return RadialLayout.of(ego, node -> node % 4, network::tied);
  }

  private static Network<String> network(String... ties) {
    List<Edge<String>> edges = new ArrayList<>();
    for (String tie : ties) {
      edges.add(Edge.of(tie.substring(0, 1), tie.substring(2)));
    }
    return Network.of(edges);
  }
}
