package praya.scoring;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import praya.domain.Exchange;
import praya.domain.LocalText;
import praya.domain.Reason;
import praya.domain.Reason.Fact;
import praya.domain.Side;
import praya.domain.Vocabulary;
import praya.scoring.Meetings.Meeting;

/**
 * A need that is met was opened lately, so it is likely to be still alive. Where nothing is stated,
 * both entries were confirmed lately and name a common sector.
 */
final class Freshness implements Criterion {
  private static final String CODE = "freshness";
  private static final LocalText OPENED =
      new LocalText("The need “%1$s” was opened on %2$s.", "需求「%1$s」於%2$s開放。", "需求“%1$s”于%2$s开放。");
  private static final LocalText CONFIRMED =
      new LocalText(
          "%1$s states neither needs nor offers here, but both entries are confirmed: its own on"
              + " %2$s, that of %3$s on %4$s.",
          "%1$s在此未有表明開放中的需求或供應，但雙方條目均已確認：其條目於%2$s，%3$s的條目於%4$s。",
          "%1$s在此未有表明开放中的需求或供应，但双方条目均已确认：其条目于%2$s，%3$s的条目于%4$s。");
  private static final LocalText CONFIRMED_ON =
      new LocalText("Confirmed on %1$s.", "於%1$s確認。", "于%1$s确认。");
  private static final LocalText NOT =
      new LocalText(
          "No need that is met was opened within a year, and the entries of %1$s and %2$s do not"
              + " stand in for one.",
          "一年內沒有開放而得到滿足的需求，%1$s與%2$s的條目亦未能補足。", "一年内没有开放而得到满足的需求，%1$s与%2$s的条目亦未能补足。");

  @Override
  public int maximum(Weights weights) {
    return weights.maxima().freshness();
  }

  @Override
  public Optional<Reason> judge(Pairing pairing) {
    Optional<Meeting> newest =
        Stream.concat(pairing.served().all(), pairing.serving().all())
            .min(
                Comparator.comparing((Meeting m) -> opened(m), Comparator.reverseOrder())
                    .thenComparing(Meeting.IN_ORDER));
    if (newest.isPresent()) {
      return newest.filter(m -> points(pairing, m) > 0).map(m -> opened(pairing, m));
    }
    return pairing.own().statesAnything() ? Optional.empty() : confirmed(pairing);
  }

  private static LocalDate opened(Meeting meeting) {
    return meeting.need().content().period().from();
  }

  /** Full points at first, then down to none in a straight line. */
  private int points(Pairing pairing, Meeting meeting) {
    Weights.Scale scale = pairing.weights().scale();
    long age = ChronoUnit.DAYS.between(opened(meeting), pairing.surroundings().asOf());
    double left = (double) (scale.staleDays() - age) / (scale.staleDays() - scale.freshDays());
    return Weights.part(maximum(pairing.weights()), Math.clamp(left, 0, 1));
  }

  private Reason opened(Pairing pairing, Meeting meeting) {
    Exchange need = meeting.need();
    boolean ownNeed = pairing.isOwn(need);
    LocalText text =
        pairing
            .sentences()
            .say(OPENED, pairing.sentences().title(need), Sentences.date(opened(meeting)));
    return pairing.reason(
        CODE,
        points(pairing, meeting),
        text,
        ownNeed
            ? new Pairing.Facts(pairing.ownFact(need), given(pairing, meeting, false))
            : new Pairing.Facts(given(pairing, meeting, true), pairing.otherFact(need)));
  }

  private static Fact given(Pairing pairing, Meeting meeting, boolean byOwn) {
    if (meeting.offer() != null) {
      return byOwn ? pairing.ownFact(meeting.offer()) : pairing.otherFact(meeting.offer());
    }
    String code = meeting.coverage().nearest().given();
    return byOwn
        ? pairing.ownFact("capability", Vocabulary.CAPABILITIES, code)
        : pairing.otherFact("capability", Vocabulary.CAPABILITIES, code);
  }

  private static Optional<Reason> confirmed(Pairing pairing) {
    LocalDate own = confirmedOn(pairing.own());
    LocalDate other = confirmedOn(pairing.other());
    if (!isRecent(pairing, own) || !isRecent(pairing, other) || !isKnownToFit(pairing)) {
      return Optional.empty();
    }
    LocalDate ownDay = Objects.requireNonNull(own);
    LocalDate otherDay = Objects.requireNonNull(other);
    return Optional.of(
        pairing.reason(
            "known-confirmed",
            pairing.weights().known().confirmed(),
            pairing
                .sentences()
                .say(
                    CONFIRMED,
                    pairing.ownName(),
                    Sentences.date(ownDay),
                    pairing.otherName(),
                    Sentences.date(otherDay)),
            new Pairing.Facts(
                confirmation(pairing, pairing.own(), ownDay),
                confirmation(pairing, pairing.other(), otherDay))));
  }

  /** A confirmed entry alone is no reason to meet; layers count within common sectors only. */
  private static boolean isKnownToFit(Pairing pairing) {
    return !pairing.own().commonSectors(pairing.other()).isEmpty();
  }

  /** The day in Coordinated Universal Time, so that no machine's zone moves a score. */
  private static @Nullable LocalDate confirmedOn(VisibleSheet sheet) {
    var confirmedAt = sheet.organisation().entry().origin().confirmedAt();
    return confirmedAt == null ? null : LocalDate.ofInstant(confirmedAt, ZoneOffset.UTC);
  }

  private static boolean isRecent(Pairing pairing, @Nullable LocalDate day) {
    int staleDays = pairing.weights().scale().staleDays();
    return day != null && day.isAfter(pairing.surroundings().asOf().minusDays(staleDays));
  }

  private static Fact confirmation(Pairing pairing, VisibleSheet whose, LocalDate day) {
    return new Fact(
        whose.organisation().slug(),
        "confirmation",
        day.toString(),
        pairing.sentences().say(CONFIRMED_ON, Sentences.date(day)));
  }

  @Override
  public Reason whyNot(Pairing pairing) {
    return pairing.nothing(CODE, NOT, Side.NEED, Side.NEED);
  }
}
