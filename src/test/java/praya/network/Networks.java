package praya.network;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import praya.network.Network.Edge;

/** Networks for tests, the same for a seed. */
final class Networks {
  private Networks() {}

  /** The club of Zachary (Journal of Anthropological Research 33, 1977): 34 people, 78 ties. */
  static Network<Integer> club() {
    int[][] ties = {
      {1, 2}, {1, 3}, {2, 3}, {1, 4}, {2, 4}, {3, 4}, {1, 5}, {1, 6}, {1, 7}, {5, 7}, {6, 7},
      {1, 8}, {2, 8}, {3, 8}, {4, 8}, {1, 9}, {3, 9}, {3, 10}, {1, 11}, {5, 11}, {6, 11}, {1, 12},
      {1, 13}, {4, 13}, {1, 14}, {2, 14}, {3, 14}, {4, 14}, {6, 17}, {7, 17}, {1, 18}, {2, 18},
      {1, 20}, {2, 20}, {1, 22}, {2, 22}, {24, 26}, {25, 26}, {3, 28}, {24, 28}, {25, 28}, {3, 29},
      {24, 30}, {27, 30}, {2, 31}, {9, 31}, {1, 32}, {25, 32}, {26, 32}, {29, 32}, {3, 33}, {9, 33},
      {15, 33}, {16, 33}, {19, 33}, {21, 33}, {23, 33}, {24, 33}, {30, 33}, {31, 33}, {32, 33},
      {9, 34}, {10, 34}, {14, 34}, {15, 34}, {16, 34}, {19, 34}, {20, 34}, {21, 34}, {23, 34},
      {24, 34}, {27, 34}, {28, 34}, {29, 34}, {30, 34}, {31, 34}, {32, 34}, {33, 34}
    };
    List<Edge<Integer>> edges = new ArrayList<>();
    for (int[] tie : ties) {
      edges.add(Edge.of(tie[0], tie[1]));
    }
    return Network.of(edges);
  }

  /** Edges between groups of nodes, mostly within a group; some twice, some with themselves. */
  static List<Edge<Integer>> grouped(int nodes, int edges, long seed) {
    Random random = new Random(seed);
    List<Edge<Integer>> list = new ArrayList<>();
    int groups = Math.max(1, nodes / 8);
    for (int i = 0; i < edges; i++) {
      int from = random.nextInt(nodes);
      boolean within = random.nextInt(5) > 0;
      int to =
          within ? from % groups + groups * random.nextInt(nodes / groups) : random.nextInt(nodes);
      list.add(new Edge<>(from, Math.min(to, nodes - 1), 1 + random.nextInt(3)));
    }
    return list;
  }

  static Network<Integer> shuffled(List<Edge<Integer>> edges, long seed) {
    List<Edge<Integer>> other = new ArrayList<>();
    Random random = new Random(seed);
    for (Edge<Integer> edge : edges) {
      other.add(random.nextBoolean() ? edge : new Edge<>(edge.to(), edge.from(), edge.weight()));
    }
    Collections.shuffle(other, random);
    return Network.of(other);
  }
}
