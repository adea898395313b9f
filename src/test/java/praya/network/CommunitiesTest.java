package praya.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import praya.network.Communities.Settings;
import praya.network.Network.Edge;

class CommunitiesTest {
  @Test
  void club_isSplitAsBestAsItCanBe() {
    // Brandes and others proved that no split of the club is better (IEEE TKDE 20, 2008).
    Communities found = Communities.find(Networks.club(), Settings.DEFAULT);
    assertThat(found.modularity()).isCloseTo(0.4197896, within(1e-6));
    assertThat(found.count()).isEqualTo(4);
  }

  @Test
  void smallNetworks_areSplitAsWellAsByTryingEverything() {
    for (int seed = 0; seed < 60; seed++) {
      Network<Integer> network = Network.of(Networks.grouped(8, 4 + seed % 12, seed));
      Communities found = Communities.find(network, Settings.DEFAULT);
      assertThat(found.modularity())
          .as("seed " + seed)
          .isCloseTo(bestOfAll(Level.of(network), new int[network.size()], 0, 0), within(1e-9));
    }
  }

  @Test
  void everySplit_isConnected_andAtLeastLouvains() {
    for (int seed = 0; seed < 40; seed++) {
      Network<Integer> network = Network.of(Networks.grouped(120 + seed, 300, seed));
      Level level = Level.of(network);
      Communities found = Communities.find(network, new Settings(1, seed));
      assertThat(found.modularity())
          .isCloseTo(level.modularity(groups(network, found), 1), within(1e-12));
      assertConnected(network, found);
      for (int other = 0; other < 10; other++) {
        int[] singles = new int[network.size()];
        Arrays.setAll(singles, node -> node);
        int[] louvain = new Descent(1, new Random(other), false).run(level, singles);
        assertThat(found.modularity()).isGreaterThan(level.modularity(louvain, 1) - 1e-9);
      }
    }
  }

  @Test
  void order_changesNothing_norDoesASecondTime() {
    List<Edge<Integer>> edges = Networks.grouped(200, 500, 7);
    Network<Integer> network = Network.of(edges);
    Communities found = Communities.find(network, Settings.DEFAULT);
    for (int seed = 0; seed < 5; seed++) {
      Communities again = Communities.find(Networks.shuffled(edges, seed), Settings.DEFAULT);
      assertThat(groups(network, again)).isEqualTo(groups(network, found));
      assertThat(again.modularity()).isEqualTo(found.modularity());
    }
  }

  @Test
  void resolution_makesCommunitiesSmaller() {
    Network<Integer> network = Network.of(Networks.grouped(200, 600, 3));
    assertThat(Communities.find(network, new Settings(4, 1)).count())
        .isGreaterThan(Communities.find(network, new Settings(0.2, 1)).count());
  }

  @Test
  void networkWithoutTies_isAllAlone() {
    Communities found = Communities.find(Network.of(List.of(1, 2, 3), List.of()), Settings.DEFAULT);
    assertThat(found.count()).isEqualTo(3);
    assertThat(found.modularity()).isZero();
  }

  @Test
  void likeness_isOneForTheSame_andAboutNothingForChance() {
    Communities found = Communities.find(Networks.club(), Settings.DEFAULT);
    assertThat(Communities.likeness(found, found)).isEqualTo(1);
    Random random = new Random(1);
    double sum = 0;
    for (int i = 0; i < 200; i++) {
      int[] chance = random.ints(Networks.club().size(), 0, 4).toArray();
      sum += Communities.likeness(found, new Communities(chance, 4, 0));
    }
    assertThat(sum / 200).isCloseTo(0, within(0.02));
  }

  private static int[] groups(Network<Integer> network, Communities found) {
    return IntStream.range(0, network.size()).map(found::of).toArray();
  }

  private static double bestOfAll(Level level, int[] group, int node, int used) {
    if (node == level.size) {
      return level.modularity(group, 1);
    }
    double best = Double.NEGATIVE_INFINITY;
    for (int own = 0; own <= used; own++) {
      group[node] = own;
      best = Math.max(best, bestOfAll(level, group, node + 1, Math.max(used, own + 1)));
    }
    return best;
  }

  private static void assertConnected(Network<Integer> network, Communities found) {
    for (int community = 0; community < found.count(); community++) {
      int own = community;
      List<Edge<Integer>> within =
          IntStream.range(0, network.size())
              .filter(node -> found.of(node) == own)
              .boxed()
              .flatMap(node ->
                  IntStream.range(network.begin(node), network.begin(node + 1))
                      .filter(k -> found.of(network.neighbour(k)) == own)
                      .mapToObj(k -> Edge.of(node, network.neighbour(k))))
              .toList();
      assertThat(WeakPoints.of(Network.of(within)).partCount()).isLessThanOrEqualTo(1);
    }
  }
}
