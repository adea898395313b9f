package praya.meeting;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import praya.round.Pair;

/**
 * Two organisations that a round could introduce to each other.
 *
 * @param pair their ids as text
 * @param score in ten-thousandths
 * @param met when they were last suggested or introduced to each other
 * @param earlier whether it was chosen in the solution before
 * @param locked whether staff keep it
 * @param removed whether staff refuse it
 */
public record Considered(
    Pair pair,
    long score,
    @Nullable LocalDate met,
    boolean chosen,
    boolean earlier,
    boolean locked,
    boolean removed) {

  static Considered fresh(Pair pair, long score, @Nullable LocalDate met) {
    return new Considered(pair, score, met, false, false, false, false);
  }

  /** What staff decided about it, before it is solved again. */
  Considered decided(boolean lock, boolean remove) {
    return new Considered(pair, score, met, chosen, chosen, lock, remove);
  }

  Considered chosen(boolean now) {
    return new Considered(pair, score, met, now, earlier, locked, removed);
  }
}
