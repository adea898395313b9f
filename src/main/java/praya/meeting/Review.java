package praya.meeting;

import java.util.List;
import java.util.Set;
import praya.round.Fairness;
import praya.round.Pair;

/** A round with all that belongs to it, in the order of ids. */
public record Review(
    Round round, List<Guest> guests, Laid rules, List<Considered> pairs, List<Fairness> curve) {
  public Review {
    guests = List.copyOf(guests);
    pairs = List.copyOf(pairs);
    curve = List.copyOf(curve);
  }

  /** The rules that staff lay down. */
  public record Laid(Set<Pair> must, Set<Pair> never) {
    public Laid {
      must = Set.copyOf(must);
      never = Set.copyOf(never);
    }
  }

  /** Who meets whom. */
  public List<Considered> chosen() {
    return pairs.stream().filter(Considered::chosen).toList();
  }
}
