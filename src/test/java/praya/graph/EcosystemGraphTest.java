package praya.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import praya.domain.LocalText;
import praya.domain.Relation;
import praya.graph.EcosystemGraph.SharedNeighbour;

/** Laws on seeded random graphs against a plain reference, and small graphs drawn by hand. */
class EcosystemGraphTest {
  private static final int SEEDS = 40;

  @Test
  void neighbours_directionAndParallelRelations_collapse() {
    var graph = EcosystemGraph.of(relations("a-b b-a a-b b-c a-a"));
    assertThat(graph.neighbours(id('a'))).containsExactly(id('b'));
    assertThat(graph.relationsBetween(id('b'), id('a')))
        .extracting(Relation::id)
        .containsExactly("r00", "r01", "r02");
    assertThat(graph.size()).isEqualTo(new EcosystemGraph.Size(3, 2, 4));
    assertThat(graph.shared(id('a'), id('c')))
        .extracting(SharedNeighbour::degree)
        .containsExactly(2);
    assertThat(graph.resourceAllocation(id('a'), id('c'))).isEqualTo(0.5);
  }

  @Test
  void shared_tellsTheRelationsOfBothSides() {
    var graph = EcosystemGraph.of(relations("a-m m-b a-m a-n b-n"));
    List<SharedNeighbour> shared = graph.shared(id('a'), id('b'));
    assertThat(shared).extracting(SharedNeighbour::id).containsExactly(id('m'), id('n'));
    assertThat(shared.getFirst().withFirst())
        .extracting(Relation::id)
        .containsExactly("r00", "r02");
    assertThat(shared.getFirst().withSecond()).extracting(Relation::id).containsExactly("r01");
    assertThat(graph.shared(id('a'), id('a'))).isEmpty();
  }

  @Test
  void path_ofSeveral_isTheFirstInTheOrderOfIds() {
    var graph = EcosystemGraph.of(relations("a-d d-z a-c c-z a-b b-y y-z"));
    assertThat(graph.path(id('a'), id('z'))).containsExactly(id('a'), id('c'), id('z'));
    assertThat(graph.path(id('z'), id('a'))).containsExactly(id('z'), id('c'), id('a'));
  }

  @Test
  void distance_beyondFourHops_isUnknown() {
    var graph = EcosystemGraph.of(relations("a-b b-c c-d d-e e-f"));
    assertThat(graph.distance(id('a'), id('e'))).hasValue(4);
    assertThat(graph.distance(id('a'), id('f'))).isEmpty();
    assertThat(graph.distance(id('a'), id('a'))).hasValue(0);
    assertThat(graph.distance(id('a'), id('x'))).isEmpty();
    assertThat(graph.distance(id('x'), id('x'))).isEmpty();
  }

  @Test
  void describe_sameRelationTwice_laterVersionCounts() {
    Relation old = relation("r", 1, id('a'), id('b'));
    Relation changed = relation("r", 2, id('a'), id('c'));
    assertThat(EcosystemGraph.of(List.of(changed, old)).describe())
        .isEqualTo(EcosystemGraph.of(List.of(changed)).describe())
        .isNotEqualTo(EcosystemGraph.of(List.of(old)).describe());
    assertThat(EcosystemGraph.EMPTY.describe()).isEmpty();
  }

  @Test
  void measures_onRandomGraphs_agreeWithThePlainReference() {
    forRandomGraphs((seed, relations) -> {
      var graph = EcosystemGraph.of(relations);
      Map<UUID, Set<UUID>> reference = reference(relations);
      for (UUID a : ids()) {
        Set<UUID> ofA = reference.getOrDefault(a, Set.of());
        assertThat(graph.neighbours(a)).as("seed %d", seed).containsExactlyElementsOf(ofA);
        Map<UUID, Double> row = graph.resourceAllocation(a);
        for (UUID b : ids()) {
          Set<UUID> shared = new TreeSet<>(ofA);
          shared.retainAll(reference.getOrDefault(b, Set.of()));
          double sum = 0;
          for (UUID middle : a.equals(b) ? Set.<UUID>of() : shared) {
            sum += 1.0 / reference.get(middle).size();
          }
          assertThat(graph.resourceAllocation(a, b)).as("seed %d", seed).isEqualTo(sum);
          assertThat(row.getOrDefault(b, 0.0)).as("seed %d", seed).isEqualTo(sum);
          assertThat(graph.resourceAllocation(b, a)).isCloseTo(sum, within(0.0));
          assertThat(graph.related(a, b)).isEqualTo(ofA.contains(b));
        }
      }
    });
  }

