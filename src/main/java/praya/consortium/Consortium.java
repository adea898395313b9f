package praya.consortium;

import java.util.List;
import java.util.Set;

/**
 * The answer to a task: teams, the cheapest first. Costs are in ten-thousandths.
 *
 * @param bound no team that covers as much costs less
 * @param method how it was found
 * @param nobody needed capabilities that nobody covers
 * @param entries numbers that the exact programme may keep at once; 0 when it was not used
 * @param remarks what else there is to know
 */
public record Consortium(
    List<Team> teams,
    long bound,
    String method,
    Set<String> nobody,
    long entries,
    List<String> remarks) {

  /**
   * Organisations that cover the need together.
   *
   * @param parts how many pieces the team falls into; 1 when all know each other by ways within it
   */
  public record Team(long cost, List<Member> members, List<Task.Relation> relations, int parts) {}

  /** A member and which of the needed capabilities it covers; none when it only joins others. */
  public record Member(String id, Set<String> covers, long cost) {}

  /** How far the best team is from the bound. */
  public long gap() {
    return teams.isEmpty() ? 0 : teams.getFirst().cost() - bound;
  }
}
