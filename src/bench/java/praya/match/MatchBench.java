package praya.match;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import praya.consortium.ConsortiumEngine;
import praya.consortium.Task;
import praya.domain.Exchange;
import praya.domain.LocalText;
import praya.domain.Match;
import praya.domain.Organisation;
import praya.domain.Relation;
import praya.domain.Sheet;
import praya.domain.Taxonomy;
import praya.domain.Viewer;
import praya.graph.EcosystemGraph;
import praya.network.Communities;
import praya.network.Network;
import praya.network.Network.Edge;
import praya.round.Candidate;
import praya.round.Participant;
import praya.round.RoundEngine;
import praya.round.RoundRequest;
import praya.round.RoundResult;
import praya.scoring.Partners;
import praya.scoring.Scorer;
import praya.scoring.Surroundings;
import praya.scoring.VisibleSheet;
import praya.scoring.Weights;
import praya.search.GeneratedOrganisations;
import praya.search.Indexed;
import praya.search.Position;
import praya.search.SearchIndex;
import praya.search.SeedData;

/**
 * Matchmaking in the process, without database and HTTP, on made directories of growing size: real
 * classifications, needs and offers of the seed, dealt out anew. Partners are asked for twice:
 * among everybody, which is the baseline and the truth, and among those whom index and graph
 * propose.
 */
public final class MatchBench {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
  private static final int QUESTIONS = 100;
  private static final int FIRST = 20;
  private static final int PARTNERS_OF_A_ROUND = 30;
  private static final int SLOTS = 10;

  private final Taxonomy taxonomy = SeedData.taxonomy();
  private final Map<UUID, VisibleSheet> sheets = new HashMap<>();
  private final List<VisibleSheet> all = new ArrayList<>();
  private final EcosystemGraph graph;
  private final Scorer scorer;
  private final SearchIndex index;

  private MatchBench(int size, Path folder) throws IOException {
    index = SearchIndex.open(folder, taxonomy);
    index.clear();
    var generated = new GeneratedOrganisations();
    Map<UUID, Organisation> known = new HashMap<>();
    for (int done = 0; done < size; done += 1000) {
      List<Indexed> step = new ArrayList<>();
      for (Indexed made : generated.next(Math.min(1000, size - done))) {
        Sheet own = owned(made.sheet());
        step.add(new Indexed(own, made.json(), made.created()));
        VisibleSheet visible = VisibleSheet.of(own, Viewer.ANYONE, DAY);
        sheets.put(own.id(), visible);
        all.add(visible);
        known.put(own.id(), own.organisation());
      }
      index.put(step);
    }
    index.commit(new Position(new UUID(0, 0), 1));
    index.refresh();
    index.ready(true);
    graph = EcosystemGraph.of(relations(2 * size));
    scorer = new Scorer(new Surroundings(taxonomy, graph, known, DAY), Weights.FIRST);
  }

  public static void main(String[] args) throws IOException {
    int[] sizes =
        args.length == 0
            ? new int[] {365, 5_000, 50_000}
            : Arrays.stream(args).mapToInt(Integer::parseInt).toArray();
    for (int size : sizes) {
      Path folder = Files.createTempDirectory("praya-match-bench");
      new MatchBench(size, folder).measure();
    }
    consortium();
  }

  /** Needs and offers of the seed, as this organisation's own. */
  private static Sheet owned(Sheet made) {
    Organisation owner = made.organisation();
    return new Sheet(owner, owned(made.needs(), owner), owned(made.offers(), owner));
  }

  private static List<Exchange> owned(List<Exchange> exchanges, Organisation owner) {
    return exchanges.stream()
        .map(one ->
            new Exchange(
                one.side(),
                one.id() + "-" + owner.id(),
                1,
                owner.id(),
                one.content().of(owner.slug())))
        .toList();
  }

