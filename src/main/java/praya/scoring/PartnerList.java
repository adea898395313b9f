package praya.scoring;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import praya.domain.Match;

/**
 * Partners proposed to one organisation, and what became of everyone else. The arithmetic closes:
 * {@code considered} is {@code fitting} plus all that were excluded.
 *
 * @param items best first, at most as many as were asked for; ties in the order of ids
 * @param fitting how many fit, whether or not they are among the items
 * @param excluded how many were left out, by reason; reasons that left out nobody are missing
 * @param considered how many candidates there were
 * @param stated what is known about the organisation that asks, see {@link VisibleSheet#stated}
 */
public record PartnerList(
    List<Match> items,
    int fitting,
    Map<Exclusion, Integer> excluded,
    int considered,
    List<String> stated,
    String weightsVersion,
    LocalDate asOf) {

  public PartnerList {
    items = List.copyOf(items);
    var inOrder = new EnumMap<Exclusion, Integer>(Exclusion.class);
    inOrder.putAll(excluded);
    excluded = Collections.unmodifiableMap(inOrder);
    stated = List.copyOf(stated);
  }

  PartnerList withItems(List<Match> others) {
    return new PartnerList(others, fitting, excluded, considered, stated, weightsVersion, asOf);
  }
}
