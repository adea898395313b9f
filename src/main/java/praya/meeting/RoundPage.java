package praya.meeting;

import java.util.List;
import org.jspecify.annotations.Nullable;
import praya.http.Phrase;

/**
 * The page of a round.
 *
 * @param removed pairs that staff refused
 * @param without who gets nothing
 * @param trouble why what was asked for was not done, in English; null for nothing
 */
public record RoundPage(
    Round round,
    Counts counts,
    List<Pair> pairs,
    List<Pair> removed,
    List<Place> without,
    List<Point> curve,
    @Nullable String trouble) {
  public RoundPage {
    pairs = List.copyOf(pairs);
    removed = List.copyOf(removed);
    without = List.copyOf(without);
    curve = List.copyOf(curve);
  }

  public boolean published() {
    return round.state() == Round.State.PUBLISHED;
  }

  /** How many take part, and by how many rules. */
  public record Counts(int guests, int must, int never) {}

  /** An organisation, with its page. */
  public record Place(String href, Phrase name) {}

  /**
   * Two organisations.
   *
   * @param key what the boxes of the form send
   * @param href the page that compares the two
   */
  public record Pair(
      String key, Place one, Place other, String href, String score, boolean locked) {}

  /**
   * What a cap would do.
   *
   * @param cap empty for none
   */
  public record Point(
      String cap, String kept, String gini, String least, String most, String none) {}

  /** A number of the engine as people read it. */
  public String score(@Nullable Long tenThousandths) {
    return tenThousandths == null
        ? "–"
        : praya.round.RoundTree.score(tenThousandths).toPlainString();
  }
}
