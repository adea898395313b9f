package praya.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an evaluation found.
 *
 * @param documents that were indexed
 * @param answers of every query that counts, in the order of the file
 * @param remarks on what was left out or looks odd; full sentences
 */
public record Report(int documents, List<Answer> answers, List<String> remarks) {
  public Report {
    answers = List.copyOf(answers);
    remarks = List.copyOf(remarks);
  }

  /** What one query brought. */
  public record Answer(String query, String language, List<String> hits, Figures figures) {
    public Answer {
      hits = List.copyOf(hits);
    }
  }

  public Figures all() {
    return Figures.mean(answers.stream().map(Answer::figures).toList());
  }

  /** By language, in the order of their tags. */
  public Map<String, Figures> perLanguage() {
    Map<String, List<Figures>> lists = new TreeMap<>();
    for (Answer answer : answers) {
      lists.computeIfAbsent(answer.language(), l -> new ArrayList<>()).add(answer.figures());
    }
    Map<String, Figures> means = new LinkedHashMap<>();
    lists.forEach((language, figures) -> means.put(language, Figures.mean(figures)));
    return Collections.unmodifiableMap(means);
  }

  /** The queries that were answered worst, worst first. */
  public List<Answer> worst(int count) {
    return answers.stream()
        .sorted(
            Comparator.comparingDouble((Answer answer) -> answer.figures().ndcg10())
                .thenComparingDouble(answer -> answer.figures().mrr()))
        .limit(count)
        .toList();
  }
}
