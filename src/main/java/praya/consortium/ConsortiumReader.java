package praya.consortium;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import praya.domain.FaultList;

/** Reads who knows whom, who is able to do what, and what members cost. */
public final class ConsortiumReader {
  private static final BigDecimal MOST = BigDecimal.valueOf(100_000);
  private static final List<List<String>> GRAPH =
      List.of(List.of("from", "source"), List.of("to", "target"), List.of("cost", "weight"));
  private static final List<List<String>> SKILLS =
      List.of(
          List.of("node", "id", "organisation"),
          List.of("skill", "skills", "capability", "capabilities"));
  private static final List<List<String>> COSTS =
      List.of(List.of("node", "id", "organisation"), List.of("cost"));
  private static final Splitter SEVERAL =
      Splitter.on(CharMatcher.anyOf("|;")).trimResults().omitEmptyStrings();

  private ConsortiumReader() {}

  /**
   * @param costs null when members cost nothing
   */
  public record Paths(Path graph, Path skills, @Nullable Path costs) {}

  /** Reads the files; what is wrong with them is added to the faults. */
  public static Task read(Paths paths, Set<String> need, FaultList faults) {
    List<Task.Relation> relations = new ArrayList<>();
    new Rows(paths.graph(), GRAPH, faults)
        .forEach(
            2,
            row -> {
              String from = String.valueOf(row.cell(0));
              String to = String.valueOf(row.cell(1));
              if (from.equals(to)) {
                faults.add(
                    row.place(),
                    from,
                    "A relation joins two, and here both are the same. Leave it out.");
              }
              long cost = cost(row, 2, faults);
              relations.add(new Task.Relation(from, to, cost));
            });
    Map<String, Set<String>> skills = new HashMap<>();
    new Rows(paths.skills(), SKILLS, faults)
        .forEach(
            2,
            row ->
                SEVERAL
                    .split(String.valueOf(row.cell(1)))
                    .forEach(skill ->
                        skills
                            .computeIfAbsent(String.valueOf(row.cell(0)), id -> new TreeSet<>())
                            .add(skill)));
    Map<String, Long> costs = new HashMap<>();
    if (paths.costs() != null) {
      new Rows(paths.costs(), COSTS, faults)
          .forEach(
              2,
              row -> {
                String id = String.valueOf(row.cell(0));
                if (costs.put(id, cost(row, 1, faults)) != null) {
                  faults.add(row.place(), id, "The cost of this node is given twice.");
                }
              });
    }
    return new Task(relations, skills, costs, need, 1, 0);
  }

  /** A cost in ten-thousandths; 1 where none is given. */
  private static long cost(Rows.Row row, int column, FaultList faults) {
    String text = row.cell(column);
    if (text == null) {
      return Task.SCALE;
    }
    try {
      BigDecimal value = new BigDecimal(text);
      if (value.signum() >= 0
          && value.compareTo(MOST) <= 0
          && value.stripTrailingZeros().scale() <= 4) {
        return value.movePointRight(4).longValueExact();
      }
    } catch (NumberFormatException notOne) {
      // Told below.
    }
    faults.add(
        row.place(),
        text,
        "A cost must be a number from 0 to 100000 with at most four decimals, such as 2.5.");
    return Task.SCALE;
  }
}
