package praya.round;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Why somebody gets less than its floor, in words. */
final class Reasons {
  private Reasons() {}

  /**
   * @param open pairs that no rule settles
   * @param introductions what it gets of them
   */
  static String without(int open, List<String> rules, int introductions) {
    Map<String, Integer> counts = new TreeMap<>();
    rules.forEach(rule -> counts.merge(rule.startsWith("met ") ? "met" : rule, 1, Integer::sum));
    StringBuilder text = new StringBuilder();
    if (open == 0 && rules.isEmpty()) {
      return "It is in no pair that could meet.";
    }
    if (open > 0 && open <= introductions) {
      text.append("It meets all ").append(open).append(" it could meet");
    } else if (open > 0) {
      text.append("The slots of all ").append(open);
      text.append(" it could meet are needed for the floors of others");
    } else {
      text.append("Every pair it is in is excluded");
    }
    if (!counts.isEmpty()) {
      text.append(open > 0 ? "; excluded besides" : "");
      counts.forEach(
          (rule, count) -> text.append(" (").append(rule).append(": ").append(count).append(")"));
    }
    return text.append(".").toString();
  }
}
