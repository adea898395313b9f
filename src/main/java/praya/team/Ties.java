package praya.team;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import praya.consortium.Task;
import praya.domain.Relation;
import praya.graph.EcosystemGraph;
import praya.network.Network;
import praya.network.Network.Edge;
import praya.network.TieChance;

/**
 * What it costs to work over each relation of a graph: the likelier an introduction is passed on
 * over it, the less. The negative logarithm makes the cost of a way the sum of its steps.
 */
record Ties(EcosystemGraph graph, int year, Network<UUID> network, TieChance chance) {

  static Ties of(EcosystemGraph graph, int year) {
    List<Edge<UUID>> edges = new ArrayList<>();
    for (UUID organisation : graph.organisations()) {
      for (UUID neighbour : graph.neighbours(organisation)) {
        if (organisation.compareTo(neighbour) < 0) {
          edges.add(Edge.of(organisation, neighbour));
        }
      }
    }
    Network<UUID> network = Network.of(edges);
    return new Ties(
        graph,
        year,
        network,
        new TieChance(
            network,
            (a, b) -> age(graph.relationsBetween(network.name(a), network.name(b)), year)));
  }

  /** The years since the latest relation began; 0 where no relation says. */
  private static double age(List<Relation> relations, int year) {
    return relations.stream()
        .map(relation -> relation.content().since())
        .filter(Objects::nonNull)
        .mapToInt(since -> Math.max(0, year - Integer.parseInt(since.substring(0, 4))))
        .min()
        .orElse(0);
  }

  /** The relations among those that have a name, by their names. */
  List<Task.Relation> among(Function<UUID, @Nullable String> names) {
    List<Task.Relation> relations = new ArrayList<>();
    for (int from = 0; from < network.size(); from++) {
      String one = names.apply(network.name(from));
      if (one == null) {
        continue;
      }
      for (int k = network.begin(from); k < network.begin(from + 1); k++) {
        int to = network.neighbour(k);
        String other = names.apply(network.name(to));
        if (from < to && other != null) {
          relations.add(new Task.Relation(one, other, cost(from, k)));
        }
      }
    }
    return relations;
  }

  private long cost(int from, int index) {
    return Math.round(-StrictMath.log(chance.of(from, index)) * Task.SCALE);
  }
}
