package praya.consortium;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds the cheapest teams that cover a need and hang together. */
public final class ConsortiumEngine {
  /** Searches for teams that differ, at most: each may take as long as the first. */
  private static final int MOST_SEARCHES = 300;

  /** Prices per member tried to keep a team small. */
  private static final int PRICES = 40;

  private final Task task;
  private final Network network;
  private final List<String> wanted;
  private final Groups all;
  private final TreeSet<String> nobody;
  private final List<String> remarks = new ArrayList<>();
  private boolean exact = true;

  private ConsortiumEngine(Task task) {
    this.task = task;
    network = new Network(task);
    nobody = new TreeSet<>(task.need());
    task.skills().values().forEach(nobody::removeAll);
    TreeSet<String> covered = new TreeSet<>(task.need());
    covered.removeAll(nobody);
    wanted = List.copyOf(covered);
    BitSet everybody = new BitSet();
    everybody.set(0, network.size());
    all = new Groups(holders(wanted), everybody, network.nodeCost);
  }

  public static Consortium solve(Task task) {
    return new ConsortiumEngine(task).run();
  }

  private int[][] holders(List<String> skills) {
    int[][] holders = new int[skills.size()][];
    for (int g = 0; g < holders.length; g++) {
      String skill = skills.get(g);
      holders[g] =
          java.util.stream.IntStream.range(0, network.size())
              .filter(v -> task.skills().getOrDefault(network.ids.get(v), Set.of()).contains(skill))
              .toArray();
    }
    return holders;
  }

  /** A best tree for some groups and what is proven of its cost. */
  private record Found(Tree tree, long bound) {}

  private Consortium run() {
    List<Consortium.Team> teams = new ArrayList<>();
    long bound = 0;
    int[] part = network.parts();
    List<BitSet> pieces = pieces(part);
    if (pieces.size() == 1) {
      Found first = search(all);
      if (first != null) {
        bound = first.bound();
        differing(all, first).forEach(tree -> teams.add(team(List.of(tree))));
      } else {
        remarks.add(
            (exact ? "No team has at most " : "No team was found that has at most ")
                + task.most()
                + " members.");
      }
    } else if (!pieces.isEmpty()) {
      remarks.add(
          "Those who cover the need are not connected: the team falls into "
              + pieces.size()
              + " parts, the first of which covers the most.");
      List<Tree> trees = new ArrayList<>();
      BitSet open = new BitSet();
      open.set(0, wanted.size());
      for (BitSet piece : pieces) {
        Found found = unlimited(only(open, piece));
        if (found != null) {
          trees.add(found.tree());
          bound += found.bound();
        }
        for (int g = 0; g < wanted.size(); g++) {
          if (Arrays.stream(all.holders()[g]).anyMatch(piece::get)) {
            open.clear(g);
          }
        }
      }
      Consortium.Team team = team(trees);
      if (task.most() == 0 || team.members().size() <= task.most()) {
        teams.add(team);
      } else {
        remarks.add("No team was found that has at most " + task.most() + " members.");
      }
    }
    return new Consortium(teams, bound * network.unit, method(), nobody, entries(), remarks);
  }

  private String method() {
    return exact
        ? "dynamic programming over sets of capabilities, exact"
        : "built and improved, with a bound by dual ascent";
  }

  private long entries() {
    return exact && wanted.size() > 1 ? (1L << (wanted.size() - 1)) * network.size() : 0;
  }

  /** The groups still open that have holders in a part. */
  private Groups only(BitSet open, BitSet piece) {
    int[][] holders =
        open.stream()
            .mapToObj(g -> Arrays.stream(all.holders()[g]).filter(piece::get).toArray())
            .filter(h -> h.length > 0)
            .toArray(int[][]::new);
    return new Groups(holders, piece, network.nodeCost);
  }

  /** Connected parts that cover the need together: again and again the one that covers the most. */
  private List<BitSet> pieces(int[] part) {
    List<BitSet> pieces = new ArrayList<>();
    BitSet open = new BitSet();
    open.set(0, wanted.size());
    int count = Arrays.stream(part).max().orElse(-1) + 1;
    BitSet[] covers = new BitSet[count];
    Arrays.setAll(covers, p -> new BitSet());
    for (int g = 0; g < wanted.size(); g++) {
      for (int v : all.holders()[g]) {
        covers[part[v]].set(g);
      }
    }
    for (int p = 0; p < count; p++) {
      if (covers[p].cardinality() == wanted.size() && !open.isEmpty()) {
        return List.of(all.allowed());
      }
    }
    while (!open.isEmpty()) {
      int best = -1;
      int most = 0;
      Found cheapest = null;
      for (int p = 0; p < count; p++) {
        BitSet here = (BitSet) covers[p].clone();
        here.and(open);
        if (here.cardinality() < Math.max(1, most)) {
          continue;
        }
        Found found = quick(only(open, nodes(part, p)));
        boolean better =
            here.cardinality() > most || cheapest == null || found.bound() < cheapest.bound();
        if (better) {
          best = p;
          most = here.cardinality();
          cheapest = found;
        }
      }
      pieces.add(nodes(part, best));
      open.andNot(covers[best]);
    }
    return pieces;
  }

  private static BitSet nodes(int[] part, int wantedPart) {
    BitSet nodes = new BitSet();
    for (int v = 0; v < part.length; v++) {
      if (part[v] == wantedPart) {
        nodes.set(v);
      }
    }
    return nodes;
  }

