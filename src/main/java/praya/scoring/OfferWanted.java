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
 * What the own side gives is wanted by the other. Whoever publishes an offer looks for a taker, so
 * to find one serves it; without this rule the supplier would gain nothing from any deal, and the
 * harmonic mean would refuse them all. An offer counts in full, the entry alone in part, and where
 * no offer is stated at all a layer that serves the other's.
 */
final class OfferWanted implements Criterion {
  private static final String CODE = "offer-wanted";
  private static final LocalText WANTED =
      new LocalText(
          "The offer “%2$s” of %1$s is what %3$s looks for in “%4$s”, in: %5$s.",
          "%1$s的供應「%2$s」，正切合%3$s的需求「%4$s」，涉及：%5$s。", "%1$s的供应“%2$s”，正切合%3$s的需求“%4$s”，涉及：%5$s。");
  private static final LocalText WANTED_IN_PART =
      new LocalText(
          "The offer “%2$s” of %1$s is part of what %3$s looks for in “%4$s”, in: %5$s.",
          "%1$s的供應「%2$s」，切合%3$s的需求「%4$s」的一部分，涉及：%5$s。",
          "%1$s的供应“%2$s”，切合%3$s的需求“%4$s”的一部分，涉及：%5$s。");
  private static final LocalText CAPABLE =
      new LocalText(
          "%2$s looks for “%3$s”, to which capabilities in the entry of %1$s answer: %4$s. No such"
              + " open offer of %1$s is stated here.",
          "%2$s正尋求「%3$s」，%1$s條目所列的能力與此相符：%4$s。%1$s在此未有表明相應的開放中供應。",
          "%2$s正寻求“%3$s”，%1$s条目所列的能力与此相符：%4$s。%1$s在此未有表明相应的开放中供应。");
  private static final LocalText KNOWN =
      new LocalText(
          "%1$s states no open offer here. What is known: both work in %5$s, and %1$s is in the"
              + " layer “%3$s”, which serves the layer “%4$s” of %2$s.",
          "%1$s在此未有表明開放中的供應。已知雙方同屬%5$s行業，而%1$s所在的「%3$s」層，支援%2$s所在的「%4$s」層。",
          "%1$s在此未有表明开放中的供应。已知双方同属%5$s行业，而%1$s所在的“%3$s”层，支持%2$s所在的“%4$s”层。");
  private static final LocalText UNWANTED =
      new LocalText(
          "%2$s states no open need here that %1$s meets.",
          "%2$s在此表明的開放中需求，未有一項與%1$s所提供的相符。", "%2$s在此表明的开放中需求，未有一项与%1$s所提供的相符。");

  @Override
  public int maximum(Weights weights) {
    return weights.maxima().taker();
  }

  @Override
  public Optional<Reason> judge(Pairing pairing) {
    Optional<Reason> wanted = pairing.serving().bestByOffer().map(m -> wanted(pairing, m));
    Optional<Reason> other = pairing.serving().bestByProfile().map(m -> capable(pairing, m));
    if (pairing.own().offers().isEmpty()) {
      other = better(other, known(pairing));
    }
    return better(wanted, other);
  }

  /** The one with more points, the first when they are equal. */
  private static Optional<Reason> better(Optional<Reason> first, Optional<Reason> second) {
    if (first.isEmpty() || second.isEmpty()) {
      return first.or(() -> second);
    }
    return second.get().points() > first.get().points() ? second : first;
  }

  private Reason wanted(Pairing pairing, Meeting meeting) {
    Sentences sentences = pairing.sentences();
    Exchange offer = Objects.requireNonNull(meeting.offer());
    LocalText text =
        sentences.say(
            meeting.isFull() ? WANTED : WANTED_IN_PART,
            pairing.ownName(),
            sentences.title(offer),
            pairing.otherName(),
            sentences.title(meeting.need()),
            sentences.covered(meeting));
    return pairing.reason(
        CODE,
        Weights.part(maximum(pairing.weights()), meeting.coverage().share()),
        ComputeTogether.withCondition(text, meeting.need()),
        new Pairing.Facts(pairing.ownFact(offer), pairing.otherFact(meeting.need())));
  }

  private Reason capable(Pairing pairing, Meeting meeting) {
    Sentences sentences = pairing.sentences();
    double share = meeting.coverage().share() * pairing.weights().likeness().profileOnly();
    return pairing.reason(
        "capability-wanted",
        Weights.part(maximum(pairing.weights()), share),
        sentences.say(
            CAPABLE,
            pairing.ownName(),
            pairing.otherName(),
            sentences.title(meeting.need()),
            sentences.covered(meeting)),
        new Pairing.Facts(
            pairing.ownFact(
                "capability", Vocabulary.CAPABILITIES, meeting.coverage().nearest().given()),
            pairing.otherFact(meeting.need())));
  }

  private static Optional<Reason> known(Pairing pairing) {
    return Layers.serving(pairing.own(), pairing.other(), pairing.weights().known())
        .map(layers ->
            pairing.reason(
                "known-taker",
                pairing.weights().known().taker(),
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
                    pairing.ownFact("layer", Vocabulary.LAYERS, layers.serving()),
                    pairing.otherFact("layer", Vocabulary.LAYERS, layers.served()))));
  }

  @Override
  public Reason whyNot(Pairing pairing) {
    return pairing.nothing(CODE, UNWANTED, Side.OFFER, Side.NEED);
  }
}
