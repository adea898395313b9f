package praya.consortium;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a consortium is looked for.
 *
 * @param relations who knows whom
 * @param skills node -> the capabilities that it covers
 * @param costs node -> what it costs to have it in the team, in ten-thousandths; missing is nothing
 * @param need the capabilities to cover
 * @param best how many teams that differ to find
 * @param most members of a team at most; 0 for no limit
 */
public record Task(
    List<Relation> relations,
    Map<String, Set<String>> skills,
    Map<String, Long> costs,
    Set<String> need,
    int best,
    int most) {
  /** Costs have four decimals at most, so that they are whole numbers inside. */
  public static final int SCALE = 10_000;

  /** Two who know each other, and what it costs to work over that, in ten-thousandths. */
  public record Relation(String first, String second, long cost) {}

  public static Task of(
      List<Relation> relations, Map<String, Set<String>> skills, Set<String> need) {
    return new Task(relations, skills, Map.of(), need, 1, 0);
  }
}