  private List<Relation> relations(int count) {
    Random random = new Random(3);
    List<Relation> relations = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int popular = (int) (all.size() * random.nextDouble() * random.nextDouble());
      Organisation one = all.get(popular).organisation();
      Organisation other = all.get(random.nextInt(all.size())).organisation();
      var content =
          new Relation.Content(
              one.slug(), other.slug(), "partner", LocalText.NONE, null, "made", false);
      relations.add(new Relation("r" + i, 1, one.id(), other.id(), content));
    }
    return relations;
  }

  private void measure() {
    System.out.printf("%d organisations%n", all.size());
    partners();
    if (all.size() <= 5_000) {
      round();
    }
    map();
  }

  private void partners() {
    Random random = new Random(5);
    double[] whole = new double[QUESTIONS];
    double[] chosen = new double[QUESTIONS];
    double found = 0;
    double wanted = 0;
    var partners = new Partners(scorer);
    for (int i = 0; i < QUESTIONS; i++) {
      // Warms up; the answers are looked at below.
      partners.rank(
          all.get(random.nextInt(all.size())),
          proposed(all.get(random.nextInt(all.size()))),
          FIRST);
    }
    for (int i = 0; i < QUESTIONS; i++) {
      VisibleSheet you = all.get(random.nextInt(all.size()));
      long begin = System.nanoTime();
      List<Match> some = partners.rank(you, proposed(you), FIRST).items();
      chosen[i] = millis(begin);
      begin = System.nanoTime();
      List<Match> truth = partners.rank(you, all, FIRST).items();
      whole[i] = millis(begin);
      wanted += truth.size();
      double last = truth.isEmpty() ? 0 : truth.getLast().score();
      // Made organisations are often level, and one is as good as another then.
      found += some.stream().filter(match -> match.score() >= last).count();
    }
    Arrays.sort(whole);
    Arrays.sort(chosen);
    System.out.printf(
        "  partners of one: among the proposed p50 %.1f, p99 %.1f ms; among all p50 %.1f, p99 %.1f"
            + " ms; of the first %d among the proposed %.3f are as good as the true ones%n",
        chosen[QUESTIONS / 2],
        chosen[QUESTIONS - 1],
        whole[QUESTIONS / 2],
        whole[QUESTIONS - 1],
        FIRST,
        wanted == 0 ? 1 : found / wanted);
  }

  /** As the directory proposes them when it is too large to be judged whole. */
  private List<VisibleSheet> proposed(VisibleSheet you) {
    Set<UUID> ids = new HashSet<>(index.candidates(Candidates.query(you, taxonomy)));
    for (UUID neighbour : graph.neighbours(you.organisation().id())) {
      ids.add(neighbour);
      ids.addAll(graph.neighbours(neighbour));
    }
    return ids.stream().filter(sheets::containsKey).map(sheets::get).toList();
  }

  private void round() {
    Map<String, Candidate> candidates = new HashMap<>();
    List<List<Match>> lists =
        all.parallelStream()
            .map(you -> new Partners(scorer).rank(you, proposed(you), PARTNERS_OF_A_ROUND).items())
            .toList();
    for (int i = 0; i < all.size(); i++) {
      String own = all.get(i).organisation().slug();
      for (Match match : lists.get(i)) {
        String other = match.organisation().slug();
        String key = own.compareTo(other) < 0 ? own + " " + other : other + " " + own;
        candidates.putIfAbsent(
            key, Candidate.of(own, other, match.fitForYou() * 100L, match.fitForThem() * 100L));
      }
    }
    List<Participant> participants =
        all.stream()
            .map(sheet -> new Participant(sheet.organisation().slug(), null, SLOTS, 1))
            .toList();
    long begin = System.nanoTime();
    RoundResult result =
        RoundEngine.solve(RoundRequest.of(participants, List.copyOf(candidates.values())));
    System.out.printf(
        "  a round of %d x %d slots, %d candidates: %.0f ms, %d pairs, gap %d, %d of %d floors%n",
        participants.size(),
        SLOTS,
        candidates.size(),
        millis(begin),
        result.pairs().size(),
        result.head().gap(),
        result.head().floors().kept(),
        result.head().floors().wanted());
  }

  private void map() {
    List<Edge<UUID>> edges = new ArrayList<>();
    for (UUID one : graph.organisations()) {
      for (UUID other : graph.neighbours(one)) {
        if (one.compareTo(other) < 0) {
          edges.add(Edge.of(one, other));
        }
      }
    }
    Network<UUID> network = Network.of(edges);
    long begin = System.nanoTime();
    Communities communities = Communities.find(network, Communities.Settings.DEFAULT);
    System.out.printf(
        "  communities of %d ties: %.0f ms, modularity %.3f%n",
        network.edgeCount(), millis(begin), communities.modularity());
  }

  /** Twelve capabilities over 5,000 organisations, common ones and rare ones. */
  private static void consortium() {
    for (int holders : new int[] {50, 3}) {
      Random random = new Random(11);
      List<Task.Relation> relations = new ArrayList<>();
      for (int i = 0; i < 15_000; i++) {
        int one = (int) (5_000 * random.nextDouble() * random.nextDouble());
        int other = random.nextInt(5_000);
        if (one != other) {
          relations.add(new Task.Relation("o" + one, "o" + other, 1 + random.nextInt(40_000)));
        }
      }
      Map<String, Set<String>> skills = new HashMap<>();
      Set<String> need = new HashSet<>();
      IntStream.range(0, 12).forEach(i -> need.add("c" + i));
      for (String capability : need) {
        for (int i = 0; i < holders; i++) {
          skills
              .computeIfAbsent("o" + random.nextInt(5_000), id -> new HashSet<>())
              .add(capability);
        }
      }
      long begin = System.nanoTime();
      var found = ConsortiumEngine.solve(Task.of(relations, skills, need));
      System.out.printf(
          "consortium, 12 capabilities with %d holders each, 5,000 organisations: %.0f ms, gap"
              + " %d%n",
          holders, millis(begin), found.gap());
    }
  }

  private static double millis(long begin) {
    return (System.nanoTime() - begin) / 1e6;
  }
}
