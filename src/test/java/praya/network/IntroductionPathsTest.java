package praya.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import praya.network.IntroductionPaths.Path;
import praya.network.Network.Edge;

class IntroductionPathsTest {
  @Test
  void firstWay_isTheLikeliestOfAll_andEveryOtherIsOne() {
    for (int seed = 0; seed < 30; seed++) {
      Network<Integer> network = Network.of(Networks.grouped(30, 50, seed));
      TieChance chance = new TieChance(network, (a, b) -> (a + b) % 5);
      var paths = new IntroductionPaths(network, chance);
      for (int from = 0; from < network.size(); from += 3) {
        for (int to = 1; to < network.size(); to += 4) {
          List<Path> all = all(network, chance, new ArrayList<>(List.of(from)), to);
          List<Path> found = paths.find(from, to, 5);
          if (from == to || network.tied(from, to)) {
            assertThat(found).isEmpty();
            continue;
          }
          assertThat(found).hasSize(Math.min(5, all.size()));
          assertThat(new HashSet<>(found)).hasSameSizeAs(found);
          if (!found.isEmpty()) {
            double best = all.stream().mapToDouble(Path::chance).max().orElseThrow();
            assertThat(found.getFirst().chance()).isCloseTo(best, within(1e-9));
          }
          for (Path path : found) {
            assertThat(all)
                .anySatisfy(one -> {
                  assertThat(one.nodes()).isEqualTo(path.nodes());
                  assertThat(one.chance()).isCloseTo(path.chance(), within(1e-9));
                });
          }
        }
      }
    }
  }

  @Test
  void secondWay_avoidsTheBrokerOfTheFirst() {
    // Over m there are two ways, and one a little less likely over n.
    Network<String> network =
        Network.of(
            List.of(
                Edge.of("a", "m"),
                Edge.of("m", "z"),
                Edge.of("m", "x"),
                Edge.of("x", "z"),
                Edge.of("a", "n"),
                Edge.of("n", "z")));
    var paths =
        new IntroductionPaths(
            network,
            (from, k) ->
                network.name(from).equals("n") || network.name(network.neighbour(k)).equals("n")
                    ? 0.55
                    : 0.8);
    List<Path> found = paths.find(network.number("a"), network.number("z"), 3);
    assertThat(found.stream().map(path -> path.nodes().stream().map(network::name).toList()))
        .containsExactly(
            List.of("a", "m", "z"), List.of("a", "n", "z"), List.of("a", "m", "x", "z"));
    assertThat(found.get(2).chance()).isCloseTo(0.512, within(1e-9));
  }

  @Test
  void wayBack_isTheReverse_andBeyondFourStepsThereIsNone() {
    Network<Integer> line =
        Network.of(
            List.of(Edge.of(0, 1), Edge.of(1, 2), Edge.of(2, 3), Edge.of(3, 4), Edge.of(4, 5)));
    var paths = new IntroductionPaths(line, (from, k) -> 0.5);
    assertThat(paths.find(0, 4, 3)).hasSize(1);
    assertThat(paths.find(4, 0, 3).getFirst().nodes())
        .isEqualTo(paths.find(0, 4, 3).getFirst().nodes().reversed());
    assertThat(paths.find(0, 5, 3)).isEmpty();
  }

  @Test
  void closeness_isAnInvertedU() {
    assertThat(TieChance.shape(10)).isEqualTo(1);
    assertThat(TieChance.shape(3)).isBetween(TieChance.shape(0), TieChance.shape(8));
    assertThat(TieChance.shape(60)).isLessThan(TieChance.shape(0) + 0.2);
    Network<Integer> network = Network.of(Networks.grouped(40, 120, 1));
    TieChance young = new TieChance(network, (a, b) -> 0);
    TieChance old = new TieChance(network, (a, b) -> TieChance.HALF_LIFE);
    for (int k = 0; k < network.begin(1); k++) {
      assertThat(old.of(0, k)).isCloseTo(young.of(0, k) / 2, within(1e-12));
      assertThat(young.of(0, k)).isBetween(TieChance.LOWEST, TieChance.HIGHEST);
    }
  }

  private static List<Path> all(
      Network<Integer> network, TieChance chance, List<Integer> begun, int to) {
    List<Path> found = new ArrayList<>();
    int last = begun.getLast();
    if (last == to) {
      double product = 1;
      for (int i = 1; i < begun.size(); i++) {
        product *= chance.of(begun.get(i - 1), network.indexOf(begun.get(i - 1), begun.get(i)));
      }
      return List.of(new Path(begun, product));
    }
    if (begun.size() <= IntroductionPaths.MAX_STEPS) {
      for (int k = network.begin(last); k < network.begin(last + 1); k++) {
        if (!begun.contains(network.neighbour(k))) {
          List<Integer> longer = new ArrayList<>(begun);
          longer.add(network.neighbour(k));
          found.addAll(all(network, chance, longer, to));
        }
      }
    }
    return found;
  }
}