  /** The best tree of a connected part, for comparing parts; its cost stands for the bound. */
  private Found quick(Groups groups) {
    Tree tree = Builder.build(network, groups);
    if (tree == null) {
      throw new IllegalStateException("A connected part has no tree.");
    }
    Tree best =
        GroupSteiner.fits(network, groups, tree.cost())
            ? GroupSteiner.solve(network, groups, tree)
            : tree;
    return new Found(best, best.cost());
  }

  /** The best tree within the limit of members; null when there is none. */
  private @Nullable Found search(Groups groups) {
    Found found = unlimited(groups);
    if (found == null || task.most() == 0 || found.tree().nodes().cardinality() <= task.most()) {
      return found;
    }
    // A price for each member makes teams small; with it, what is saved proves a bound.
    long bound = found.bound();
    long low = 0;
    long high = found.tree().cost() + 1;
    Tree best = null;
    for (int i = 0; i < PRICES && low < high - (best == null ? 0 : 1); i++) {
      long price = best == null ? high : (low + high) / 2;
      Found priced = unlimited(groups.dearer(price));
      if (priced == null) {
        return null;
      }
      int members = priced.tree().nodes().cardinality();
      bound = Math.max(bound, priced.bound() - price * task.most());
      Tree plain = Tree.of(network, groups, priced.tree().nodes(), priced.tree().ties());
      if (members <= task.most()) {
        best = best == null || plain.cost() < best.cost() ? plain : best;
        high = price;
      } else if (best == null) {
        if (price > network.total()) {
          return null;
        }
        low = price;
        high = price * 8;
      } else {
        low = price;
      }
    }
    return best == null ? null : new Found(best, Math.min(bound, best.cost()));
  }

  private @Nullable Found unlimited(Groups groups) {
    if (!groups.isPossible()) {
      return null;
    }
    Tree tree = Builder.build(network, groups);
    if (tree == null || groups.size() == 0) {
      return null;
    }
    if (GroupSteiner.fits(network, groups, tree.cost())) {
      Tree best = groups.size() == 1 ? single(groups) : GroupSteiner.solve(network, groups, tree);
      return new Found(best, best.cost());
    }
    exact = false;
    return new Found(tree, DualAscent.bound(network, groups));
  }

  /** One capability needs its cheapest holder. */
  private Tree single(Groups groups) {
    int best = groups.holders()[0][0];
    for (int v : groups.holders()[0]) {
      best = groups.nodeCost()[v] < groups.nodeCost()[best] ? v : best;
    }
    BitSet nodes = new BitSet();
    nodes.set(best);
    return new Tree(nodes, new BitSet(), groups.nodeCost()[best]);
  }

  /** A search without some nodes; unsearched as long as {@code tree} is null. */
  private record Branch(BitSet without, long atLeast, @Nullable Tree tree) {}

  /**
   * The best trees of which none has all members of another: the next best misses somebody of every
   * one before, so each search leaves somebody out.
   */
  private List<Tree> differing(Groups groups, Found first) {
    List<Tree> accepted = new ArrayList<>();
    PriorityQueue<Branch> open =
        new PriorityQueue<>(
            Comparator.comparingLong(Branch::atLeast)
                .thenComparingInt(branch -> branch.tree() == null ? 0 : 1)
                .thenComparing(branch -> branch.without().toString()));
    open.add(new Branch(new BitSet(), first.tree().cost(), first.tree()));
    Set<BitSet> seen = new HashSet<>();
    int searches = 0;
    while (!open.isEmpty() && accepted.size() < task.best()) {
      Branch branch = open.remove();
      Tree tree = branch.tree();
      if (tree == null) {
        if (searches++ >= MOST_SEARCHES) {
          remarks.add("The search for further teams was ended; there may be better ones.");
          break;
        }
        Found found = search(groups.without(branch.without()));
        if (found != null) {
          open.add(new Branch(branch.without(), found.tree().cost(), found.tree()));
        }
        continue;
      }
      BitSet known = tree.nodes();
      boolean contains = false;
      for (Tree before : accepted) {
        BitSet rest = (BitSet) before.nodes().clone();
        rest.andNot(tree.nodes());
        if (rest.isEmpty() && !contains) {
          contains = true;
          known = before.nodes();
        }
      }
      if (!contains) {
        accepted.add(tree);
      }
      known.stream()
          .forEach(v -> {
            BitSet without = (BitSet) branch.without().clone();
            without.set(v);
            if (seen.add(without)) {
              open.add(new Branch(without, tree.cost(), null));
            }
          });
    }
    return accepted;
  }

  private Consortium.Team team(List<Tree> trees) {
    List<Consortium.Member> members = new ArrayList<>();
    List<Task.Relation> relations = new ArrayList<>();
    long cost = 0;
    for (Tree tree : trees) {
      cost += tree.cost();
      tree.nodes().stream()
          .mapToObj(network.ids::get)
          .forEach(id -> {
            TreeSet<String> covers = new TreeSet<>(task.skills().getOrDefault(id, Set.of()));
            covers.retainAll(task.need());
            members.add(new Consortium.Member(id, covers, task.costs().getOrDefault(id, 0L)));
          });
      tree.ties().stream()
          .forEach(e ->
              relations.add(
                  new Task.Relation(
                      network.ids.get(network.from[e]),
                      network.ids.get(network.to[e]),
                      network.cost[e] * network.unit)));
    }
    members.sort(Comparator.comparing(Consortium.Member::id));
    relations.sort(Comparator.comparing(Task.Relation::first).thenComparing(Task.Relation::second));
    return new Consortium.Team(cost * network.unit, members, relations, trees.size());
  }
}
