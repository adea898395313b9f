package praya.evaluation;

import java.util.Comparator;
import java.util.List;

/**
 * The area under the curve of the receiver: the chance that something good has a higher score than
 * something else, level ones counting half; one half when there is nothing to compare.
 */
final class Area {
  /** A score and whether it is of something good, with the number of the question it answers. */
  record Row(double score, boolean good, int question) {}

  private final List<Row> byScore;

  Area(List<Row> rows) {
    byScore = rows.stream().sorted(Comparator.comparingDouble(Row::score)).toList();
  }

  /**
   * The area when questions are drawn.
   *
   * @param drawn how often each question
   */
  double of(int[] drawn) {
    double won = 0;
    double good = 0;
    double others = 0;
    for (int i = 0; i < byScore.size(); ) {
      double level = byScore.get(i).score();
      double levelGood = 0;
      double levelOthers = 0;
      for (; i < byScore.size() && byScore.get(i).score() == level; i++) {
        Row row = byScore.get(i);
        levelGood += row.good() ? drawn[row.question()] : 0;
        levelOthers += row.good() ? 0 : drawn[row.question()];
      }
      won += levelGood * (others + levelOthers / 2);
      good += levelGood;
      others += levelOthers;
    }
    return good == 0 || others == 0 ? 0.5 : won / (good * others);
  }
}
