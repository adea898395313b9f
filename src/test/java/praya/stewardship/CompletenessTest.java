package praya.stewardship;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import praya.scoring.Weights;

/** What a missing fact is said to cost is what the criteria would give for it. */
class CompletenessTest {
  @Test
  void points_areThoseOfTheCriteria() {
    var stated = Weights.FIRST.maxima();
    var known = Weights.FIRST.known();
    Map<String, Integer> points =
        Completeness.PARTS.stream()
            .collect(Collectors.toMap(Completeness.Part::field, Completeness.Part::criteria));
    assertThat(points)
        .containsEntry(
            "needs",
            stated.needOffer() + stated.needProfile() + stated.freshness() + stated.compute())
        .containsEntry("offers", stated.taker())
        .containsEntry("capabilities", stated.needProfile() + known.capability())
        .containsEntry("layers", known.layer() + known.taker())
        .containsEntry("sectors", stated.sector())
        .containsEntry("confirmedAt", known.confirmed());
    points
        .keySet()
        .removeAll(
            java.util.List.of(
                "needs", "offers", "capabilities", "layers", "sectors", "confirmedAt"));
    assertThat(points.values()).as("read by no criterion").containsOnly(0);
  }
}
