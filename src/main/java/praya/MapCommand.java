package praya;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import praya.csv.CsvFile;
import praya.domain.Fault;
import praya.domain.Problem;
import praya.json.Json;
import praya.network.Communities;
import praya.network.HelpfulTie;
import praya.network.Network;
import praya.network.Network.Edge;
import praya.network.WeakPoints;

/** {@code praya map}. */
@Command(
    name = "map",
    mixinStandardHelpOptions = true,
    description = {
      "Find the communities of a network, what holds it together, and the one tie that would help"
          + " most. Needs no database and changes nothing.",
      "",
      "The file has rows of from,to,weight; the weight may be missing and is then 1. UTF-8,"
          + " separated by comma, semicolon, tab or blanks, with or without a header; lines that"
          + " begin with # are remarks. Several rows of two nodes add up; a row of a node with"
          + " itself only names it.",
      "",
      "The same file, resolution and seed give the same answer, in whatever order the rows stand."
    })
final class MapCommand implements Callable<Integer> {
  /** How many other seeds tell whether the communities are more than chance. */
  private static final int OTHER_SEEDS = 20;

  private static final int SHOWN = 10;

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Option(
      names = "--edges",
      required = true,
      paramLabel = "FILE",
      description = "The ties: from,to,weight.")
  private Path edges = Path.of("");

  @Option(
      names = "--resolution",
      paramLabel = "R",
      defaultValue = "1",
      description = "Above 1 finds smaller communities, below 1 larger (default: 1).")
  private double resolution;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Of the order in which nodes are looked at (default: 1).")
  private long seed;

  @Option(
      names = "--stability",
      description =
          "Also look with 20 other seeds and tell how alike the communities are (adjusted Rand"
              + " index: 1 for the same, 0 for chance).")
  private boolean stability;

  @Option(names = "--json", description = "Print everything as JSON.")
  private boolean json;

  /** What was found; numbers of nodes are told as names. */
  private record Found(
      Network<String> network,
      Communities communities,
      WeakPoints weak,
      List<HelpfulTie> helpful,
      Optional<Double> alike) {}

