package praya.consortium;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jgrapht.alg.steiner.KouMarkowskyBermanAlgorithm;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleWeightedGraph;
import org.junit.jupiter.api.Test;

class ConsortiumEngineTest {
  private static final int TRIES = 400;

  @Test
  void smallGraphs_areAsGoodAsTryingEverything() {
    Random random = new Random(1);
    for (int i = 0; i < TRIES; i++) {
      Task task = random(random, 3 + random.nextInt(6), 1 + random.nextInt(5), i % 2 == 0);
      Consortium consortium = ConsortiumEngine.solve(task);
      List<Long> costs = brute(task);
      assertThat(consortium.gap()).isZero();
      if (consortium.teams().getFirst().parts() == 1) {
        assertThat(consortium.teams().getFirst().cost()).isEqualTo(costs.getFirst());
      } else {
        assertThat(costs).isEmpty();
      }
      check(task, consortium);
    }
  }

  /** The k-th team is the cheapest that has not all members of one before. */
  @Test
  void furtherTeams_areTheBestThatDiffer() {
    Random random = new Random(2);
    for (int i = 0; i < TRIES; i++) {
      Task task = best(random(random, 4 + random.nextInt(5), 2, i % 2 == 0), 3);
      Consortium consortium = ConsortiumEngine.solve(task);
      if (consortium.teams().getFirst().parts() > 1) {
        continue;
      }
      List<Set<String>> before = new ArrayList<>();
      for (Consortium.Team team : consortium.teams()) {
        long least = Long.MAX_VALUE;
        for (Map.Entry<Set<String>, Long> one : sets(task).entrySet()) {
          if (before.stream().noneMatch(set -> one.getKey().containsAll(set))) {
            least = Math.min(least, one.getValue());
          }
        }
        assertThat(team.cost()).isEqualTo(least);
        Set<String> members = new TreeSet<>();
        team.members().forEach(m -> members.add(m.id()));
        before.add(members);
      }
      if (consortium.teams().size() < 3) {
        assertThat(sets(task).keySet()).allMatch(set -> before.stream().anyMatch(set::containsAll));
      }
    }
  }

  @Test
  void singleHolders_areNeverWorseThanTheTextbook() {
    Random random = new Random(3);
    int better = 0;
    for (int i = 0; i < 200; i++) {
      int nodes = 20 + random.nextInt(60);
      int terminals = 2 + random.nextInt(i % 10 == 0 ? 25 : 8);
      Task task = graph(random, nodes, 2 * nodes, 9);
      Map<String, Set<String>> skills = new HashMap<>();
      Set<String> need = new TreeSet<>();
      SimpleWeightedGraph<String, DefaultWeightedEdge> graph =
          new SimpleWeightedGraph<>(DefaultWeightedEdge.class);
      Set<String> ends = new HashSet<>();
      for (int k = 0; k < terminals; k++) {
        String node = "n" + random.nextInt(nodes);
        ends.add(node);
        skills.computeIfAbsent(node, id -> new TreeSet<>()).add("s" + k);
        need.add("s" + k);
      }
      for (Task.Relation one : task.relations()) {
        graph.addVertex(one.first());
        graph.addVertex(one.second());
        DefaultWeightedEdge edge = graph.getEdge(one.first(), one.second());
        if (edge == null) {
          graph.setEdgeWeight(graph.addEdge(one.first(), one.second()), one.cost());
        } else {
          graph.setEdgeWeight(edge, Math.min(graph.getEdgeWeight(edge), one.cost()));
        }
      }
      long textbook =
          Math.round(new KouMarkowskyBermanAlgorithm<>(graph).getSteinerTree(ends).getWeight());
      Consortium consortium = ConsortiumEngine.solve(Task.of(task.relations(), skills, need));
      assertThat(consortium.teams().getFirst().cost()).isLessThanOrEqualTo(textbook);
      assertThat(consortium.bound()).isLessThanOrEqualTo(consortium.teams().getFirst().cost());
      better += consortium.teams().getFirst().cost() < textbook ? 1 : 0;
    }
    assertThat(better).isPositive();
  }

