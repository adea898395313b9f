package praya.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import praya.network.LinkMeasure;
import praya.network.LinkScores;
import praya.network.Network;

/**
 * Several measures as one: each is brought to 0 to 1 among those that may be asked for, and counts
 * as often as its share says.
 *
 * <p>The shares are chosen on a rehearsal within what is known, by adding, with repetition,
 * whichever measure helps most until none helps (Caruana and others, ICML 2004). So nothing of the
 * ties to be foretold is in them.
 *
 * @param shares whole numbers above 0; a measure that is missing has none
 */
public record Blend(Map<LinkMeasure, Integer> shares) {
  /** Who asks in the rehearsal at most; more cost time and change little. */
  private static final int REHEARSED = 300;

  /** How many of each measure's best stand for all others in the rehearsal. */
  private static final int RIVALS = 150;

  private static final int ROUNDS = 8;

  private static final List<LinkMeasure> ALL = List.of(LinkMeasure.values());

  /** Less is chance. */
  private static final double GAIN = 0.0005;

  public Blend {
    shares = java.util.Collections.unmodifiableMap(new EnumMap<>(shares));
  }

  /** Scores of a node towards all by this blend. */
  double[] scores(LinkScores measures, Network<?> network, int node) {
    double[] sum = new double[network.size()];
    shares.forEach((measure, share) -> {
      double[] scores = measures.of(node, measure);
      double greatest = greatest(network, node, scores);
      for (int i = 0; i < sum.length; i++) {
        sum[i] += greatest == 0 ? 0 : share * scores[i] / greatest;
      }
    });
    return sum;
  }

  private static double greatest(Network<?> network, int node, double[] scores) {
    double greatest = 0;
    for (int i = 0; i < scores.length; i++) {
      if (scores[i] > greatest && i != node && !network.tied(node, i)) {
        greatest = scores[i];
      }
    }
    return greatest;
  }

  /** The blend that does best in a rehearsal. */
  static Blend chosenOn(LinkHistory rehearsal) {
    List<Question> questions = questions(rehearsal);
    int[] shares = new int[ALL.size()];
    double best = 0;
    for (int round = 0; round < ROUNDS; round++) {
      int chosen = -1;
      for (int m = 0; m < shares.length; m++) {
        shares[m]++;
        double mean = mean(questions, shares);
        if (mean > best + GAIN) {
          best = mean;
          chosen = m;
        }
        shares[m]--;
      }
      if (chosen < 0) {
        break;
      }
      shares[chosen]++;
    }
    Map<LinkMeasure, Integer> map = new EnumMap<>(LinkMeasure.class);
    for (int m = 0; m < shares.length; m++) {
      if (shares[m] > 0) {
        map.put(ALL.get(m), shares[m]);
      }
    }
    // Nothing to learn from: the measure that is best on most networks.
    return new Blend(map.isEmpty() ? Map.of(LinkMeasure.RESOURCE_ALLOCATION, 1) : map);
  }

  /** The scores of wanted and of rivals, one row for each, one column for each measure. */
  private record Question(List<double[]> wanted, List<double[]> rivals) {
    double reciprocal(int[] shares) {
      double sum = 0;
      for (double[] one : wanted) {
        double own = sum(one, shares);
        double rank = 1;
        for (double[] rival : rivals) {
          double other = sum(rival, shares);
          rank += other > own ? 1 : other == own ? 0.5 : 0;
        }
        sum += 1 / rank;
      }
      return sum / wanted.size();
    }

    private static double sum(double[] row, int[] shares) {
      double sum = 0;
      for (int m = 0; m < shares.length; m++) {
        sum += shares[m] * row[m];
      }
      return sum;
    }
  }

  private static double mean(List<Question> questions, int[] shares) {
    return questions.stream().mapToDouble(q -> q.reciprocal(shares)).average().orElse(0);
  }

  private static List<Question> questions(LinkHistory rehearsal) {
    Network<String> network = rehearsal.before();
    List<Integer> asking = new ArrayList<>(rehearsal.hidden().keySet());
    // By number they would stand by name, which may go with their kind.
    java.util.Collections.shuffle(asking, new java.util.Random(asking.size()));
    LinkScores measures = new LinkScores(network);
    List<Question> questions = new ArrayList<>();
    for (int node : asking.subList(0, Math.min(REHEARSED, asking.size()))) {
      Set<Integer> wanted = rehearsal.hidden().getOrDefault(node, Set.of());
      questions.add(question(network, measures, node, wanted));
    }
    return questions;
  }

  private static Question question(
      Network<String> network, LinkScores measures, int node, Set<Integer> wanted) {
    Map<Integer, double[]> rows = new TreeMap<>();
    double[][] columns = new double[ALL.size()][];
    Set<Integer> kept = new TreeSet<>(wanted);
    for (int m = 0; m < columns.length; m++) {
      double[] scores = measures.of(node, ALL.get(m));
      double greatest = greatest(network, node, scores);
      columns[m] =
          Arrays.stream(scores).map(score -> greatest == 0 ? 0 : score / greatest).toArray();
      kept.addAll(best(network, node, scores));
    }
    for (int other : kept) {
      double[] row = new double[ALL.size()];
      for (int m = 0; m < row.length; m++) {
        row[m] = columns[m][other];
      }
      rows.put(other, row);
    }
    List<double[]> hidden = wanted.stream().map(rows::get).toList();
    rows.keySet().removeAll(wanted);
    return new Question(hidden, List.copyOf(rows.values()));
  }

  private static List<Integer> best(Network<?> network, int node, double[] scores) {
    List<Integer> candidates = new ArrayList<>();
    for (int i = 0; i < scores.length; i++) {
      if (scores[i] > 0 && i != node && !network.tied(node, i)) {
        candidates.add(i);
      }
    }
    candidates.sort((a, b) -> Double.compare(scores[b], scores[a]));
    return candidates.subList(0, Math.min(RIVALS, candidates.size()));
  }
}
