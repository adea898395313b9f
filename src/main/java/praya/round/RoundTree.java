package praya.round;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A result as a tree for JSON: scores as they were given, pairs in the direction of the input. */
public final class RoundTree {
  private final Map<Pair, Candidate> given = new HashMap<>();

  private RoundTree(RoundRequest request) {
    request.candidates().forEach(candidate -> given.put(candidate.pair(), candidate));
  }

  public static Map<String, Object> of(RoundRequest request, RoundResult result) {
    return new RoundTree(request).tree(result);
  }

  /** A score out of ten-thousandths. */
  public static BigDecimal score(long tenThousandths) {
    return plain(BigDecimal.valueOf(tenThousandths, 4));
  }

  /** A price out of twenty-thousandths. */
  public static BigDecimal price(long twentyThousandths) {
    return plain(BigDecimal.valueOf(twentyThousandths).movePointLeft(4).divide(BigDecimal.TWO));
  }

  private static BigDecimal plain(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  private Map<String, Object> tree(RoundResult result) {
    RoundResult.Head head = result.head();
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("objective", score(head.objective()));
    tree.put("adjusted", score(head.adjusted()));
    tree.put("bound", score(head.bound()));
    tree.put("gap", score(head.gap()));
    tree.put("exact", head.gap() == 0);
    tree.put("boundOfPrices", price(head.relaxed()));
    Map<String, Object> floors = new LinkedHashMap<>();
    floors.put("wanted", head.floors().wanted());
    floors.put("kept", head.floors().kept());
    floors.put("most", head.floors().most());
    floors.put("bonus", score(head.floors().bonus()));
    tree.put("floors", floors);
    tree.put("solver", head.origin().solver());
    tree.put("twoSided", head.origin().twoSided());
    tree.put("weights", head.origin().weights());
    tree.put("seed", head.origin().seed());
    tree.put("snapshot", head.origin().snapshot());
    RoundResult.Churn churn = head.churn();
    if (churn != null) {
      Map<String, Object> moved = new LinkedHashMap<>();
      moved.put("kept", churn.kept());
      moved.put("dropped", churn.dropped());
      moved.put("added", churn.added());
      moved.put("moved", churn.moved());
      tree.put("churn", moved);
    }
    tree.put("pairs", result.pairs().stream().map(this::meeting).toList());
    tree.put("participants", result.participants().stream().map(RoundTree::share).toList());
    tree.put("fairness", result.fairness().stream().map(RoundTree::fairness).toList());
    tree.put("stable", stable(result));
    RoundResult.Plan plan = result.plan();
    if (plan != null) {
      tree.put("plan", plan(plan));
    }
    tree.put("open", result.open().stream().map(this::refusal).toList());
    return tree;
  }

  private Map<String, Object> pair(Pair pair) {
    Candidate candidate = given.get(pair);
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("from", candidate == null ? pair.first() : candidate.from());
    tree.put("to", candidate == null ? pair.second() : candidate.to());
    return tree;
  }

  private Map<String, Object> meeting(RoundResult.Introduction meeting) {
    Map<String, Object> tree = pair(meeting.pair());
    tree.put("score", score(meeting.score()));
    if (meeting.settled() != null) {
      tree.put("settled", meeting.settled());
    }
    return tree;
  }

  private Map<String, Object> refusal(RoundResult.Refusal refusal) {
    Map<String, Object> tree = pair(refusal.pair());
    tree.put("score", score(refusal.score()));
    if (refusal.rule() != null) {
      tree.put("rule", refusal.rule());
    } else {
      tree.put("loss", price(refusal.loss()));
      tree.put("full", refusal.full());
    }
    return tree;
  }

  private static Map<String, Object> share(RoundResult.Share share) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("id", share.participant().id());
    if (share.participant().side() != null) {
      tree.put("side", share.participant().side());
    }
    tree.put("slots", share.participant().slots());
    tree.put("floor", share.participant().floor());
    tree.put("introductions", share.introductions());
    tree.put("price", price(share.price()));
    if (share.without() != null) {
      tree.put("without", share.without());
    }
    return tree;
  }

  private static Map<String, Object> fairness(Fairness fairness) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("cap", fairness.cap());
    tree.put("score", score(fairness.score()));
    tree.put("kept", fairness.kept());
    tree.put("gini", fairness.gini());
    tree.put("least", fairness.least());
    tree.put("most", fairness.most());
    tree.put("none", fairness.none());
    return tree;
  }

  private Map<String, Object> stable(RoundResult result) {
    RoundResult.StableVariant stable = result.stable();
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("method", stable.method());
    tree.put("objective", score(stable.objective()));
    tree.put("loss", score(result.head().objective() - stable.objective()));
    tree.put("blockingPairs", stable.blocking());
    tree.put("blockingPairsOfBest", stable.blockingOfBest());
    tree.put("none", stable.none());
    tree.put("pairs", stable.pairs().stream().map(this::pair).toList());
    return tree;
  }

  private Map<String, Object> plan(RoundResult.Plan plan) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("slots", plan.used());
    tree.put("least", plan.least());
    List<Object> slots = new ArrayList<>();
    plan.slots()
        .forEach((number, seats) -> {
          Map<String, Object> slot = new LinkedHashMap<>();
          slot.put("slot", number);
          slot.put("starts", CalendarFile.starts(plan.day(), number).toString());
          slot.put(
              "meetings",
              seats.stream()
                  .map(seat -> {
                    Map<String, Object> one = pair(seat.pair());
                    if (seat.room() != null) {
                      one.put("room", seat.room());
                    }
                    return one;
                  })
                  .toList());
          slots.add(slot);
        });
    tree.put("timetable", slots);
    return tree;
  }
}
