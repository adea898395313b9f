package praya.scoring;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import praya.domain.Exchange;
import praya.domain.LocalText;
import praya.domain.Reason;
import praya.domain.Reason.Fact;
import praya.domain.Vocabulary;
import praya.scoring.Meetings.Meeting;

/**
 * Where a need is met, both sides know the sector that it is about. The sector alone gives nothing:
 * two banks are not partners because both are banks. Only where the own side states neither need
 * nor offer does a common sector count by itself, and for less.
 */
final class SharedSector implements Criterion {
  private static final String CODE = "sector";
  private static final LocalText COMMON =
      new LocalText(
          "The need “%3$s” is about %4$s, which both %1$s and %2$s know.",
          "需求「%3$s」涉及%4$s，%1$s與%2$s均熟悉該行業。", "需求“%3$s”涉及%4$s，%1$s与%2$s均熟悉该行业。");
  private static final LocalText KNOWN =
      new LocalText(
          "%1$s states neither needs nor offers here. What is known: it and %2$s both work in"
              + " %3$s.",
          "%1$s在此未有表明開放中的需求或供應。已知其與%2$s同屬%3$s行業。", "%1$s在此未有表明开放中的需求或供应。已知其与%2$s同属%3$s行业。");
  private static final LocalText NONE =
      new LocalText(
          "The entries of %1$s and %2$s name no common sector.",
          "%1$s與%2$s的條目沒有共同的行業。", "%1$s与%2$s的条目没有共同的行业。");
  private static final LocalText NOT =
      new LocalText(
          "No need is met in a sector that both %1$s and %2$s work in; a common sector alone gives"
              + " no points.",
          "%1$s與%2$s之間，沒有在共同行業中得到滿足的需求；單憑行業相同並不計分。", "%1$s与%2$s之间，没有在共同行业中得到满足的需求；单凭行业相同并不计分。");

  @Override
  public int maximum(Weights weights) {
    return weights.maxima().sector();
  }

  @Override
  public Optional<Reason> judge(Pairing pairing) {
    if (!pairing.own().statesAnything() && pairing.serving().all().findAny().isEmpty()) {
      return known(pairing);
    }
    return Stream.concat(pairing.served().all(), pairing.serving().all())
        .filter(meeting -> points(pairing, meeting) > 0)
        .min(
            Comparator.comparingInt((Meeting m) -> -points(pairing, m))
                .thenComparing(Meeting.IN_ORDER))
        .map(meeting -> common(pairing, meeting));
  }

  private int points(Pairing pairing, Meeting meeting) {
    return Weights.part(maximum(pairing.weights()), meeting.sectorShare());
  }

  private Reason common(Pairing pairing, Meeting meeting) {
    Sentences sentences = pairing.sentences();
    List<String> sectors = meeting.commonSectors();
    boolean ownNeed = pairing.isOwn(meeting.need());
    Fact sector =
        ownNeed
            ? pairing.otherFact("sector", Vocabulary.SECTORS, sectors.getFirst())
            : pairing.ownFact("sector", Vocabulary.SECTORS, sectors.getFirst());
    Exchange need = meeting.need();
    return pairing.reason(
        CODE,
        points(pairing, meeting),
        sentences.say(
            COMMON,
            pairing.ownName(),
            pairing.otherName(),
            sentences.title(need),
            sentences.labels(Vocabulary.SECTORS, sectors)),
        ownNeed
            ? new Pairing.Facts(pairing.ownFact(need), sector)
            : new Pairing.Facts(sector, pairing.otherFact(need)));
  }

  private static Optional<Reason> known(Pairing pairing) {
    List<String> own = pairing.own().organisation().profile().classification().sectors();
    List<String> other = pairing.other().organisation().profile().classification().sectors();
    List<String> common = pairing.own().commonSectors(pairing.other());
    if (common.isEmpty()) {
      return Optional.empty();
    }
    double share = (double) common.size() / Math.max(own.size(), other.size());
    int points = Weights.part(pairing.weights().known().sector(), share);
    if (points == 0) {
      return Optional.empty();
    }
    Sentences sentences = pairing.sentences();
    return Optional.of(
        pairing.reason(
            "known-sector",
            points,
            sentences.say(
                KNOWN,
                pairing.ownName(),
                pairing.otherName(),
                sentences.labels(Vocabulary.SECTORS, common)),
            new Pairing.Facts(
                pairing.ownFact("sector", Vocabulary.SECTORS, common.getFirst()),
                pairing.otherFact("sector", Vocabulary.SECTORS, common.getFirst()))));
  }

  @Override
  public Reason whyNot(Pairing pairing) {
    LocalText pattern = pairing.own().commonSectors(pairing.other()).isEmpty() ? NONE : NOT;
    return pairing.reason(
        CODE,
        0,
        pairing.sentences().say(pattern, pairing.ownName(), pairing.otherName()),
        new Pairing.Facts(sectors(pairing, pairing.own()), sectors(pairing, pairing.other())));
  }

  private static Fact sectors(Pairing pairing, VisibleSheet whose) {
    String slug = whose.organisation().slug();
    List<String> codes = whose.organisation().profile().classification().sectors();
    return new Fact(slug, "sector", slug, pairing.sentences().labels(Vocabulary.SECTORS, codes));
  }
}
