package praya.projection;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import praya.domain.Audience;
import praya.domain.Relation;
import praya.domain.Tie;
import praya.graph.EcosystemGraph;
import praya.organisation.RelationService;

/**
 * The graphs of relations as a view, one for each audience: a snapshot that is replaced as a whole
 * when a relation changes. Relations are few and rarely change, so reading them all is simpler than
 * patching and as right.
 */
public final class GraphView {
  private final RelationService relations;
  private volatile Snapshot current = new Snapshot(graphs(List.of()), Set.of(), 0);

  public GraphView(RelationService relations) {
    this.relations = relations;
  }

  /**
   * The graphs as they were once.
   *
   * @param tied organisations with any relation, whoever may see it; told to nobody
   * @param position every change below it is in the graphs
   */
  public record Snapshot(Map<Audience, EcosystemGraph> graphs, Set<UUID> tied, long position) {
    public Snapshot {
      graphs = Map.copyOf(graphs);
      tied = Set.copyOf(tied);
    }

    /** The graph of the relations that an audience comes across. */
    public EcosystemGraph graph(Audience audience) {
      return Objects.requireNonNull(graphs.get(audience));
    }
  }

  public Snapshot current() {
    return current;
  }

  /** Whether one of these organisations has a relation. */
  boolean ties(Collection<UUID> organisations) {
    Set<UUID> tied = current.tied();
    return organisations.stream().anyMatch(tied::contains);
  }

  /** Reads all relations; the position must have been taken before. */
  void fill(long position) {
    List<Tie> ties = relations.whole();
    Set<UUID> tied = new HashSet<>();
    ties.forEach(tie -> tied.addAll(List.of(tie.relation().fromId(), tie.relation().toId())));
    current = new Snapshot(graphs(ties), tied, position);
  }

  /** Nothing below the position changed the graphs. */
  void reach(long position) {
    current = new Snapshot(current.graphs(), current.tied(), position);
  }

  private static Map<Audience, EcosystemGraph> graphs(List<Tie> ties) {
    var graphs = new EnumMap<Audience, EcosystemGraph>(Audience.class);
    @Nullable List<Relation> last = null;
    @Nullable EcosystemGraph graph = null;
    for (Audience audience : Audience.values()) {
      List<Relation> seen =
          ties.stream().filter(tie -> tie.seenBy(audience)).map(Tie::relation).toList();
      // Audiences that see the same share one graph.
      if (graph == null || !seen.equals(last)) {
        graph = EcosystemGraph.of(seen);
      }
      last = seen;
      graphs.put(audience, graph);
    }
    return graphs;
  }
}
