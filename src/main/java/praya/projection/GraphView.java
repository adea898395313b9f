package praya.projection;

import java.util.Collection;
import java.util.UUID;
import praya.graph.EcosystemGraph;
import praya.organisation.RelationService;

/**
 * The graph of relations as a view: a snapshot that is replaced as a whole when a relation changes.
 * Relations are few and rarely change, so reading them all is simpler than patching and as right.
 */
public final class GraphView {
  private final RelationService relations;
  private volatile Snapshot current = new Snapshot(EcosystemGraph.of(java.util.List.of()), 0);

  public GraphView(RelationService relations) {
    this.relations = relations;
  }

  /**
   * The graph as it was once.
   *
   * @param position every change below it is in the graph
   */
  public record Snapshot(EcosystemGraph graph, long position) {}

  public Snapshot current() {
    return current;
  }

  /** Whether one of these organisations has a relation. */
  boolean ties(Collection<UUID> organisations) {
    EcosystemGraph graph = current.graph();
    return organisations.stream().anyMatch(id -> !graph.neighbours(id).isEmpty());
  }

  /** Reads all relations; the position must have been taken before. */
  void fill(long position) {
    current = new Snapshot(EcosystemGraph.of(relations.listAll()), position);
  }

  /** Nothing below the position changed the graph. */
  void reach(long position) {
    current = new Snapshot(current.graph(), position);
  }
}
