package praya.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import praya.evaluation.JsonLines.Line;
import tools.jackson.databind.JsonNode;

/** Reads judged queries: {@code {"q", "lang", "relevant": {"id": grade}}}. */
final class QueryReader {
  /** BCP 47 for a language that nobody said. */
  private static final String UNDETERMINED = "und";

  private final Faults faults;
  private final List<JudgedQuery> queries = new ArrayList<>();
  private int lines;

  QueryReader(Faults faults) {
    this.faults = faults;
  }

  List<JudgedQuery> read(JsonLines file) {
    boolean clean = faults.isEmpty();
    file.forEach(this::read, faults);
    if (lines == 0 && clean && faults.isEmpty()) {
      faults.add(file.file().toString(), null, "The file holds no query. Maybe it is another one.");
    }
    return queries;
  }

  private void read(Line line) {
    lines++;
    String text = text(line, "q");
    String language =
        line.object().path("lang").isMissingNode() ? UNDETERMINED : text(line, "lang");
    Map<String, Double> relevant = relevant(line);
    if (!text.isEmpty() && !language.isEmpty()) {
      queries.add(new JudgedQuery(text, language, relevant));
    }
  }

  private String text(Line line, String field) {
    JsonNode node = line.object().path(field);
    if (node.isString() && !node.stringValue().isBlank()) {
      return node.stringValue();
    }
    faults.add(
        line.place() + " " + field,
        node.isMissingNode() ? null : node.toString(),
        "The field must be a text that is not empty, such as {\"q\": \"fraud detection\","
            + " \"lang\": \"en\", \"relevant\": {\"d1\": 2}}.");
    return "";
  }

  /** Grades of 0 and below say that somebody looked and found it not relevant. */
  private Map<String, Double> relevant(Line line) {
    Map<String, Double> relevant = new HashMap<>();
    JsonNode node = line.object().path("relevant");
    if (!node.isObject()) {
      faults.add(
          line.place() + " relevant",
          node.isMissingNode() ? null : node.toString(),
          "The field must be an object of grades by identifier, such as {\"d1\": 2, \"d7\": 1}.");
      return relevant;
    }
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      JsonNode grade = entry.getValue();
      if (!grade.isNumber() || !Double.isFinite(grade.doubleValue())) {
        faults.add(
            line.place() + " relevant." + entry.getKey(),
            grade.toString(),
            "A grade must be a number, such as 1 or 2.");
      } else if (grade.doubleValue() > 0) {
        relevant.put(entry.getKey(), grade.doubleValue());
      }
    }
    return relevant;
  }
}