  @Test
  void dualAscent_staysBelowAndTheBuilderAbove() {
    Random random = new Random(4);
    for (int i = 0; i < TRIES; i++) {
      Task task = random(random, 5 + random.nextInt(30), 2 + random.nextInt(6), i % 2 == 0);
      Consortium consortium = ConsortiumEngine.solve(task);
      if (consortium.teams().getFirst().parts() > 1 || !consortium.nobody().isEmpty()) {
        continue;
      }
      Network network = new Network(task);
      java.util.BitSet all = new java.util.BitSet();
      all.set(0, network.size());
      int[][] holders = new int[task.need().size()][];
      int g = 0;
      for (String skill : new TreeSet<>(task.need())) {
        holders[g++] =
            java.util.stream.IntStream.range(0, network.size())
                .filter(
                    v -> task.skills().getOrDefault(network.ids.get(v), Set.of()).contains(skill))
                .toArray();
      }
      Groups groups = new Groups(holders, all, network.nodeCost);
      long best = consortium.teams().getFirst().cost();
      assertThat(network.unit * DualAscent.bound(network, groups)).isBetween(0L, best);
      Tree built = Builder.build(network, groups);
      assertThat(built == null ? -1 : network.unit * built.cost()).isGreaterThanOrEqualTo(best);
    }
  }

  @Test
  void limitOfMembers_isKeptAndItsBoundHolds() {
    Random random = new Random(5);
    for (int i = 0; i < TRIES; i++) {
      Task free = random(random, 4 + random.nextInt(5), 3, i % 2 == 0);
      int most = 1 + random.nextInt(4);
      Consortium consortium =
          ConsortiumEngine.solve(
              new Task(free.relations(), free.skills(), free.costs(), free.need(), 2, most));
      long least = Long.MAX_VALUE;
      for (Map.Entry<Set<String>, Long> one : sets(free).entrySet()) {
        least = one.getKey().size() <= most ? Math.min(least, one.getValue()) : least;
      }
      if (consortium.teams().isEmpty()) {
        assertThat(least).isEqualTo(Long.MAX_VALUE);
        assertThat(consortium.remarks()).anyMatch(text -> text.contains("at most " + most));
      } else if (consortium.teams().getFirst().parts() == 1 && consortium.nobody().isEmpty()) {
        assertThat(consortium.bound()).isLessThanOrEqualTo(least);
        assertThat(consortium.teams().getFirst().cost()).isGreaterThanOrEqualTo(least);
        assertThat(consortium.teams()).allMatch(team -> team.members().size() <= most);
      }
    }
  }

  @Test
  void answer_doesNotDependOnTheOrder() {
    Random random = new Random(6);
    for (int i = 0; i < 100; i++) {
      Task task = best(random(random, 30, 5, i % 2 == 0), 3);
      List<Task.Relation> relations = new ArrayList<>();
      for (Task.Relation one : task.relations()) {
        relations.add(new Task.Relation(one.second(), one.first(), one.cost()));
      }
      Collections.shuffle(relations, random);
      Task shuffled =
          new Task(relations, new HashMap<>(task.skills()), task.costs(), task.need(), 3, 0);
      Consortium first = ConsortiumEngine.solve(task);
      assertThat(ConsortiumEngine.solve(shuffled)).isEqualTo(first);
      assertThat(ConsortiumEngine.solve(task)).isEqualTo(first);
    }
  }

  @Test
  void gaps_areToldAndTheRestIsCovered() {
    Consortium consortium =
        ConsortiumEngine.solve(
            Task.of(
                List.of(new Task.Relation("a", "b", 10)),
                Map.of("a", Set.of("x"), "c", Set.of("y")),
                Set.of("x", "y", "z")));
    assertThat(consortium.nobody()).containsExactly("z");
    assertThat(consortium.teams()).hasSize(1);
    assertThat(consortium.teams().getFirst().parts()).isEqualTo(2);
    assertThat(consortium.teams().getFirst().members())
        .extracting(Consortium.Member::id)
        .containsExactly("a", "c");
  }

  @Test
  void nobodyAtAll_isToldToo() {
    Consortium consortium = ConsortiumEngine.solve(Task.of(List.of(), Map.of(), Set.of("x")));
    assertThat(consortium.nobody()).containsExactly("x");
    assertThat(consortium.teams()).isEmpty();
  }

  /** Every team covers what can be covered, and each part hangs together. */
  private static void check(Task task, Consortium consortium) {
    for (Consortium.Team team : consortium.teams()) {
      Set<String> covered = new TreeSet<>(consortium.nobody());
      Map<String, String> root = new HashMap<>();
      long cost = 0;
      for (Consortium.Member member : team.members()) {
        covered.addAll(member.covers());
        root.put(member.id(), member.id());
        cost += member.cost();
      }
      for (Task.Relation one : team.relations()) {
        cost += one.cost();
        String a = find(root, one.first());
        String b = find(root, one.second());
        assertThat(a).isNotEqualTo(b);
        root.put(a, b);
      }
      assertThat(covered).containsAll(task.need());
      assertThat(team.cost()).isEqualTo(cost);
      assertThat(team.relations().size() + team.parts()).isEqualTo(team.members().size());
    }
  }

