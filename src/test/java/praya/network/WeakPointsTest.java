package praya.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import praya.network.Network.Edge;

class WeakPointsTest {
  @Test
  void bridgesAndBrokers_areThoseWhoseLossParts() {
    for (int seed = 0; seed < 40; seed++) {
      Network<Integer> network = Network.of(Networks.grouped(40, 30 + seed, seed));
      WeakPoints found = WeakPoints.of(network);
      List<Edge<Integer>> ties = ties(network);
      assertThat(found.partCount()).isEqualTo(parts(network.names(), ties));
      List<List<Integer>> bridges = new ArrayList<>();
      for (Edge<Integer> tie : ties) {
        List<Edge<Integer>> others = new ArrayList<>(ties);
        others.remove(tie);
        if (parts(network.names(), others) > found.partCount()) {
          bridges.add(List.of(network.number(tie.from()), network.number(tie.to())));
        }
      }
      assertThat(found.bridges().stream().map(b -> List.of(b.from(), b.to())).toList())
          .containsExactlyElementsOf(bridges);
      List<Integer> brokers = new ArrayList<>();
      for (int node = 0; node < network.size(); node++) {
        Integer gone = network.name(node);
        List<Integer> names = new ArrayList<>(network.names());
        names.remove(gone);
        List<Edge<Integer>> others =
            ties.stream().filter(t -> !t.from().equals(gone) && !t.to().equals(gone)).toList();
        int alone = network.degree(node) == 0 ? 1 : 0;
        if (parts(names, others) > found.partCount() - alone) {
          brokers.add(node);
        }
      }
      assertThat(found.brokers()).containsExactlyElementsOf(brokers);
    }
  }

  private static List<Edge<Integer>> ties(Network<Integer> network) {
    List<Edge<Integer>> ties = new ArrayList<>();
    for (int node = 0; node < network.size(); node++) {
      for (int k = network.begin(node); k < network.begin(node + 1); k++) {
        if (network.neighbour(k) > node) {
          ties.add(Edge.of(network.name(node), network.name(network.neighbour(k))));
        }
      }
    }
    return ties;
  }

  private static int parts(List<Integer> nodes, List<Edge<Integer>> ties) {
    return WeakPoints.of(Network.of(nodes, ties)).partCount();
  }
}
