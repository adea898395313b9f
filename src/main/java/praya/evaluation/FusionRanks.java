package praya.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import praya.evaluation.ChoiceEvaluation.Figures;
import praya.evaluation.ChoiceEvaluation.Sided;

/** Pairs in the order of one fusion, to be counted again for every draw of those who ask. */
final class FusionRanks {
  private final Area area;

  /** For each who asks: the chance that the best is a match, or -1 for no match at all. */
  private final double[] best;

  FusionRanks(List<Sided> sided, Fusion fusion) {
    List<List<Sided>> byAsker =
        List.copyOf(
            sided.stream()
                .collect(Collectors.groupingBy(Sided::from, TreeMap::new, Collectors.toList()))
                .values());
    best = new double[byAsker.size()];
    List<Area.Row> all = new ArrayList<>();
    for (int asker = 0; asker < best.length; asker++) {
      List<Area.Row> rows = new ArrayList<>();
      for (Sided one : byAsker.get(asker)) {
        rows.add(new Area.Row(fusion.of(one.own(), one.theirs()), one.match(), asker));
      }
      all.addAll(rows);
      best[asker] = rows.stream().anyMatch(Area.Row::good) ? success(rows) : -1;
    }
    area = new Area(all);
  }

  private static double success(List<Area.Row> rows) {
    double top = rows.stream().mapToDouble(Area.Row::score).max().orElse(0);
    return rows.stream()
        .filter(row -> row.score() == top)
        .mapToInt(row -> row.good() ? 1 : 0)
        .average()
        .orElse(0);
  }

  Figures figures(long seed) {
    int[] once = new int[best.length];
    Arrays.fill(once, 1);
    return new Figures(
        area.of(once),
        Interval.of(best.length, seed, area::of),
        success1(once),
        Interval.of(best.length, seed, this::success1));
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
