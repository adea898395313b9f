package praya;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import praya.consortium.Consortium;
import praya.consortium.ConsortiumEngine;
import praya.consortium.ConsortiumReader;
import praya.consortium.Task;
import praya.domain.FaultList;
import praya.json.Json;

/** {@code praya consortium}: teams that cover a need and are connected, computed from files. */
@Command(
    name = "consortium",
    mixinStandardHelpOptions = true,
    description = {
      "Find the cheapest teams that cover every needed capability and are connected through known"
          + " relations. Needs no database and no server, and changes nothing.",
      "",
      "Files: UTF-8, with commas, semicolons or tabs, with a header or without, # before a"
          + " comment.",
      "  graph:   from,to,cost     a relation in both directions; cost 1 if left out",
      "           ant,bee,2.5",
      "  skills:  node,skill       one in each line, or several as rag|vision or rag;vision",
      "           ant,rag|vision",
      "  costs:   node,cost        what a member costs besides; 0 for who is not named",
      "",
      "A team is a tree: it costs the sum of its relations and members. Costs are from 0 to 100000"
          + " with at most four decimals. Teams that differ: none has all members of another. Where"
          + " nobody covers a capability, the rest is covered and the gap told; where those who"
          + " cover the need are not connected, the team falls into parts.",
      "Exact while sets of capabilities times organisations are few enough (15 capabilities on"
          + " 4,000, 14 on 8,000, 12 on 30,000); beyond that with a bound and the gap to it."
    })
final class ConsortiumCommand implements Callable<Integer> {
  /** With more capabilities than these, further teams may take minutes. */
  private static final int MANY = 7;

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Option(names = "--graph", required = true, paramLabel = "FILE", description = "Who knows whom.")
  private Path graph = Path.of("");

  @Option(
      names = "--skills",
      required = true,
      paramLabel = "FILE",
      description = "Who is able to do what.")
  private Path skills = Path.of("");

  @Option(names = "--costs", paramLabel = "FILE", description = "What members cost.")
  private @Nullable Path costs;

  @Option(
      names = "--need",
      required = true,
      split = ",",
      paramLabel = "SKILL",
      description = "The capabilities to cover.")
  private List<String> need = new ArrayList<>();

  @Option(
      names = "--best",
      paramLabel = "N",
      description = "How many teams that differ (default: 3; 1 for more than 7 capabilities).")
  private @Nullable Integer best;

  @Option(
      names = "--max-size",
      paramLabel = "N",
      description = "Members at most. The best team found within it is told with its bound.")
  private @Nullable Integer most;

  @Option(names = "--json", description = "Print the teams as JSON.")
  private boolean json;

  @Override
  public Integer call() {
    FaultList faults = new FaultList();
    TreeSet<String> wanted = new TreeSet<>();
    for (String skill : need) {
      if (skill.isBlank()) {
        faults.add(
            "--need", String.join(",", need), "A capability is empty. Separate them by one comma.");
      } else {
        wanted.add(skill.strip());
      }
    }
    if (best != null && (best < 1 || best > 100)) {
      faults.add("--best", best.toString(), "This must be a whole number from 1 to 100.");
    }
    if (most != null && most < 1) {
      faults.add("--max-size", most.toString(), "A team has 1 member or more.");
    }
    Task read =
        ConsortiumReader.read(new ConsortiumReader.Paths(graph, skills, costs), wanted, faults);
    faults.requireNone();
    int teams = best != null ? best : wanted.size() > MANY ? 1 : 3;
    Task task =
        new Task(
            read.relations(), read.skills(), read.costs(), wanted, teams, most == null ? 0 : most);
    Consortium consortium = ConsortiumEngine.solve(task);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Json.text(tree(consortium)));
    } else {
      table(consortium, out);
    }
    out.flush();
    return 0;
  }

  private static BigDecimal cost(long tenThousandths) {
    BigDecimal value = BigDecimal.valueOf(tenThousandths, 4).stripTrailingZeros();
    return value.scale() < 0 ? value.setScale(0) : value;
  }

  private static void table(Consortium consortium, PrintWriter out) {
    out.printf("%-18s %s%n", "teams", consortium.teams().size());
    if (!consortium.teams().isEmpty()) {
      out.printf("%-18s %s%n", "cost of the best", cost(consortium.teams().getFirst().cost()));
      out.printf("%-18s %s%n", "bound", cost(consortium.bound()));
      out.printf("%-18s %s%n", "gap", cost(consortium.gap()));
    }
    out.printf("%-18s %s%n", "method", consortium.method());
    if (consortium.entries() > 0) {
      out.printf("%-18s %d bytes at most%n", "memory", consortium.entries() * 4);
    }
    if (!consortium.nobody().isEmpty()) {
      out.printf("%-18s %s%n", "nobody covers", String.join(", ", consortium.nobody()));
    }
    consortium.remarks().forEach(remark -> out.printf("%-18s %s%n", "remark", remark));
    int number = 0;
    for (Consortium.Team team : consortium.teams()) {
      out.printf(
          "%n%d. cost %s, %d members%s%n",
          ++number,
          cost(team.cost()),
          team.members().size(),
          team.parts() > 1 ? ", in " + team.parts() + " parts that do not know each other" : "");
      for (Consortium.Member member : team.members()) {
        String covers =
            member.covers().isEmpty() ? "(joins the others)" : String.join(", ", member.covers());
        String price = member.cost() > 0 ? "  cost " + cost(member.cost()) : "";
        out.printf("   %-28s %s%s%n", member.id(), covers, price);
      }
      for (Task.Relation one : team.relations()) {
        out.printf("   %s – %s, cost %s%n", one.first(), one.second(), cost(one.cost()));
      }
    }
  }

  private static Map<String, Object> tree(Consortium consortium) {
    Map<String, Object> tree = new LinkedHashMap<>();
    boolean found = !consortium.teams().isEmpty();
    tree.put("cost", found ? cost(consortium.teams().getFirst().cost()) : null);
    tree.put("bound", found ? cost(consortium.bound()) : null);
    tree.put("gap", found ? cost(consortium.gap()) : null);
    tree.put("exact", found && consortium.gap() == 0);
    tree.put("method", consortium.method());
    tree.put("memoryBytes", consortium.entries() * 4);
    tree.put("nobodyCovers", consortium.nobody());
    tree.put("remarks", consortium.remarks());
    tree.put("teams", consortium.teams().stream().map(ConsortiumCommand::tree).toList());
    return tree;
  }

  private static Map<String, Object> tree(Consortium.Team team) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("cost", cost(team.cost()));
    tree.put("parts", team.parts());
    List<Object> members = new ArrayList<>();
    for (Consortium.Member member : team.members()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("id", member.id());
      one.put("covers", member.covers());
      one.put("cost", cost(member.cost()));
      members.add(one);
    }
    tree.put("members", members);
    List<Object> relations = new ArrayList<>();
    for (Task.Relation relation : team.relations()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("from", relation.first());
      one.put("to", relation.second());
      one.put("cost", cost(relation.cost()));
      relations.add(one);
    }
    tree.put("relations", relations);
    return tree;
  }
}
