package praya.evaluation;

import java.util.Map;

/**
 * A query with what somebody judged it should find.
 *
 * @param language as the file says; figures are told for each
 * @param relevant grade by identifier of the document, each above 0
 */
record JudgedQuery(String text, String language, Map<String, Double> relevant) {
  JudgedQuery {
    relevant = Map.copyOf(relevant);
  }
}
