package praya.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import praya.domain.Classification;
import praya.domain.Sheet;
import praya.domain.Viewer;
import praya.graph.EcosystemGraph;

/**
 * The engine against the past introductions of the seed: every pair is scored as of the day on
 * which it was requested, with the needs and offers open on that day and with the relations that
 * are known to be older. The introductions are invented, so the figures say whether the engine
 * works as meant, not how good it is in the world. Set {@code -Dpraya.figures=true} to print them.
 */
class BackTest {
  private static final SeedData SEED = SeedData.load();

  @Test
  void truePartner_isRankedFarAboveSimilarity() {
    Ranks score = ranks(BackTest::score);
    Ranks similarity = ranks(BackTest::similarity);
    report("rank by score      " + score);
    report("rank by similarity " + similarity);
    assertThat(score.reciprocal()).isGreaterThan(similarity.reciprocal());
  }

  @Test
  void accepted_againstDeclined() {
    report("accepted over declined, score      " + area(BackTest::score, "declined"));
    report("accepted over declined, similarity " + area(BackTest::similarity, "declined"));
    report("accepted over the rest, score      " + area(BackTest::score, "declined", "expired"));
    report(
        "accepted over the rest, similarity " + area(BackTest::similarity, "declined", "expired"));
  }

  private static void report(String line) {
    if (Boolean.getBoolean("praya.figures")) {
      System.out.println(line);
    }
  }

  /** Score of a candidate for the side that asked, on the day of the request. */
  private static double score(SeedData.Introduction introduction, Sheet candidate) {
    Scorer scorer = new Scorer(surroundings(introduction), Weights.CURRENT);
    Sheet you = sheet(introduction.from());
    return scorer.score(visible(you, introduction), visible(candidate, introduction)).score();
  }

  private static VisibleSheet visible(Sheet sheet, SeedData.Introduction introduction) {
    return VisibleSheet.of(sheet, Viewer.STAFF, introduction.requested());
  }

  private static Surroundings surroundings(SeedData.Introduction introduction) {
    var older =
        SEED.relations.stream()
            .filter(relation -> isOlder(relation.content().since(), introduction.requested()))
            .toList();
    return new Surroundings(
        SEED.taxonomy, EcosystemGraph.of(older), SEED.organisations(), introduction.requested());
  }

  /** Only the year or month may be known: then a relation of the same one does not count. */
  private static boolean isOlder(@Nullable String since, LocalDate day) {
    return since != null && since.compareTo(day.toString().substring(0, since.length())) < 0;
  }

  /** Plain likeness of the two entries: the mean Jaccard index of capabilities and of sectors. */
  private static double similarity(SeedData.Introduction introduction, Sheet candidate) {
    Classification a = sheet(introduction.from()).organisation().profile().classification();
    Classification b = candidate.organisation().profile().classification();
    return (jaccard(a.capabilities(), b.capabilities()) + jaccard(a.sectors(), b.sectors())) / 2;
  }

  private static double jaccard(List<String> a, List<String> b) {
    Set<String> common = new HashSet<>(a);
    common.retainAll(b);
    Set<String> all = new HashSet<>(a);
    all.addAll(b);
    return all.isEmpty() ? 0 : (double) common.size() / all.size();
  }

  private static Ranks ranks(BiFunction<SeedData.Introduction, Sheet, Double> measure) {
    List<Sheet> fictional =
        SEED.sheets.values().stream()
            .filter(s -> s.organisation().fictional())
            .sorted(Comparator.comparing(s -> s.organisation().id()))
            .toList();
    List<Double> ranks = new ArrayList<>();
    for (var introduction : SEED.introductions) {
      double truth = measure.apply(introduction, sheet(introduction.to()));
      double above = 0;
      double level = 0;
      for (Sheet candidate : fictional) {
        String slug = candidate.organisation().slug();
        if (!slug.equals(introduction.from()) && !slug.equals(introduction.to())) {
          double value = measure.apply(introduction, candidate);
          above += value > truth ? 1 : 0;
          level += value == truth ? 1 : 0;
        }
      }
      ranks.add(1 + above + level / 2);
    }
    return new Ranks(ranks);
  }

  /** Chance that an accepted introduction has the higher value; a tie is half a chance. */
  private static String area(
      BiFunction<SeedData.Introduction, Sheet, Double> measure, String... others) {
    double won = 0;
    int pairs = 0;
    for (var good : SEED.introductions) {
      for (var bad : SEED.introductions) {
        if (good.accepted() && List.of(others).contains(bad.status())) {
          int order =
              Double.compare(
                  measure.apply(good, sheet(good.to())), measure.apply(bad, sheet(bad.to())));
          won += order > 0 ? 1 : order == 0 ? 0.5 : 0;
          pairs++;
        }
      }
    }
    return String.format(Locale.ROOT, "AUC %.3f over %d pairs", won / pairs, pairs);
  }

  private static Sheet sheet(String slug) {
    return SEED.sheets.get(slug);
  }

  /** Ranks of the true partners among all others; a tie shares the middle rank. */
  private record Ranks(List<Double> ranks) {
    double reciprocal() {
      return ranks.stream().mapToDouble(rank -> 1 / rank).average().orElseThrow();
    }

    double hits(int within) {
      return ranks.stream().filter(rank -> rank <= within).count() / (double) ranks.size();
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "MRR %.3f, hit@1 %.3f, hit@5 %.3f, hit@10 %.3f over %d",
          reciprocal(),
          hits(1),
          hits(5),
          hits(10),
          ranks.size());
    }
  }
}
