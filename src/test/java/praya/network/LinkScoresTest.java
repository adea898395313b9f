package praya.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import praya.network.Network.Edge;

class LinkScoresTest {
  private static final Network<Integer> CLUB = Networks.club();

  @Test
  void twoSteps_areThoseOfTheMatrix() {
    agree(LinkMeasure.COMMON_NEIGHBOURS, degree -> 1);
    agree(LinkMeasure.ADAMIC_ADAR, degree -> degree < 2 ? 0 : 1 / Math.log(degree));
    agree(LinkMeasure.RESOURCE_ALLOCATION, degree -> 1.0 / degree);
  }

  private static void agree(LinkMeasure measure, IntToDoubleFunction share) {
    LinkScores scores = new LinkScores(CLUB);
    for (int a = 0; a < CLUB.size(); a++) {
      double[] found = scores.of(a, measure);
      for (int b = 0; b < CLUB.size(); b++) {
        double sum = 0;
        for (int middle = 0; middle < CLUB.size(); middle++) {
          sum +=
              CLUB.tied(a, middle) && CLUB.tied(middle, b)
                  ? share.applyAsDouble(CLUB.degree(middle))
                  : 0;
        }
        assertThat(found[b]).as(measure + " " + a + " " + b).isCloseTo(sum, within(1e-9));
      }
    }
  }

  @Test
  void threeSteps_areThoseOfTheMatrix_forWhomIsNotTied() {
    LinkScores scores = new LinkScores(CLUB);
    for (int a = 0; a < CLUB.size(); a++) {
      double[] found = scores.of(a, LinkMeasure.CO_PARTICIPATION);
      double[] katz = scores.of(a, LinkMeasure.KATZ);
      double[] two = scores.of(a, LinkMeasure.COMMON_NEIGHBOURS);
      for (int b = 0; b < CLUB.size(); b++) {
        if (a == b || CLUB.tied(a, b)) {
          continue;
        }
        double sum = 0;
        int walks = 0;
        for (int x = 0; x < CLUB.size(); x++) {
          for (int y = 0; y < CLUB.size(); y++) {
            if (CLUB.tied(a, x) && CLUB.tied(x, y) && CLUB.tied(y, b)) {
              sum += 1.0 / (CLUB.degree(x) * CLUB.degree(y));
              walks++;
            }
          }
        }
        assertThat(found[b]).isCloseTo(sum, within(1e-9));
        assertThat(katz[b]).isCloseTo(two[b] + 0.05 * walks, within(1e-9));
      }
    }
  }

  @Test
  void twoSides_haveNothingInCommon_butTakePart() {
    Network<String> sides =
        Network.of(
            java.util.List.of(
                Edge.of("a", "1"), Edge.of("a", "2"), Edge.of("b", "2"), Edge.of("b", "3")));
    LinkScores scores = new LinkScores(sides);
    int a = sides.number("a");
    int three = sides.number("3");
    assertThat(scores.of(a, LinkMeasure.COMMON_NEIGHBOURS)[three]).isZero();
    assertThat(scores.of(a, LinkMeasure.CO_PARTICIPATION)[three]).isEqualTo(0.25);
    assertThat(scores.of(a, LinkMeasure.KATZ)[three]).isEqualTo(0.05);
  }

  @Test
  void pageRank_isThatOfTheWholeMatrix_asNearAsItSays() {
    Network<Integer> network = Network.of(Networks.grouped(150, 400, 5));
    LinkScores scores = new LinkScores(network);
    for (int source = 0; source < network.size(); source += 10) {
      double[] found = scores.of(source, LinkMeasure.PAGERANK);
      double[] exact = iterate(network, source);
      for (int node = 0; node < network.size(); node++) {
        assertThat(found[node])
            .isBetween(
                exact[node] - PersonalPageRank.PRECISION * network.strength(node) - 1e-12,
                exact[node] + 1e-12);
      }
    }
  }

  /** Walks that go on for so long that nobody is left. */
  private static double[] iterate(Network<Integer> network, int source) {
    double[] walking = new double[network.size()];
    double[] stopped = new double[network.size()];
    walking[source] = 1;
    for (int step = 0; step < 400; step++) {
      double[] next = new double[network.size()];
      for (int node = 0; node < network.size(); node++) {
        stopped[node] += PersonalPageRank.STOP * walking[node];
        for (int k = network.begin(node); k < network.begin(node + 1); k++) {
          next[network.neighbour(k)] +=
              (1 - PersonalPageRank.STOP)
                  * walking[node]
                  * network.weight(k)
                  / network.strength(node);
        }
      }
      walking = next;
    }
    return stopped;
  }
}
