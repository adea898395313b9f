package praya.evaluation;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import praya.domain.Problem;
import praya.evaluation.DatedEdges.DatedEdge;
import praya.evaluation.LinkHistory.Asking;
import praya.network.LinkMeasure;
import praya.network.LinkScores;

/**
 * Judges the measures of the graph on any network with a history: what is known at a day foretells
 * the ties that came after.
 */
public final class LinkEvaluation {
  /**
   * What to judge by.
   *
   * @param at the day that splits; null to hide a share by chance
   * @param share of the pairs that are hidden where nothing splits by time, above 0 and below 1
   * @param bothAsk whether each end of a later tie asks for the other, or only the first
   */
  public record Request(
      Path edges, @Nullable LocalDate at, double share, boolean bothAsk, long seed) {}

  /**
   * What came out.
   *
   * @param blended the figures of the blend of measures, which was chosen on what is known
   */
  public record Outcome(
      Split split, Map<LinkMeasure, LinkFigures> measures, LinkFigures blended, Blend blend) {}

  /**
   * The network that is known, and what it is asked for.
   *
   * @param asking how many nodes have later ties
   * @param ties how many later ties are ranked, once for each that asks
   * @param strangers later ties that nothing can rank, as an end was unknown before
   * @param repeated later ties of pairs that were tied before
   */
  public record Split(int nodes, int edges, int asking, int ties, int strangers, int repeated) {}

  private final LinkHistory history;
  private final long seed;

  private LinkEvaluation(LinkHistory history, long seed) {
    this.history = history;
    this.seed = seed;
  }

  /**
   * Runs an evaluation.
   *
   * @throws Problem.InvalidInput with every fault of the file
   */
  public static Outcome run(Request request) {
    Faults faults = new Faults();
    LocalDate day = request.at();
    List<DatedEdge> edges = DatedEdges.read(request.edges(), day != null, faults);
    faults.requireNone();
    Asking asking = request.bothAsk() ? Asking.BOTH : Asking.FROM;
    LinkHistory history =
        day == null
            ? LinkHistory.hiding(edges, request.share(), request.seed(), asking)
            : LinkHistory.at(edges, day, asking);
    if (history.hidden().isEmpty()) {
      faults.add(
          day == null ? "hide" : "at",
          day == null ? Double.toString(request.share()) : day.toString(),
          "No later tie is between two that were known before. Split at another day, or hide"
              + " more.");
      faults.requireNone();
    }
    Blend blend = Blend.chosenOn(LinkHistory.rehearsal(history.known(), asking, request.seed()));
    return new LinkEvaluation(history, request.seed()).judge(blend);
  }

  private Outcome judge(Blend blend) {
    Map<LinkMeasure, LinkFigures> figures = new EnumMap<>(LinkMeasure.class);
    for (LinkMeasure measure : LinkMeasure.values()) {
      figures.put(measure, figures((scores, node) -> scores.of(node, measure)));
    }
    LinkFigures blended = figures((scores, node) -> blend.scores(scores, history.before(), node));
    int ties = history.hidden().values().stream().mapToInt(java.util.Set::size).sum();
    return new Outcome(
        new Split(
            history.before().size(),
            history.before().edgeCount(),
            history.hidden().size(),
            ties,
            history.later().strangers(),
            history.later().repeated()),
        figures,
        blended,
        blend);
  }

  private interface Method {
    double[] scores(LinkScores measures, int node);
  }

  private LinkFigures figures(Method method) {
    List<Integer> nodes = new ArrayList<>(history.hidden().keySet());
    ThreadLocal<LinkScores> measures =
        ThreadLocal.withInitial(() -> new LinkScores(history.before()));
    List<LinkRanks> asked =
        nodes.parallelStream()
            .map(node ->
                LinkRanks.of(
                    history.before(),
                    node,
                    history.hidden().getOrDefault(node, java.util.Set.of()),
                    method.scores(measures.get(), node)))
            .toList();
    return LinkFigures.of(asked, history.before().size(), seed);
  }
}
