package praya.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import praya.evaluation.ChoiceEvaluation.Figures;
import praya.evaluation.ChoiceEvaluation.Sided;

/** Pairs in the order of one fusion, to be counted again for every draw of those who ask. */
final class FusionRanks {
  private final List<Row> byScore = new ArrayList<>();

  /** For each who asks: the chance that the best is a match, or -1 for no match at all. */
  private final double[] best;

  private record Row(double score, boolean match, int asker) {}

  FusionRanks(List<Sided> sided, Fusion fusion) {
    List<List<Sided>> byAsker =
        List.copyOf(
            sided.stream()
                .collect(Collectors.groupingBy(Sided::from, TreeMap::new, Collectors.toList()))
                .values());
    best = new double[byAsker.size()];
    for (int asker = 0; asker < best.length; asker++) {
      List<Row> rows = new ArrayList<>();
      for (Sided one : byAsker.get(asker)) {
        rows.add(new Row(fusion.of(one.own(), one.theirs()), one.match(), asker));
      }
      byScore.addAll(rows);
      best[asker] = rows.stream().anyMatch(Row::match) ? success(rows) : -1;
    }
    byScore.sort(Comparator.comparingDouble(Row::score));
  }

  private static double success(List<Row> rows) {
    double top = rows.stream().mapToDouble(Row::score).max().orElse(0);
    return rows.stream()
        .filter(row -> row.score() == top)
        .mapToInt(row -> row.match() ? 1 : 0)
        .average()
        .orElse(0);
  }

  Figures figures(long seed) {
    int[] once = new int[best.length];
    Arrays.fill(once, 1);
    return new Figures(
        auc(once),
        Interval.of(best.length, seed, this::auc),
        success1(once),
        Interval.of(best.length, seed, this::success1));
  }

  private double auc(int[] drawn) {
    double won = 0;
    double matches = 0;
    double others = 0;
    for (int i = 0; i < byScore.size(); ) {
      double level = byScore.get(i).score();
      double levelMatches = 0;
      double levelOthers = 0;
      for (; i < byScore.size() && byScore.get(i).score() == level; i++) {
        Row row = byScore.get(i);
        levelMatches += row.match() ? drawn[row.asker()] : 0;
        levelOthers += row.match() ? 0 : drawn[row.asker()];
      }
      won += levelMatches * (others + levelOthers / 2);
      matches += levelMatches;
      others += levelOthers;
    }
    return matches == 0 || others == 0 ? 0.5 : won / (matches * others);
  }

  private double success1(int[] drawn) {
    double sum = 0;
    int asked = 0;
    for (int asker = 0; asker < drawn.length; asker++) {
      if (best[asker] >= 0) {
        sum += drawn[asker] * best[asker];
        asked += drawn[asker];
      }
    }
    return asked == 0 ? 0 : sum / asked;
  }
}