  @Override
  public Integer call() {
    if (!(resolution > 0) || Double.isInfinite(resolution)) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "The resolution (%s) must be above 0.".formatted(resolution));
    }
    Network<String> network = read(edges);
    Communities communities = find(network, seed);
    Found found =
        new Found(
            network,
            communities,
            WeakPoints.of(network),
            HelpfulTie.best(network, communities, SHOWN),
            stability ? Optional.of(alike(network, communities)) : Optional.empty());
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Json.text(tree(found)));
    } else {
      table(found, out);
    }
    out.flush();
    return 0;
  }

  private Communities find(Network<String> network, long otherSeed) {
    return Communities.find(network, new Communities.Settings(resolution, otherSeed));
  }

  private double alike(Network<String> network, Communities communities) {
    double sum = 0;
    for (int i = 1; i <= OTHER_SEEDS; i++) {
      sum += Communities.likeness(communities, find(network, seed + i));
    }
    return sum / OTHER_SEEDS;
  }

  /** Reads ties; a node that is only tied to itself stands alone. */
  private static Network<String> read(Path file) {
    List<String> nodes = new ArrayList<>();
    List<Edge<String>> ties = new ArrayList<>();
    List<Fault> faults = new ArrayList<>();
    new CsvFile(file, List.of("from", "to", "weight"), 2)
        .forEach(
            row -> {
              Optional<Double> weight = weight(row.cell("weight"));
              if (weight.isEmpty()) {
                faults.add(
                    new Fault(
                        row.place() + " weight",
                        row.cell("weight"),
                        "The weight must be a number above 0."));
              } else if (row.cell("from").equals(row.cell("to"))) {
                nodes.add(row.cell("from"));
              } else {
                ties.add(new Edge<>(row.cell("from"), row.cell("to"), weight.get()));
              }
            },
            faults::add);
    if (!faults.isEmpty()) {
      throw new Problem.InvalidInput(faults);
    }
    return Network.of(nodes, ties);
  }

  private static Optional<Double> weight(String text) {
    try {
      double weight = text.isEmpty() ? 1 : Double.parseDouble(text);
      return weight > 0 && !Double.isInfinite(weight) ? Optional.of(weight) : Optional.empty();
    } catch (NumberFormatException wrong) {
      return Optional.empty();
    }
  }

  private void table(Found found, PrintWriter out) {
    Network<String> network = found.network();
    out.printf(
        "%d nodes, %d ties, %d connected parts%n",
        network.size(), network.edgeCount(), found.weak().partCount());
    out.printf(
        Locale.ROOT,
        "%d communities, modularity %.4f (resolution %s, seed %d)%n",
        found.communities().count(),
        found.communities().modularity(),
        resolution,
        seed);
    found
        .alike()
        .ifPresent(alike ->
            out.printf(Locale.ROOT, "alike with %d other seeds: %.4f%n", OTHER_SEEDS, alike));
    out.printf("%n%9s %6s %11s  %s%n", "community", "nodes", "conductance", "best tied");
    List<List<Integer>> members = members(found);
    for (int i = 0; i < Math.min(2 * SHOWN, members.size()); i++) {
      out.printf(
          Locale.ROOT,
          "%9d %6d %11.3f  %s%n",
          i + 1,
          members.get(i).size(),
          conductance(network, found.communities(), i),
          members.get(i).stream()
              .sorted((a, b) -> Integer.compare(network.degree(b), network.degree(a)))
              .limit(5)
              .map(network::name)
              .collect(Collectors.joining(", ")));
    }
    if (members.size() > 2 * SHOWN) {
      out.printf("%9s and %d more%n", "", members.size() - 2 * SHOWN);
    }
    out.printf(
        "%n%d bridges, %d brokers, %d nodes without a tie%n",
        found.weak().bridges().size(), found.weak().brokers().size(), isolates(network).size());
    for (HelpfulTie tie : found.helpful().subList(0, Math.min(3, found.helpful().size()))) {
      out.printf(
          "%s – %s would bring %d pairs within %d steps%n",
          network.name(tie.from()), network.name(tie.to()), tie.pairs(), HelpfulTie.REACH);
    }
  }

  private Map<String, Object> tree(Found found) {
    Network<String> network = found.network();
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("nodes", network.size());
    tree.put("ties", network.edgeCount());
    tree.put("modularity", found.communities().modularity());
    tree.put("resolution", resolution);
    tree.put("seed", seed);
    tree.put("stability", found.alike().orElse(null));
    List<Map<String, Object>> groups = new ArrayList<>();
    List<List<Integer>> members = members(found);
    for (int i = 0; i < members.size(); i++) {
      Map<String, Object> group = new LinkedHashMap<>();
      group.put("community", i + 1);
      group.put("conductance", conductance(network, found.communities(), i));
      group.put("nodes", members.get(i).stream().map(network::name).toList());
      groups.add(group);
    }
    tree.put("communities", groups);
    tree.put("parts", found.weak().partCount());
    tree.put(
        "bridges",
        found.weak().bridges().stream()
            .map(bridge -> List.of(network.name(bridge.from()), network.name(bridge.to())))
            .toList());
    tree.put("brokers", found.weak().brokers().stream().map(network::name).toList());
    tree.put("isolates", isolates(network));
    tree.put(
        "helpful",
        found.helpful().stream()
            .map(tie -> {
              Map<String, Object> one = new LinkedHashMap<>();
              one.put("from", network.name(tie.from()));
              one.put("to", network.name(tie.to()));
              one.put("pairs", tie.pairs());
              return one;
            })
            .toList());
    return tree;
  }

  private static List<List<Integer>> members(Found found) {
    List<List<Integer>> members = new ArrayList<>();
    for (int i = 0; i < found.communities().count(); i++) {
      members.add(new ArrayList<>());
    }
    for (int node = 0; node < found.network().size(); node++) {
      members.get(found.communities().of(node)).add(node);
    }
    return members;
  }

  private static List<String> isolates(Network<String> network) {
    List<String> isolates = new ArrayList<>();
    for (int node = 0; node < network.size(); node++) {
      if (network.degree(node) == 0) {
        isolates.add(network.name(node));
      }
    }
    return isolates;
  }

  /** Which share of the weight at a community leads out of it; 0 where nothing does. */
  private static double conductance(
      Network<String> network, Communities communities, int community) {
    double out = 0;
    double own = 0;
    double all = 0;
    for (int node = 0; node < network.size(); node++) {
      boolean inside = communities.of(node) == community;
      for (int k = network.begin(node); k < network.begin(node + 1); k++) {
        double weight = network.weight(k);
        all += weight;
        own += inside ? weight : 0;
        out += inside && communities.of(network.neighbour(k)) != community ? weight : 0;
      }
    }
    double less = Math.min(own, all - own);
    return less == 0 ? 0 : out / less;
  }
}
