package praya;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import praya.round.CalendarFile;
import praya.round.Fairness;
import praya.round.RoundResult;
import praya.round.RoundTree;

/** A round as text for people. */
record RoundTable(PrintWriter out) {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  void print(RoundResult result, @Nullable String why) {
    head(result);
    out.printf("%n%-28s %-28s %10s%n", "pair", "", "score");
    for (RoundResult.Introduction meeting : result.pairs()) {
      String settled = meeting.settled() == null ? "" : "  " + meeting.settled();
      out.printf(
          "%-28s %-28s %10s%s%n",
          meeting.pair().first(),
          meeting.pair().second(),
          RoundTree.score(meeting.score()),
          settled);
    }
    without(result.participants());
    fairness(result.fairness());
    stable(result);
    RoundResult.Plan plan = result.plan();
    if (plan != null) {
      plan(plan);
    }
    if (why != null) {
      why(result, why);
    }
  }

  private void head(RoundResult result) {
    RoundResult.Head head = result.head();
    line(
        "pairs",
        result.pairs().size()
            + " of "
            + (result.pairs().size() + result.open().size())
            + " candidates");
    line("objective", RoundTree.score(head.objective()));
    line(
        "bound",
        RoundTree.score(head.objective() + head.gap())
            + (head.gap() == 0 ? " (the objective is the best possible)" : ""));
    line("gap", RoundTree.score(head.gap()));
    line(
        "bound of the prices",
        RoundTree.price(head.relaxed() + 2 * (head.objective() - head.adjusted())));
    line(
        "floors kept",
        head.floors().kept()
            + " of "
            + head.floors().wanted()
            + ", at most "
            + head.floors().most()
            + " can be");
    RoundResult.Churn churn = head.churn();
    if (churn != null) {
      line(
          "moved",
          churn.moved()
              + " pairs: "
              + churn.dropped()
              + " dropped, "
              + churn.added()
              + " added, "
              + churn.kept()
              + " kept");
    }
    line("solver", head.origin().solver());
    line(
        "weights, seed",
        (head.origin().weights().isEmpty() ? "-" : head.origin().weights())
            + ", "
            + head.origin().seed());
    line("snapshot", head.origin().snapshot());
  }

  private void line(String name, Object value) {
    out.printf("%-20s %s%n", name, value);
  }

  private void without(List<RoundResult.Share> shares) {
    List<RoundResult.Share> less = shares.stream().filter(s -> s.without() != null).toList();
    if (!less.isEmpty()) {
      out.printf("%nless than their floor%n");
    }
    for (RoundResult.Share share : less) {
      out.printf(
          "%-28s %d of %d  %s%n",
          share.participant().id(),
          share.introductions(),
          share.participant().floor(),
          share.without());
    }
  }

  private void fairness(List<Fairness> curve) {
    out.printf(
        "%n%-8s %12s %8s %8s %6s %6s %6s%n",
        "cap", "score", "kept", "Gini", "least", "most", "none");
    for (Fairness point : curve) {
      out.printf(
          "%-8s %12s %8.4f %8.4f %6d %6d %6d%n",
          point.cap() == null ? "slots" : point.cap().toString(),
          RoundTree.score(point.score()),
          point.kept(),
          point.gini(),
          point.least(),
          point.most(),
          point.none());
    }
  }

  private void stable(RoundResult result) {
    RoundResult.StableVariant stable = result.stable();
    out.println();
    line("stable variant", stable.method());
    line(
        "  objective",
        RoundTree.score(stable.objective())
            + ", "
            + RoundTree.score(result.head().objective() - stable.objective())
            + " less");
    line("  blocking pairs", stable.blocking() + ", the best round has " + stable.blockingOfBest());
    line("  with nothing", stable.none());
    if (result.head().origin().twoSided()) {
      line("  note", "only who proposes has no reason to state wants other than its own");
    }
  }

  private void plan(RoundResult.Plan plan) {
    out.println();
    line(
        "slots of the day",
        plan.used()
            + (plan.used() == plan.least()
                ? ", no plan has fewer"
                : ", no plan has fewer than " + plan.least()));
    plan.slots()
        .forEach((slot, seats) -> {
          Instant starts = CalendarFile.starts(plan.day(), slot);
          ZoneId zone = plan.day().starts().getZone();
          for (RoundResult.Seat seat : seats) {
            out.printf(
                "%4d  %s  %-28s %-28s %s%n",
                slot,
                TIME.format(starts.atZone(zone)),
                seat.pair().first(),
                seat.pair().second(),
                seat.room() == null ? "" : seat.room());
          }
        });
  }

  private void why(RoundResult result, String id) {
    out.printf("%nwhy not, for %s%n", id);
    for (RoundResult.Share share : result.participants()) {
      if (share.participant().id().equals(id)) {
        out.printf("its slots have the price %s%n", RoundTree.price(share.price()));
      }
    }
    for (RoundResult.Refusal refusal : result.open()) {
      boolean first = refusal.pair().first().equals(id);
      if (!first && !refusal.pair().second().equals(id)) {
        continue;
      }
      String other = first ? refusal.pair().second() : refusal.pair().first();
      String reason =
          refusal.rule() != null
              ? "rule: " + refusal.rule()
              : "the round would lose "
                  + RoundTree.price(refusal.loss())
                  + " or more"
                  + (refusal.full().isEmpty()
                      ? ""
                      : "; no slot left: " + String.join(", ", refusal.full()));
      out.printf("%-28s %10s  %s%n", other, RoundTree.score(refusal.score()), reason);
    }
  }
}
