package praya.meeting;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import praya.domain.Organisation;
import praya.round.Fairness;
import praya.round.RoundTree;

/** How a round looks in JSON. Who made and published it is for the audit. */
final class RoundJson {
  private RoundJson() {}

  static Map<String, @Nullable Object> of(Round round) {
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("id", round.id().toString());
    json.put("name", round.setting().name());
    json.put("state", round.state().code());
    json.put("version", round.version());
    json.put("madeAt", round.made().at().toString());
    json.put("publishedAt", round.published() == null ? null : round.published().at().toString());
    json.put("seed", round.setting().seed());
    json.put("slots", round.setting().slots());
    json.put("floor", round.setting().floor());
    json.put("mostOpen", round.setting().mostOpen());
    json.put("solution", round.solution() == null ? null : solution(round.solution()));
    return json;
  }

  private static Map<String, @Nullable Object> solution(Round.Solution solution) {
    Round.Proof proof = solution.proof();
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("solvedAt", solution.basis().at().toString());
    json.put("variant", solution.how().variant().code());
    json.put("cap", solution.how().cap() == 0 ? null : solution.how().cap());
    json.put("weightsVersion", solution.basis().weights());
    json.put("snapshot", solution.basis().snapshot());
    json.put("objective", RoundTree.score(proof.objective()));
    json.put("bound", score(proof.bound()));
    json.put("gap", score(proof.gap()));
    json.put("floors", proof.floors());
    json.put("floorsKept", proof.floorsKept());
    json.put("blockingPairs", proof.blocking());
    return json;
  }

  private static @Nullable BigDecimal score(@Nullable Long tenThousandths) {
    return tenThousandths == null ? null : RoundTree.score(tenThousandths);
  }

  /** A round with all that belongs to it; what staff may no longer see is left out. */
  static Map<String, @Nullable Object> of(Review review, List<Organisation> organisations) {
    Map<String, String> slugs = new HashMap<>();
    organisations.forEach(each -> slugs.put(each.id().toString(), each.slug()));
    Map<String, Integer> loads =
        Solver.loads(review.chosen().stream().map(Considered::pair).toList());
    var json = of(review.round());
    json.put(
        "participants",
        review.guests().stream()
            .filter(guest -> slugs.containsKey(guest.key()))
            .map(guest -> participant(guest, slugs, loads))
            .toList());
    json.put(
        "pairs",
        review.chosen().stream()
            .filter(each ->
                slugs.containsKey(each.pair().first()) && slugs.containsKey(each.pair().second()))
            .map(each -> pair(each, slugs))
            .toList());
    json.put("fairness", review.curve().stream().map(RoundJson::fairness).toList());
    return json;
  }

  private static Map<String, Object> participant(
      Guest guest, Map<String, String> slugs, Map<String, Integer> loads) {
    var json = new LinkedHashMap<String, Object>();
    json.put("organisation", Objects.requireNonNull(slugs.get(guest.key())));
    json.put("slots", guest.slots());
    json.put("introductions", loads.getOrDefault(guest.key(), 0));
    return json;
  }

  private static Map<String, Object> pair(Considered each, Map<String, String> slugs) {
    var json = new LinkedHashMap<String, Object>();
    json.put("from", Objects.requireNonNull(slugs.get(each.pair().first())));
    json.put("to", Objects.requireNonNull(slugs.get(each.pair().second())));
    json.put("score", RoundTree.score(each.score()));
    json.put("locked", each.locked());
    return json;
  }

  private static Map<String, @Nullable Object> fairness(Fairness point) {
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("cap", point.cap());
    json.put("score", RoundTree.score(point.score()));
    json.put("kept", point.kept());
    json.put("gini", point.gini());
    json.put("least", point.least());
    json.put("most", point.most());
    json.put("none", point.none());
    return json;
  }
}