  private static String find(Map<String, String> root, String id) {
    String at = id;
    while (!root.getOrDefault(at, at).equals(at)) {
      at = root.getOrDefault(at, at);
    }
    return at;
  }

  /** Costs of all connected sets that cover everything, the least first. */
  private static List<Long> brute(Task task) {
    List<Long> costs = new ArrayList<>(sets(task).values());
    Collections.sort(costs);
    return costs;
  }

  private static Map<Set<String>, Long> sets(Task task) {
    Network network = new Network(task);
    Map<Set<String>, Long> sets = new HashMap<>();
    Set<String> possible = new TreeSet<>();
    task.skills().values().forEach(possible::addAll);
    possible.retainAll(task.need());
    for (int bits = 1; bits < 1 << network.size(); bits++) {
      Set<String> covered = new TreeSet<>();
      Set<String> members = new TreeSet<>();
      long cost = 0;
      for (int v = 0; v < network.size(); v++) {
        if ((bits >> v & 1) == 1) {
          members.add(network.ids.get(v));
          covered.addAll(task.skills().getOrDefault(network.ids.get(v), Set.of()));
          cost += network.nodeCost[v];
        }
      }
      if (!covered.containsAll(possible)) {
        continue;
      }
      long tree = spanning(network, bits);
      if (tree >= 0) {
        sets.put(members, (cost + tree) * network.unit);
      }
    }
    return sets;
  }

  /** Prim; -1 when the set does not hang together. */
  private static long spanning(Network network, int bits) {
    int inside = Integer.lowestOneBit(bits);
    long sum = 0;
    while (inside != bits) {
      long least = Long.MAX_VALUE;
      int next = 0;
      for (int e = 0; e < network.from.length; e++) {
        int a = 1 << network.from[e];
        int b = 1 << network.to[e];
        boolean leaves = ((inside & a) == 0) != ((inside & b) == 0);
        if (leaves && (bits & a) != 0 && (bits & b) != 0 && network.cost[e] < least) {
          least = network.cost[e];
          next = a | b;
        }
      }
      if (next == 0) {
        return -1;
      }
      sum += least;
      inside |= next;
    }
    return sum;
  }

  private static Task best(Task task, int best) {
    return new Task(task.relations(), task.skills(), task.costs(), task.need(), best, 0);
  }

  private static Task graph(Random random, int nodes, int more, int dearest) {
    List<Task.Relation> relations = new ArrayList<>();
    for (int v = 1; v < nodes; v++) {
      relations.add(
          new Task.Relation("n" + v, "n" + random.nextInt(v), random.nextInt(dearest) + 1));
    }
    for (int k = 0; k < more; k++) {
      int a = random.nextInt(nodes);
      int b = random.nextInt(nodes);
      if (a != b) {
        relations.add(new Task.Relation("n" + a, "n" + b, random.nextInt(dearest) + 1));
      }
    }
    return Task.of(relations, Map.of(), Set.of());
  }

  /**
   * Sometimes in parts, with capabilities that nobody has, with costs of 0, with costs of nodes.
   */
  private static Task random(Random random, int nodes, int needs, boolean nodeCosts) {
    List<Task.Relation> relations = new ArrayList<>();
    for (int k = 0; k < nodes * 3 / 2; k++) {
      int a = random.nextInt(nodes);
      int b = random.nextInt(nodes);
      if (a != b) {
        relations.add(new Task.Relation("n" + a, "n" + b, random.nextInt(6)));
      }
    }
    Map<String, Set<String>> skills = new HashMap<>();
    Map<String, Long> costs = new HashMap<>();
    Set<String> need = new TreeSet<>();
    for (int g = 0; g < needs; g++) {
      need.add("s" + g);
      for (int k = 0; k < 1 + random.nextInt(3); k++) {
        skills.computeIfAbsent("n" + random.nextInt(nodes), id -> new TreeSet<>()).add("s" + g);
      }
    }
    for (int v = 0; v < nodes && nodeCosts; v++) {
      costs.put("n" + v, (long) random.nextInt(4));
    }
    return new Task(relations, skills, costs, need, 1, 0);
  }
}
