package praya.search;

import java.util.List;
import java.util.UUID;

/**
 * Who might be a partner, before scoring. An organisation is a candidate when it has any of the
 * three in common; the more, the earlier.
 *
 * @param wanted capabilities that others should offer or have; a group stands for its children
 * @param offered capabilities that others should publicly need
 * @param sectors sectors that others should be in
 * @param self the one who asks; never its own candidate
 * @param fictional which of the two worlds; they never mix
 * @param limit the most candidates to return, 1 or more
 */
public record CandidateQuery(
    List<String> wanted,
    List<String> offered,
    List<String> sectors,
    UUID self,
    boolean fictional,
    int limit) {

  public CandidateQuery {
    wanted = List.copyOf(wanted);
    offered = List.copyOf(offered);
    sectors = List.copyOf(sectors);
  }
}
