package praya.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
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
  private static final SeedFiles SEED = SeedFiles.load();
  private static final Map<SeedFiles.Introduction, Scorer> SCORERS =
      SEED.introductions.stream()
          .collect(Collectors.toMap(i -> i, i -> new Scorer(surroundings(i), Weights.FIRST)));

  @Test
  void truePartner_isRankedFarAboveSimilarity() {
    Ranks score = ranks(BackTest::score);
    Ranks similarity = ranks(BackTest::similarity);
    report("rank by score      " + score);
    report("rank by similarity " + similarity);
    assertThat(score.reciprocal()).isGreaterThan(2 * similarity.reciprocal());
    assertThat(score.hits(10)).isGreaterThan(0.85);
  }

  @Test
  void accepted_scoreAboveTheRest_betterThanSimilarity() {
    Area score = area(BackTest::score, "declined", "expired");
    Area similarity = area(BackTest::similarity, "declined", "expired");
    report("accepted over declined or expired, score      " + score);
    report("accepted over declined or expired, similarity " + similarity);
    report("accepted over declined alone, score           " + area(BackTest::score, "declined"));
    report(
        "accepted over declined alone, similarity      " + area(BackTest::similarity, "declined"));
    assertThat(score.value()).isGreaterThan(0.6).isGreaterThan(similarity.value());
  }

  private static void report(String line) {
    if (Boolean.getBoolean("praya.figures")) {
      System.out.println(line);
    }
  }

  /** Score of a candidate for the side that asked, on the day of the request. */
  private static double score(SeedFiles.Introduction introduction, Sheet candidate) {
    return SCORERS
        .get(introduction)
        .score(visible(sheet(introduction.from()), introduction), visible(candidate, introduction))
        .score();
  }

  private static VisibleSheet visible(Sheet sheet, SeedFiles.Introduction introduction) {
    return VisibleSheet.of(sheet, Viewer.STAFF, introduction.requested());
  }

  static Surroundings surroundings(SeedFiles.Introduction introduction) {
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
  private static double similarity(SeedFiles.Introduction introduction, Sheet candidate) {
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

  private static Ranks ranks(BiFunction<SeedFiles.Introduction, Sheet, Double> measure) {
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
  private static Area area(
      BiFunction<SeedFiles.Introduction, Sheet, Double> measure, String... others) {
    List<Double> accepted = values(measure, List.of("accepted"));
    List<Double> rest = values(measure, List.of(others));
    double won = 0;
    for (double good : accepted) {
      for (double bad : rest) {
        won += good > bad ? 1 : good == bad ? 0.5 : 0;
      }
    }
    return new Area(won / (accepted.size() * rest.size()), accepted.size(), rest.size());
  }

  private static List<Double> values(
      BiFunction<SeedFiles.Introduction, Sheet, Double> measure, List<String> statuses) {
    return SEED.introductions.stream()
        .filter(introduction -> statuses.contains(introduction.status()))
        .map(introduction -> measure.apply(introduction, sheet(introduction.to())))
        .toList();
  }

  private static Sheet sheet(String slug) {
    return SEED.sheets.get(slug);
  }

  /** Area under the curve of the receiver, with the numbers of introductions compared. */
  private record Area(double value, int accepted, int rest) {
    @Override
    public String toString() {
      return String.format(Locale.ROOT, "AUC %.3f, %d against %d", value, accepted, rest);
    }
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
