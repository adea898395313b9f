package praya.scoring;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import praya.domain.Classification;
import praya.domain.LocalText;
import praya.domain.Reason;
import praya.domain.Reason.Fact;
import praya.domain.Side;
import praya.domain.Vocabulary;
import praya.scoring.CapabilityLikeness.Near;
import praya.scoring.Meetings.Meeting;

/**
 * The entry of the other covers a need of the own side: without an offer it shows that they could,
 * with one it bears the offer out. Where the own side states no need, a capability of the other
 * counts that lies next to one of its own and that it lacks, in a sector that both work in.
 */
final class NeedMetByCapability implements Criterion {
  private static final String CODE = "need-met-by-capability";

  /** Two neighbouring capabilities give all points: entries name two on average. */
  private static final int ENOUGH_NEIGHBOURS = 2;

  private static final LocalText MET =
      new LocalText(
          "The need “%2$s” of %1$s is covered by capabilities in the entry of %3$s: %4$s.",
          "%1$s的需求「%2$s」，與%3$s條目所列的能力相符：%4$s。", "%1$s的需求“%2$s”，与%3$s条目所列的能力相符：%4$s。");
  private static final LocalText MET_IN_PART =
      new LocalText(
          "The need “%2$s” of %1$s is covered in part by capabilities in the entry of %3$s: %4$s.",
          "%1$s的需求「%2$s」，與%3$s條目所列的能力部分相符：%4$s。", "%1$s的需求“%2$s”，与%3$s条目所列的能力部分相符：%4$s。");
  private static final LocalText WITHOUT_OFFER =
      new LocalText(
          "%1$s No such open offer is stated here.", "%1$s在此未有表明相應的開放中供應。", "%1$s在此未有表明相应的开放中供应。");
  private static final LocalText KNOWN =
      new LocalText(
          "%1$s states no open need here. What is known: both work in %2$s, and %3$s brings “%4$s”,"
              + " next to “%5$s” of %1$s.",
          "%1$s在此未有表明開放中的需求。已知雙方同屬%2$s行業，%3$s具備「%4$s」，與%1$s的「%5$s」相鄰而不相同。",
          "%1$s在此未有表明开放中的需求。已知双方同属%2$s行业，%3$s具备“%4$s”，与%1$s的“%5$s”相邻而不相同。");
  private static final LocalText NOT_COVERED =
      new LocalText(
          "The entry of %2$s covers no need that %1$s states here.",
          "%2$s條目所列的能力，未能涵蓋%1$s在此表明的需求。", "%2$s条目所列的能力，未能涵盖%1$s在此表明的需求。");

  @Override
  public int maximum(Weights weights) {
    return weights.maxima().needProfile();
  }

  @Override
  public Optional<Reason> judge(Pairing pairing) {
    if (pairing.own().needs().isEmpty()) {
      return known(pairing);
    }
    return pairing.served().bestByProfile().map(meeting -> met(pairing, meeting));
  }

  private Reason met(Pairing pairing, Meeting meeting) {
    Sentences sentences = pairing.sentences();
    LocalText text =
        sentences.say(
            meeting.isFull() ? MET : MET_IN_PART,
            pairing.ownName(),
            sentences.title(meeting.need()),
            pairing.otherName(),
            sentences.covered(meeting));
    boolean offered =
        pairing.served().byOffer().stream().anyMatch(m -> m.need().equals(meeting.need()));
    return pairing.reason(
        CODE,
        Weights.part(maximum(pairing.weights()), meeting.coverage().share()),
        offered ? text : sentences.say(WITHOUT_OFFER, text),
        new Pairing.Facts(pairing.ownFact(meeting.need()), capability(pairing, meeting)));
  }

  private static Fact capability(Pairing pairing, Meeting meeting) {
    return pairing.otherFact(
        "capability", Vocabulary.CAPABILITIES, meeting.coverage().nearest().given());
  }

  private static Optional<Reason> known(Pairing pairing) {
    Classification own = pairing.own().organisation().profile().classification();
    Classification other = pairing.other().organisation().profile().classification();
    List<String> sectors = pairing.own().commonSectors(pairing.other());
    if (sectors.isEmpty()) {
      return Optional.empty();
    }
    List<Near> neighbours =
        other.capabilities().stream()
            .filter(given -> !own.capabilities().contains(given))
            .sorted()
            .flatMap(given -> nearest(pairing, own.capabilities(), given).stream())
            .toList();
    return neighbours.isEmpty()
        ? Optional.empty()
        : Optional.of(known(pairing, neighbours, sectors));
  }

  private static Optional<Near> nearest(Pairing pairing, List<String> own, String given) {
    return own.stream()
        .map(mine -> new Near(mine, given, pairing.grounds().likeness().between(mine, given)))
        .filter(near -> near.likeness() > 0)
        .min(
            Comparator.comparingDouble((Near near) -> -near.likeness())
                .thenComparing(Near::wanted));
  }

  private static Reason known(Pairing pairing, List<Near> neighbours, List<String> sectors) {
    Near near = neighbours.getFirst();
    double share = Math.min(1, (double) neighbours.size() / ENOUGH_NEIGHBOURS);
    Sentences sentences = pairing.sentences();
    return pairing.reason(
        "known-capability",
        Weights.part(pairing.weights().known().capability(), share),
        sentences.say(
            KNOWN,
            pairing.ownName(),
            sentences.labels(Vocabulary.SECTORS, sectors),
            pairing.otherName(),
            sentences.label(Vocabulary.CAPABILITIES, near.given()),
            sentences.label(Vocabulary.CAPABILITIES, near.wanted())),
        new Pairing.Facts(
            pairing.ownFact("capability", Vocabulary.CAPABILITIES, near.wanted()),
            pairing.otherFact("capability", Vocabulary.CAPABILITIES, near.given())));
  }

  @Override
  public Reason whyNot(Pairing pairing) {
    return pairing.nothing(CODE, NOT_COVERED, Side.NEED, Side.OFFER);
  }
}
