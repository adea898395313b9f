package praya.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jgrapht.Graph;
import org.jgrapht.alg.shortestpath.BidirectionalDijkstraShortestPath;
import org.jgrapht.alg.shortestpath.YenKShortestPath;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleWeightedGraph;
import praya.network.Communities;
import praya.network.IntroductionPaths;
import praya.network.Network;
import praya.network.Network.Edge;
import praya.network.TieChance;

/**
 * Ways of introduction and communities on made networks of growing size, beside JGraphT's classes
 * for the same question in the same run. Degrees are skewed, as in real networks.
 */
public final class NetworkBench {
  private static final int QUESTIONS = 400;

  /** The ready classes take seconds for a few ways: enough to know the order of magnitude. */
  private static final int READY_QUESTIONS = 10;

  private static final int WAYS = 5;

  private NetworkBench() {}

  public static void main(String[] args) {
    for (int nodes : new int[] {365, 5_000, 20_000, 50_000}) {
      measure(nodes, 5 * nodes);
    }
  }

  private static void measure(int nodes, int ties) {
    Network<Integer> network = made(nodes, ties);
    long begin = System.nanoTime();
    var paths = new IntroductionPaths(network, new TieChance(network, (a, b) -> 0));
    double prepared = millis(begin);
    Random random = new Random(2);
    List<int[]> pairs = new ArrayList<>();
    for (int i = 0; i < 2 * QUESTIONS; i++) {
      pairs.add(new int[] {random.nextInt(network.size()), random.nextInt(network.size())});
    }
    double[] times = new double[QUESTIONS];
    int found = 0;
    for (int i = 0; i < pairs.size(); i++) {
      begin = System.nanoTime();
      int ways = paths.find(pairs.get(i)[0], pairs.get(i)[1], WAYS).size();
      // The first half warms up.
      if (i >= QUESTIONS) {
        times[i - QUESTIONS] = millis(begin);
        found += ways;
      }
    }
    Arrays.sort(times);
    System.out.printf(
        "%d nodes, %d ties: prepared in %.0f ms; %d ways a question p50 %.2f ms, p99 %.2f ms, %.1f"
            + " found%n",
        network.size(),
        network.edgeCount(),
        prepared,
        WAYS,
        times[QUESTIONS / 2],
        times[QUESTIONS * 99 / 100],
        (double) found / QUESTIONS);
    ready(network, pairs);
    begin = System.nanoTime();
    Communities communities = Communities.find(network, Communities.Settings.DEFAULT);
    System.out.printf(
        "  %d communities, modularity %.4f, in %.0f ms%n",
        communities.count(), communities.modularity(), millis(begin));
  }

  private static void ready(Network<Integer> network, List<int[]> pairs) {
    if (network.size() > 20_000) {
      return;
    }
    Graph<Integer, DefaultWeightedEdge> graph = graph(network);
    var shortest = new BidirectionalDijkstraShortestPath<>(graph);
    long begin = System.nanoTime();
    for (int[] pair : pairs.subList(0, QUESTIONS)) {
      shortest.getPath(pair[0], pair[1]);
    }
    double one = millis(begin) / QUESTIONS;
    var yen = new YenKShortestPath<>(graph);
    begin = System.nanoTime();
    for (int[] pair : pairs.subList(0, READY_QUESTIONS)) {
      yen.getPaths(pair[0], pair[1], WAYS);
    }
    System.out.printf(
        "  JGraphT: one way without a bound of steps %.2f ms, %d ways by Yen %.1f ms%n",
        one, WAYS, millis(begin) / READY_QUESTIONS);
  }

  private static Graph<Integer, DefaultWeightedEdge> graph(Network<Integer> network) {
    var chance = new TieChance(network, (a, b) -> 0);
    Graph<Integer, DefaultWeightedEdge> graph =
        new SimpleWeightedGraph<>(DefaultWeightedEdge.class);
    Map<DefaultWeightedEdge, Double> costs = new HashMap<>();
    for (int node = 0; node < network.size(); node++) {
      graph.addVertex(node);
    }
    for (int node = 0; node < network.size(); node++) {
      for (int k = network.begin(node); k < network.begin(node + 1); k++) {
        if (node < network.neighbour(k)) {
          costs.put(graph.addEdge(node, network.neighbour(k)), -Math.log(chance.of(node, k)));
        }
      }
    }
    costs.forEach(graph::setEdgeWeight);
    return graph;
  }

  private static Network<Integer> made(int nodes, int ties) {
    Random random = new Random(1);
    List<Edge<Integer>> edges = new ArrayList<>();
    for (int i = 0; i < ties; i++) {
      int known = (int) (nodes * random.nextDouble() * random.nextDouble());
      edges.add(Edge.of(known, random.nextInt(nodes)));
    }
    return Network.of(edges);
  }

  private static double millis(long begin) {
    return (System.nanoTime() - begin) / 1e6;
  }
}
