package praya.scoring;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.stream.Collectors;
import praya.domain.Match;
import praya.domain.Organisation;

/**
 * Ranks candidates for one organisation. Every candidate is either scored or excluded with a
 * reason; the order of the candidates has no influence. One pair costs a few microseconds, so all
 * candidates are judged and nobody is missed by a preselection.
 */
public final class Partners {
  private static final Comparator<Scored> BEST_FIRST =
      Comparator.comparingDouble(Scored::score).reversed().thenComparing(Scored::id);

  /** Three can be weighed; more are a catalogue. */
  private static final int MOST_LIFTS = 3;

  private final Scorer scorer;

  /** Somebody with a score. */
  private record Scored(VisibleSheet sheet, double score) {
    UUID id() {
      return sheet.organisation().id();
    }
  }

  private Scored scored(VisibleSheet you, VisibleSheet candidate) {
    return new Scored(candidate, scorer.points(you, candidate));
  }

  public Partners(Scorer scorer) {
    this.scorer = scorer;
  }

  /** The best candidates with the reasons that gave points. */
  public PartnerList rank(VisibleSheet you, Collection<VisibleSheet> candidates, int limit) {
    return list(you, candidates, limit);
  }

  /** The same list with every criterion, also those that gave 0 points and why. */
  public PartnerList explain(VisibleSheet you, Collection<VisibleSheet> candidates, int limit) {
    PartnerList brief = list(you, candidates, limit);
    Map<UUID, VisibleSheet> byId =
        candidates.stream()
            .collect(Collectors.toMap(c -> c.organisation().id(), c -> c, (a, b) -> a));
    return brief.withItems(
        brief.items().stream()
            .map(m -> scorer.explain(you, Objects.requireNonNull(byId.get(m.organisation().id()))))
            .toList());
  }

  /**
   * How one candidate stands among all: both sides in full, its rank, and which changes of your own
   * data would bring it among the first.
   *
   * @param them one of the candidates
   * @param listed how many are first
   */
  public Comparison compare(
      VisibleSheet you, Collection<VisibleSheet> candidates, VisibleSheet them, int listed) {
    Match match = scorer.explain(you, them);
    Optional<Exclusion> excluded = exclusion(you, them);
    if (excluded.isPresent()) {
      return new Comparison(match, excluded, 0, 0, List.of());
    }
    Standing standing = standing(you, candidates, them);
    boolean enough = standing.rank() > 0 && standing.rank() <= listed;
    return new Comparison(
        match,
        standing.rank() == 0 ? Optional.of(Exclusion.NOTHING_FITS) : Optional.empty(),
        standing.rank(),
        standing.fitting(),
        enough ? List.of() : lifts(you, candidates, them, listed));
  }

  /** Where one stands: 0 for a score of 0. */
  private record Standing(double score, int rank, int fitting) {}

  private Standing standing(
      VisibleSheet you, Collection<VisibleSheet> candidates, VisibleSheet them) {
    Scored own = scored(you, them);
    int before = 0;
    int fitting = 0;
    for (VisibleSheet candidate : candidates) {
      if (exclusion(you, candidate).isPresent()) {
        continue;
      }
      Scored other = scored(you, candidate);
      fitting += other.score() > 0 ? 1 : 0;
      before += other.score() > 0 && BEST_FIRST.compare(other, own) < 0 ? 1 : 0;
    }
    return new Standing(own.score(), own.score() > 0 ? before + 1 : 0, fitting);
  }

  /** Each is found by asking again with the changed data, so what is told is what would be. */
  private List<Comparison.Lift> lifts(
      VisibleSheet you, Collection<VisibleSheet> candidates, VisibleSheet them, int listed) {
    double score = scorer.points(you, them);
    List<Comparison.Lift> lifts = new ArrayList<>();
    for (Change change : scorer.changes(you, them)) {
      VisibleSheet changed = change.of(you);
      // Where the pair itself does not gain, nothing is lifted, and all others need not be asked.
      if (scorer.points(changed, them) > score) {
        Standing standing = standing(changed, candidates, them);
        if (standing.rank() > 0 && standing.rank() <= listed) {
          lifts.add(new Comparison.Lift(change, standing.score(), standing.rank()));
        }
      }
      if (lifts.size() == MOST_LIFTS) {
        break;
      }
    }
    return lifts;
  }

  private PartnerList list(VisibleSheet you, Collection<VisibleSheet> candidates, int limit) {
    if (limit < 0) {
      throw new IllegalArgumentException(
          "The limit (%d) of the partner list must not be negative.".formatted(limit));
    }
    Map<Exclusion, Integer> excluded = new EnumMap<>(Exclusion.class);
    List<Scored> fitting = new ArrayList<>();
    for (VisibleSheet candidate : candidates) {
      Optional<Exclusion> exclusion = exclusion(you, candidate);
      if (exclusion.isPresent()) {
        excluded.merge(exclusion.get(), 1, Integer::sum);
        continue;
      }
      Scored scored = scored(you, candidate);
      if (scored.score() > 0) {
        fitting.add(scored);
      } else {
        excluded.merge(Exclusion.NOTHING_FITS, 1, Integer::sum);
      }
    }
    fitting.sort(BEST_FIRST);
    return new PartnerList(
        fitting.subList(0, Math.min(limit, fitting.size())).stream()
            .map(one -> scorer.score(you, one.sheet()))
            .toList(),
        fitting.size(),
        excluded,
        candidates.size(),
        you.stated(),
        scorer.weightsVersion(),
        scorer.asOf());
  }

  /**
   * The score of two who could be introduced, above 0 to 100; empty when something excludes it or
   * nothing fits.
   */
  public OptionalDouble score(VisibleSheet you, VisibleSheet them) {
    double score = exclusion(you, them).isPresent() ? 0 : scorer.points(you, them);
    return score > 0 ? OptionalDouble.of(score) : OptionalDouble.empty();
  }

  /** Why the candidate is left out before any score, if it is. */
  private Optional<Exclusion> exclusion(VisibleSheet you, VisibleSheet candidate) {
    Organisation your = you.organisation();
    Organisation their = candidate.organisation();
    if (your.id().equals(their.id())) {
      return Optional.of(Exclusion.SAME);
    }
    if (your.fictional() != their.fictional()) {
      return Optional.of(Exclusion.FICTIONAL_APART);
    }
    if (scorer.related(your.id(), their.id())) {
      return Optional.of(Exclusion.ALREADY_RELATED);
    }
    return Optional.empty();
  }
}
