package praya.site;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import praya.http.Phrase;
import praya.organisation.Names;
import praya.organisation.Partners;
import praya.organisation.RelationItem;

/**
 * How two organisations fit, in full.
 *
 * @param you whose partners are asked for
 * @param item the other, with every criterion for both sides
 * @param missing what holds the score down most; null when every criterion of the weaker side gives
 *     points, or when the pair is not compared at all
 * @param lifts changes that would bring the other among the first
 * @param ways through whom the two could come to know each other
 */
public record PartnerPage(
    Names you,
    Partners.Item item,
    Place place,
    @Nullable Phrase missing,
    List<Lift> lifts,
    List<Way> ways,
    Run run) {
  public PartnerPage {
    lifts = List.copyOf(lifts);
    ways = List.copyOf(ways);
  }

  /**
   * Where the other stands.
   *
   * @param rank 0 when it is on no list
   * @param fitting how many fit
   * @param listed how many are shown first
   * @param excluded why it is on no list; null when it is on one
   */
  public record Place(int rank, int fitting, int listed, @Nullable Phrase excluded) {
    public boolean isListed() {
      return rank > 0 && rank <= listed;
    }
  }

  /** What could be stated, and where the other would stand. */
  public record Lift(Phrase text, double score, int rank) {}

  /** The brokers of a way, each with what ties it to the one before; the last is the one sought. */
  public record Way(List<Step> steps) {
    public Way {
      steps = List.copyOf(steps);
    }
  }

  /** Who comes next, and how it stands to the one before. */
  public record Step(Names to, boolean fictional, List<RelationItem> ties) {
    public Step {
      ties = List.copyOf(ties);
    }
  }

  /** The weights and the day that all rests on. */
  public record Run(String weightsVersion, LocalDate asOf) {}
}
