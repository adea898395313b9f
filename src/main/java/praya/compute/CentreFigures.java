package praya.compute;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import praya.http.Frame;
import praya.http.Source;

/** The numbers and the facts of the centre's page in the words of its language. */
final class CentreFigures {
  private final Frame frame;

  CentreFigures(Frame frame) {
    this.frame = frame;
  }

  List<CentrePage.Figure> figures(CentreLevels levels) {
    List<CentrePage.Figure> figures = new ArrayList<>();
    levels
        .capacity()
        .ifPresent(phase ->
            figures.add(
                new CentrePage.Figure(
                    frame.say("centre.capacity"),
                    frame.number((long) phase.pflops()),
                    "PFLOPS",
                    null,
                    Source.list(phase.sources()),
                    false)));
    BigDecimal percent = levels.grantedPercent();
    figures.add(
        new CentrePage.Figure(
            frame.say("centre.granted"),
            frame.number(levels.grantedCards()),
            frame.say("centre.unit.cards"),
            percent == null
                ? null
                : frame.say(
                    "centre.ofCapacity", frame.number(percent.doubleValue()), levels.grants()),
            List.of(),
            levels.fictional()));
    BigDecimal used = levels.usedPercent();
    if (used != null) {
      Holding.Week week = levels.lastWeek().orElseThrow();
      figures.add(
          new CentrePage.Figure(
              frame.say("centre.used"),
              frame.number(used.doubleValue()) + "%",
              "",
              frame.say(
                  "centre.ofGranted",
                  frame.number((long) week.usedCardHours()),
                  frame.number((long) week.availableCardHours())),
              List.of(),
              levels.fictional()));
    }
    return figures;
  }

  CentrePage.Facts facts(Centre centre) {
    List<CentrePage.Fact> facts = new ArrayList<>();
    for (Centre.UnitRate rate : centre.rates()) {
      facts.add(
          new CentrePage.Fact(
              frame.say("centre.fact.conversion"),
              rate.pflopsPerUnit().toPlainString() + " PFLOPS",
              frame.phrase(rate.note()),
              frame.coded("centre.status.", rate.status()).text(),
              List.of()));
    }
    for (Centre.CentreFact fact : centre.facts()) {
      String key = "unit." + (fact.unit() == null ? "" : fact.unit().replace(' ', '-'));
      facts.add(
          new CentrePage.Fact(
              frame.coded("centre.fact.", fact.code()).text(),
              frame.texts().has(key) ? frame.say(key, fact.value()) : fact.value(),
              frame.phrase(fact.note()),
              fact.status() == null ? null : frame.coded("centre.status.", fact.status()).text(),
              Source.list(fact.sources())));
    }
    return new CentrePage.Facts(
        facts, centre.notFound().stream().map(gap -> frame.coded("centre.gap.", gap)).toList());
  }
}
