package praya.scoring;

import java.util.Objects;
import java.util.Optional;
import praya.domain.Exchange;
import praya.domain.LocalText;
import praya.domain.Reason;
import praya.domain.Side;
import praya.domain.Vocabulary;
import praya.scoring.Meetings.Meeting;

/**
 * A need of the own side meets an open offer of the other: the same kind of exchange, and
 * capabilities that cover it. Where the own side states no need, the other's layer counts instead.
 */
final class NeedMetByOffer implements Criterion {
  private static final String CODE = "need-met-by-offer";
  private static final LocalText MET =
      new LocalText(
          "The need “%2$s” of %1$s is met by the offer “%4$s” of %3$s, in: %5$s.",
          "%1$s的需求「%2$s」，可由%3$s的供應「%4$s」滿足，涉及：%5$s。", "%1$s的需求“%2$s”，可由%3$s的供应“%4$s”满足，涉及：%5$s。");
  private static final LocalText MET_IN_PART =
      new LocalText(
          "The need “%2$s” of %1$s is met in part by the offer “%4$s” of %3$s, in: %5$s.",
          "%1$s的需求「%2$s」，可由%3$s的供應「%4$s」部分滿足，涉及：%5$s。",
          "%1$s的需求“%2$s”，可由%3$s的供应“%4$s”部分满足，涉及：%5$s。");
  private static final LocalText KNOWN =
      new LocalText(
          "%1$s states no open need here. What is known: both work in %5$s, and %2$s is in the"
              + " layer “%3$s”, which serves the layer “%4$s” of %1$s.",
          "%1$s在此未有表明開放中的需求。已知雙方同屬%5$s行業，而%2$s所在的「%3$s」層，支援%1$s所在的「%4$s」層。",
          "%1$s在此未有表明开放中的需求。已知双方同属%5$s行业，而%2$s所在的“%3$s”层，支持%1$s所在的“%4$s”层。");
  private static final LocalText NO_NEED =
      new LocalText(
          "%1$s states no open need here, and nothing known of %2$s stands" + " in for it.",
          "%1$s在此未有表明開放中的需求，而%2$s的已知資料亦未能補足。", "%1$s在此未有表明开放中的需求，而%2$s的已知资料亦未能补足。");
  private static final LocalText NO_OFFER =
      new LocalText(
          "No open offer that %2$s states here meets a need of %1$s.",
          "%2$s在此表明的開放中供應，未有一項能滿足%1$s的需求。", "%2$s在此表明的开放中供应，未有一项能满足%1$s的需求。");

  @Override
  public int maximum(Weights weights) {
    return weights.maxima().needOffer();
  }

  @Override
  public Optional<Reason> judge(Pairing pairing) {
    if (pairing.own().needs().isEmpty()) {
      return known(pairing);
    }
    return pairing.served().bestByOffer().map(meeting -> met(pairing, meeting));
  }

  private Reason met(Pairing pairing, Meeting meeting) {
    Sentences sentences = pairing.sentences();
    Exchange offer = Objects.requireNonNull(meeting.offer());
    LocalText text =
        sentences.say(
            meeting.isFull() ? MET : MET_IN_PART,
            pairing.ownName(),
            sentences.title(meeting.need()),
            pairing.otherName(),
            sentences.title(offer),
            sentences.covered(meeting));
    return pairing.reason(
        CODE,
        Weights.part(maximum(pairing.weights()), meeting.coverage().share()),
        ComputeTogether.withCondition(text, meeting.need()),
        new Pairing.Facts(pairing.ownFact(meeting.need()), pairing.otherFact(offer)));
  }

  private static Optional<Reason> known(Pairing pairing) {
    return Layers.serving(pairing.other(), pairing.own(), pairing.weights().known())
        .map(layers ->
            pairing.reason(
                "known-layer",
                pairing.weights().known().layer(),
                pairing
                    .sentences()
                    .say(
                        KNOWN,
                        pairing.ownName(),
                        pairing.otherName(),
                        pairing.sentences().label(Vocabulary.LAYERS, layers.serving()),
                        pairing.sentences().label(Vocabulary.LAYERS, layers.served()),
                        pairing.sentences().labels(Vocabulary.SECTORS, layers.sectors())),
                new Pairing.Facts(
                    pairing.ownFact("layer", Vocabulary.LAYERS, layers.served()),
                    pairing.otherFact("layer", Vocabulary.LAYERS, layers.serving()))));
  }

  @Override
  public Reason whyNot(Pairing pairing) {
    LocalText pattern = pairing.own().needs().isEmpty() ? NO_NEED : NO_OFFER;
    return pairing.nothing(CODE, pattern, Side.NEED, Side.OFFER);
  }
}