  @Test
  void path_onRandomGraphs_isAShortestWalkOverTies() {
    forRandomGraphs((seed, relations) -> {
      var graph = EcosystemGraph.of(relations);
      Map<UUID, Set<UUID>> reference = reference(relations);
      for (UUID a : reference.keySet()) {
        Map<UUID, Integer> steps = steps(reference, a);
        for (UUID b : ids()) {
          Integer expected = steps.get(b);
          boolean near = expected != null && expected <= EcosystemGraph.MAX_HOPS;
          assertThat(graph.distance(a, b))
              .as("seed %d", seed)
              .isEqualTo(near ? OptionalInt.of(expected) : OptionalInt.empty());
          List<UUID> path = graph.path(a, b);
          assertThat(graph.path(b, a)).isEqualTo(path.reversed());
          for (int i = 1; i < path.size(); i++) {
            assertThat(graph.related(path.get(i - 1), path.get(i))).isTrue();
          }
          if (near) {
            assertThat(path).startsWith(a).endsWith(b);
          }
        }
      }
    });
  }

  @Test
  void snapshot_ofShuffledRelations_isTheSame() {
    forRandomGraphs((seed, relations) -> {
      var graph = EcosystemGraph.of(relations);
      List<Relation> shuffled = new ArrayList<>(relations);
      Collections.shuffle(shuffled, new Random(seed));
      var again = EcosystemGraph.of(shuffled);
      assertThat(again.describe()).as("seed %d", seed).isEqualTo(graph.describe());
      assertThat(again.size()).isEqualTo(graph.size());
      for (UUID a : ids()) {
        for (UUID b : ids()) {
          assertThat(again.path(a, b)).isEqualTo(graph.path(a, b));
          assertThat(again.shared(a, b)).isEqualTo(graph.shared(a, b));
        }
      }
    });
  }

  private static void forRandomGraphs(BiConsumer<Integer, List<Relation>> law) {
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      List<Relation> relations = new ArrayList<>();
      int count = random.nextInt(45);
      for (int i = 0; i < count; i++) {
        UUID from = ids().get(random.nextInt(ids().size()));
        UUID to = ids().get(random.nextInt(ids().size()));
        relations.add(relation("r%02d".formatted(i), 1, from, to));
      }
      law.accept(seed, relations);
    }
  }

  private static Map<UUID, Set<UUID>> reference(List<Relation> relations) {
    Map<UUID, Set<UUID>> neighbours = new HashMap<>();
    for (Relation relation : relations) {
      if (!relation.fromId().equals(relation.toId())) {
        neighbours.computeIfAbsent(relation.fromId(), k -> new TreeSet<>()).add(relation.toId());
        neighbours.computeIfAbsent(relation.toId(), k -> new TreeSet<>()).add(relation.fromId());
      }
    }
    return neighbours;
  }

  private static Map<UUID, Integer> steps(Map<UUID, Set<UUID>> neighbours, UUID start) {
    Map<UUID, Integer> steps = new HashMap<>(Map.of(start, 0));
    var queue = new ArrayDeque<>(List.of(start));
    while (!queue.isEmpty()) {
      UUID at = queue.remove();
      for (UUID next : neighbours.get(at)) {
        if (steps.putIfAbsent(next, steps.get(at) + 1) == null) {
          queue.add(next);
        }
      }
    }
    return steps;
  }

  private static List<UUID> ids() {
    Set<UUID> ids = new HashSet<>();
    for (char c = 'a'; c <= 'v'; c++) {
      ids.add(id(c));
    }
    return List.copyOf(new TreeSet<>(ids));
  }

  /** {@code a-b b-c} as two relations, r00 and r01. */
  private static List<Relation> relations(String text) {
    List<Relation> relations = new ArrayList<>();
    for (String pair : text.split(" ")) {
      String id = "r%02d".formatted(relations.size());
      relations.add(relation(id, 1, id(pair.charAt(0)), id(pair.charAt(2))));
    }
    return relations;
  }

  private static UUID id(char name) {
    return new UUID(0, name);
  }

  private static Relation relation(String id, long version, UUID from, UUID to) {
    var content =
        new Relation.Content("from", "to", "partner", LocalText.NONE, null, "a test", true);
    return new Relation(id, version, from, to, content);
  }
}
