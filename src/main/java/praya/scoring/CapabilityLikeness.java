package praya.scoring;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import praya.domain.Taxonomy;
import praya.domain.Term;
import praya.domain.Vocabulary;

/**
 * How near capabilities are by their places in the taxonomy: the same term, a group and its term,
 * two terms of one group, or strangers. Symmetric, 0 to 1.
 */
final class CapabilityLikeness {
  private final Map<String, List<String>> pathByCode = new HashMap<>();
  private final Weights.Likeness weights;

  CapabilityLikeness(Taxonomy taxonomy, Weights.Likeness weights) {
    this.weights = weights;
    for (Term term : taxonomy.list(Vocabulary.CAPABILITIES)) {
      pathByCode.put(term.code(), taxonomy.selfAndAncestors(Vocabulary.CAPABILITIES, term.code()));
    }
  }

  double between(String a, String b) {
    if (a.equals(b)) {
      return 1;
    }
    List<String> pathOfA = path(a);
    List<String> pathOfB = path(b);
    if (pathOfA.contains(b) || pathOfB.contains(a)) {
      return weights.groupOfTerm();
    }
    return pathOfA.stream().anyMatch(pathOfB::contains) ? weights.sameGroup() : 0;
  }

  /** How far what is given covers what is wanted: the mean over the wanted of the nearest given. */
  Coverage coverage(List<String> wanted, Collection<String> given) {
    List<Near> found = new ArrayList<>();
    double sum = 0;
    for (String code : wanted) {
      Near best = new Near(code, code, 0);
      for (String candidate : given) {
        double likeness = between(code, candidate);
        if (likeness > best.likeness()) {
          best = new Near(code, candidate, likeness);
        }
      }
      if (best.likeness() > 0) {
        found.add(best);
        sum += best.likeness();
      }
    }
    return new Coverage(wanted.isEmpty() ? 0 : sum / wanted.size(), List.copyOf(found));
  }

  private List<String> path(String code) {
    return pathByCode.getOrDefault(code, List.of(code));
  }

  /** A wanted capability with the nearest that is given. */
  record Near(String wanted, String given, double likeness) {}

  /** How much is covered, and by what; the wanted that nothing comes near are missing. */
  record Coverage(double share, List<Near> found) {
    /** The nearest of what was found, the first wanted of several; there must be one. */
    Near nearest() {
      Near best = found.getFirst();
      for (Near near : found) {
        best = near.likeness() > best.likeness() ? near : best;
      }
      return best;
    }
  }
}
