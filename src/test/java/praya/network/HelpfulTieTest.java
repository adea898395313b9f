package praya.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import praya.network.Network.Edge;

class HelpfulTieTest {
  @Test
  void gain_isThatOfTyingAndCountingAgain() {
    for (int seed = 0; seed < 15; seed++) {
      List<Edge<Integer>> edges = Networks.grouped(60, 55, seed);
      Network<Integer> network = Network.of(edges);
      Communities communities = Communities.find(network, Communities.Settings.DEFAULT);
      long before = near(network);
      long best = 0;
      List<HelpfulTie> found = HelpfulTie.best(network, communities, 5);
      for (int a = 0; a < network.size(); a++) {
        for (int b = a + 1; b < network.size(); b++) {
          if (!network.tied(a, b)) {
            best = Math.max(best, near(with(network, edges, a, b)) - before);
          }
        }
      }
      assertThat(found.getFirst().pairs()).isEqualTo(best);
      for (HelpfulTie tie : found) {
        assertThat(near(with(network, edges, tie.from(), tie.to())) - before)
            .isEqualTo(tie.pairs());
      }
    }
  }

  private static Network<Integer> with(
      Network<Integer> network, List<Edge<Integer>> edges, int a, int b) {
    List<Edge<Integer>> more = new ArrayList<>(edges);
    more.add(Edge.of(network.name(a), network.name(b)));
    return Network.of(more);
  }

  /** Pairs within reach. */
  private static long near(Network<Integer> network) {
    long pairs = 0;
    for (int start = 0; start < network.size(); start++) {
      int[] steps = new int[network.size()];
      java.util.Arrays.fill(steps, -1);
      steps[start] = 0;
      List<Integer> queue = new ArrayList<>(List.of(start));
      for (int i = 0; i < queue.size(); i++) {
        int node = queue.get(i);
        for (int k = network.begin(node); k < network.begin(node + 1); k++) {
          int next = network.neighbour(k);
          if (steps[next] < 0 && steps[node] < HelpfulTie.REACH) {
            steps[next] = steps[node] + 1;
            queue.add(next);
            pairs += next > start ? 1 : 0;
          }
        }
      }
    }
    return pairs;
  }
}
