package praya.meeting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import praya.domain.Audience;
import praya.domain.Organisation;
import praya.domain.Sheet;
import praya.domain.Viewer;
import praya.match.PartnerService;
import praya.match.WholeDirectory;
import praya.round.Candidate;
import praya.round.Pair;
import praya.scoring.Partners;
import praya.scoring.Scorer;
import praya.scoring.Surroundings;
import praya.scoring.VisibleSheet;
import praya.scoring.Weights;
import praya.taxonomy.TaxonomyService;

/** The candidates of a round, scored with the weights that hold over what staff may know. */
public final class RoundScores {
  /** So many pairs of organisations are scored within some ten seconds. */
  static final int MOST_GUESTS = 2_000;

  /** As many candidates as can matter to somebody who takes a few. */
  private static final int EACH = 20;

  private final WholeDirectory directory;
  private final TaxonomyService taxonomy;
  private final PartnerService.Views views;
  private final Supplier<Weights> weights;
  private final Clock clock;

  public RoundScores(
      WholeDirectory directory,
      TaxonomyService taxonomy,
      PartnerService.Views views,
      Supplier<Weights> weights,
      Clock clock) {
    this.directory = directory;
    this.taxonomy = taxonomy;
    this.views = views;
    this.weights = weights;
    this.clock = clock;
  }

  /** Candidates with the version of the weights that scored them. */
  record Scored(List<Candidate> candidates, String weights) {}

  /** The sheets of everybody whom staff come across, by id. */
  List<Sheet> sheets() {
    return directory.of(Audience.STAFF);
  }

  TaxonomyService taxonomy() {
    return taxonomy;
  }

  LocalDate today() {
    return LocalDate.now(clock);
  }

  /**
   * The best candidates of everybody, by pair: of each the first twenty that no rule excludes, or
   * twice the slots where those are more, with the better ones that a rule does exclude.
   *
   * @param excluded pairs that are shown but cannot be chosen
   * @param decided pairs that somebody decided about, which are scored wherever they stand
   */
  Scored of(Set<UUID> guests, int slots, Predicate<Pair> excluded, Set<Pair> decided) {
    Map<UUID, Organisation> known = new HashMap<>();
    List<VisibleSheet> present = new ArrayList<>();
    LocalDate today = today();
    for (Sheet sheet : sheets()) {
      known.put(sheet.id(), sheet.organisation());
      if (guests.contains(sheet.id())) {
        present.add(VisibleSheet.of(sheet, Viewer.STAFF, today));
      }
    }
    Weights current = weights.get();
    var surroundings =
        new Surroundings(taxonomy.current(), views.graph(Audience.STAFF), known, today);
    Partners partners = new Partners(new Scorer(surroundings, current));
    Map<String, List<Candidate>> lists = new HashMap<>();
    for (int i = 0; i < present.size(); i++) {
      for (int j = i + 1; j < present.size(); j++) {
        OptionalDouble score = partners.score(present.get(i), present.get(j));
        if (score.isPresent()) {
          Candidate candidate = candidate(present.get(i), present.get(j), score.getAsDouble());
          lists.computeIfAbsent(candidate.from(), id -> new ArrayList<>()).add(candidate);
          lists.computeIfAbsent(candidate.to(), id -> new ArrayList<>()).add(candidate);
        }
      }
    }
    return new Scored(best(lists, Math.max(EACH, 2 * slots), excluded, decided), current.version());
  }

  private static List<Candidate> best(
      Map<String, List<Candidate>> lists, int each, Predicate<Pair> excluded, Set<Pair> decided) {
    Map<Pair, Candidate> best = new java.util.TreeMap<>();
    for (List<Candidate> list : lists.values()) {
      list.sort(
          Comparator.comparingLong(Candidate::score).reversed().thenComparing(Candidate::pair));
      int taken = 0;
      for (Candidate candidate : list) {
        if (taken < each) {
          best.put(candidate.pair(), candidate);
          taken += excluded.test(candidate.pair()) ? 0 : 1;
        } else if (decided.contains(candidate.pair())) {
          best.put(candidate.pair(), candidate);
        }
      }
    }
    return List.copyOf(best.values());
  }

  /** A score has two decimals, so nothing is lost. */
  private static Candidate candidate(VisibleSheet one, VisibleSheet other, double score) {
    Pair pair = new Pair(one.organisation().id().toString(), other.organisation().id().toString());
    return Candidate.of(pair.first(), pair.second(), Math.round(score * Candidate.SCALE));
  }
}
